using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Schedules;

/// <summary>What an article waits for. Inside the caller's transaction.</summary>
internal sealed class OpenActs(NewsDb db, TimeProvider clock)
{
    /// <summary>What it waits for of a kind, tracked; null for nothing.</summary>
    public Task<TimedAct?> FindAsync(Guid article, TimedKind kind, CancellationToken ct) =>
        db.TimedActs.Open().FirstOrDefaultAsync(a => a.ArticleId == article && a.Kind == kind, ct);

    /// <summary>Gives up everything that an article waits for.</summary>
    public async Task DropAsync(Article article, CancellationToken ct)
    {
        await DropAsync(article, TimedKind.Publish, ct);
        await DropAsync(article, TimedKind.Withdraw, ct);
    }

    /// <summary>Gives up what an article waits for of a kind.</summary>
    /// <returns>Whether there was something.</returns>
    public async Task<bool> DropAsync(Article article, TimedKind kind, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(article);
        var waiting = await FindAsync(article.Id, kind, ct);
        waiting?.Settle(TimedStatus.Cancelled, clock.GetUtcNow());
        if (kind is TimedKind.Publish && article.DueAt is not null) article.AwaitNothing();
        return waiting is not null;
    }
}
