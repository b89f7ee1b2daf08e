using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Search;

/// <summary>Makes the index whole when a live story is not in it, as after an upgrade of a site that had no search yet, or when that was broken off.</summary>
internal sealed partial class FirstIndex(IServiceScopeFactory scopes, ILogger<FirstIndex> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            if (!await db.Articles.AnyAsync(a => a.LiveId != null && !db.Set<SearchEntry>().Any(e => e.ArticleId == a.Id), stoppingToken)) return;
            var stories = await scope.ServiceProvider.GetRequiredService<Reindex>().RunAsync((_, _) => { }, stoppingToken);
            Indexed(log, stories);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start, or the verb reindex, goes on.
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Failed(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Stories} stories indexed for search, which this site had not had before")]
    private static partial void Indexed(ILogger log, int stories);

    [LoggerMessage(Level = LogLevel.Error, Message = "The stories could not be indexed for search; run the verb reindex")]
    private static partial void Failed(ILogger log, Exception e);
}
