using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using Npgsql;

namespace NewsSite.Tests;

/// <summary>
/// A database of a test's own. With NEWSSITE_TEST_POSTGRES (a connection string of a server where databases may be made) it is on PostgreSQL,
/// otherwise SQLite in the site's own data directory: the same tests run on both.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static readonly string? Server = Environment.GetEnvironmentVariable("NEWSSITE_TEST_POSTGRES") is { Length: > 0 } server ? server : null;
    private readonly string _name = $"t{Guid.CreateVersion7():N}";

    public static bool IsPostgreSql => Server is not null;

    public string[] Settings => Server is null ? ["--Data:Provider=Sqlite"] : ["--Data:Provider=PostgreSql", $"--ConnectionStrings:NewsSite={ConnectionString}"];

    /// <summary>Makes it empty, as before a first start.</summary>
    public async Task CreateAsync()
    {
        if (Server is not null) await RunAsync($"CREATE DATABASE {_name}");
    }

    /// <summary>Makes it as after a first start: upgraded once for all tests, and copied.</summary>
    /// <param name="data">The data directory of the site that will use it.</param>
    public async Task CopyAsync(string data)
    {
        var template = await Template.Value;
        if (Server is not null)
        {
            await RunAsync($"CREATE DATABASE {_name} TEMPLATE {template} STRATEGY FILE_COPY");
            return;
        }
        Directory.CreateDirectory(data);
        File.Copy(template, Path.Combine(data, "newssite.db"));
    }

    /// <summary>A context on this database, or on a SQLite file of this name.</summary>
    public NewsDb Open(string file)
    {
        var options = new DbContextOptionsBuilder<NewsDb>();
        return new((Server is null ? options.UseSqlite($"Data Source={file}") : options.UseNpgsql(ConnectionString)).Options);
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is null) return;
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        await RunAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20 }.ToString();

    private static async Task<string> MakeTemplateAsync()
    {
        var database = new TestDatabase();
        await database.CreateAsync();
        var file = Path.Combine(Path.GetTempPath(), $"newssite-{database._name}.db");
        await using (var db = database.Open(file)) await db.Database.MigrateAsync();
        if (Server is null)
        {
            SqliteConnection.ClearAllPools();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
            return file;
        }
        NpgsqlConnection.ClearPool(new NpgsqlConnection(database.ConnectionString));
        return database._name;
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
