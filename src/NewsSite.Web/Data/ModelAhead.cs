using Microsoft.EntityFrameworkCore;

namespace NewsSite.Web.Data;

internal static class ModelAhead
{
    /// <summary>
    /// Begins to build the model of the database, which takes about a third of a start, on another processor. Whoever first asks the database waits for the rest of it;
    /// what is wrong with it comes up there too.
    /// </summary>
    public static void Begin(IServiceProvider services)
    {
        var databases = services.GetRequiredService<IDbContextFactory<NewsDb>>();
        _ = Task.Run(() =>
        {
            using var db = databases.CreateDbContext();
            return db.Model;
        });
    }
}
