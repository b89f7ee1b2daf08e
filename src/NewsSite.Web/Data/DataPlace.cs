using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Data;

/// <summary>Where the database and the files of the running site are.</summary>
public sealed class DataPlace(IOptions<DataOptions> options, IConfiguration settings)
{
    /// <summary>The data directory, absolute.</summary>
    public string Directory { get; } = Path.GetFullPath(options.Value.Directory, SiteRoot.Find());

    /// <summary>The database.</summary>
    public DataProvider Provider => options.Value.Provider;

    /// <summary>How the database is reached.</summary>
    /// <exception cref="StartupFault">PostgreSQL is chosen and no connection string is set.</exception>
    public string ConnectionString => (Provider, settings.GetConnectionString("NewsSite")) switch
    {
        (DataProvider.PostgreSql, null or "") => throw new StartupFault("ConnectionStrings:NewsSite is missing; Data:Provider PostgreSql needs one, such as Host=localhost;Database=newssite;Username=newssite."),
        (_, { Length: > 0 } given) => given,
        _ => new SqliteConnectionStringBuilder { DataSource = Path.Combine(Directory, "newssite.db"), ForeignKeys = true, DefaultTimeout = 10 }.ToString(),
    };

    /// <summary>Makes the data directory and checks that it can be written.</summary>
    /// <exception cref="StartupFault">It cannot.</exception>
    public void Prepare()
    {
        try
        {
            System.IO.Directory.CreateDirectory(Directory);
            using var probe = new FileStream(Path.Combine(Directory, ".write-test"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"Data:Directory is “{Directory}”, which cannot be written: {e.Message}");
        }
    }

    internal void Configure(DbContextOptionsBuilder builder)
    {
        // A collection is one parameter: the same SQL whatever its length, which is made once and not for each question.
        if (Provider is DataProvider.PostgreSql) builder.UseNpgsql(ConnectionString, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
        else builder.UseSqlite(ConnectionString, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(WriterWait.One);
    }
}
