using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.PictureUses;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Does something to an article in one transaction, and tells whoever keeps pages or waits for a minute before the answer.</summary>
internal sealed class StoryTransaction(NewsDb db, Desk desk, GatherPictures pictures, ChangeFeed changes, Outbox outbox, TimeProvider clock)
{
    /// <summary>Does something to an article that is there.</summary>
    /// <param name="id">The article.</param>
    /// <param name="named">The revision that has to be the newest; null for whichever that is.</param>
    /// <param name="act">Does it.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public Task<ActOutcome> OnArticleAsync(Guid id, Guid? named, Func<Article, Task<Step<ActOutcome>>> act, CancellationToken ct) => RunAsync(async () =>
    {
        if (await db.Articles.FirstOrDefaultAsync(a => a.Id == id, ct) is not { } article) return Step.Against(new ActOutcome.NoArticle());
        if (named is not null && article.HeadId is { } head && head != named) return Step.Against(new ActOutcome.NotNewest(await RevisionAsync(head, ct)));
        return await act(article);
    }, ct);

    /// <summary>Does something to the newest words of an article.</summary>
    /// <param name="id">The article.</param>
    /// <param name="revision">The revision that has to be the newest.</param>
    /// <param name="act">Does it.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public Task<ActOutcome> OnNewestAsync(Guid id, Guid revision, Func<Article, Revision, Task<Step<ActOutcome>>> act, CancellationToken ct) =>
        OnArticleAsync(id, revision, async article => article.HeadId is { } head ? await act(article, await RevisionAsync(head, ct)) : Step.Against(new ActOutcome.NoArticle()), ct);

    /// <summary>Does it. Of two acts that race, the later looks again.</summary>
    public Task<T> RunAsync<T>(Func<Task<Step<T>>> act, CancellationToken ct)
    {
        return db.InOneGoAsync(async transaction =>
        {
            var step = await act();
            if (!step.IsKept) return step.Outcome;
            await desk.FinishAsync(step.Change is { } change ? [change] : [], ct);
            await KeepPicturesAsync(ct);
            await db.AnnounceAsync([ScheduleTag.Name, .. step.Tags ?? []], clock.GetUtcNow(), ct);
            await transaction.CommitAsync(ct);
            await changes.CatchUpAsync(ct);
            outbox.Wake();
            return step.Outcome;
        }, ct);
    }

    // A revision that waits for its minute, or no longer does, may be the only one that shows a picture.
    private async Task KeepPicturesAsync(CancellationToken ct)
    {
        var touched = db.ChangeTracker.Entries<TimedAct>().Select(e => e.Entity.ArticleId).ToHashSet();
        if (touched.Count == 0) return;
        await pictures.KeepAsync([.. db.ChangeTracker.Entries<Article>().Select(e => e.Entity).Where(a => touched.Contains(a.Id))], [], ct);
        await db.SaveChangesAsync(ct);
    }

    private Task<Revision> RevisionAsync(Guid id, CancellationToken ct) => db.Revisions.AsNoTracking().FirstAsync(r => r.Id == id, ct);
}
