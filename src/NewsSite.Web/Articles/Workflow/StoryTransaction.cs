using NewsSite.Web.Articles.PictureUses;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>What an act has done so far, and what is still to be done with it.</summary>
/// <typeparam name="T">Its answer.</typeparam>
/// <param name="Outcome">The answer.</param>
/// <param name="IsKept">Whether it is saved; otherwise nothing is.</param>
/// <param name="Change">What readers see differently; null for nothing.</param>
/// <param name="Tags">Tags of what else is touched; null for nothing.</param>
internal readonly record struct Step<T>(T Outcome, bool IsKept, LiveChange? Change = null, IReadOnlyCollection<string>? Tags = null);

/// <summary>Does something to an article in one transaction, and tells whoever keeps pages or waits for a minute before the answer.</summary>
internal sealed class StoryTransaction(NewsDb db, Desk desk, GatherPictures pictures, ChangeFeed changes, Outbox outbox, TimeProvider clock)
{
    private const int Tries = 20;

    /// <summary>Does it. Of two acts that race, the later looks again.</summary>
    public async Task<T> RunAsync<T>(Func<Task<Step<T>>> act, CancellationToken ct)
    {
        for (var i = 1; ; i++)
        {
            db.ChangeTracker.Clear();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var step = await act();
                if (!step.IsKept) return step.Outcome;
                await desk.FinishAsync(step.Change is { } change ? [change] : [], ct);
                await KeepPicturesAsync(ct);
                await db.AnnounceAsync([ScheduleTag.Name, .. step.Tags ?? []], clock.GetUtcNow(), ct);
                await transaction.CommitAsync(ct);
                await changes.CatchUpAsync(ct);
                outbox.Wake();
                return step.Outcome;
            }
            catch (Exception e) when (i < Tries && Races.IsLost(e))
            {
                // Another look, at what the other has made of it.
            }
        }
    }

    // A revision that waits for its minute, or no longer does, may be the only one that shows a picture.
    private async Task KeepPicturesAsync(CancellationToken ct)
    {
        var touched = db.ChangeTracker.Entries<TimedAct>().Select(e => e.Entity.ArticleId).ToHashSet();
        if (touched.Count == 0) return;
        await pictures.KeepAsync([.. db.ChangeTracker.Entries<Article>().Select(e => e.Entity).Where(a => touched.Contains(a.Id))], [], ct);
        await db.SaveChangesAsync(ct);
    }
}
