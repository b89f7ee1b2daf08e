using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>What became of a publication.</summary>
internal abstract record PublicationOutcome
{
    /// <summary>It is done, or was so already.</summary>
    public sealed record Done(Article Article) : PublicationOutcome;

    /// <summary>There is no such article.</summary>
    public sealed record NoArticle : PublicationOutcome;

    /// <summary>The revision named is not the newest.</summary>
    public sealed record NotNewest(Revision Head) : PublicationOutcome;

    /// <summary>Something stops it.</summary>
    public sealed record Stopped(IReadOnlyList<StoryIssue> Issues) : PublicationOutcome;
}

/// <summary>Shows articles to readers and takes them back, through the desk, each time in one transaction; pages change before the answer.</summary>
internal sealed class Publication(NewsDb db, Desk desk, StoryChecks checks, ChangeFeed changes, ICurrentAccount who, Site site, TimeProvider clock)
{
    /// <summary>Shows a revision, which must be the newest, unless something stops it.</summary>
    public Task<PublicationOutcome> GoLiveAsync(Guid id, Guid revision, CancellationToken ct) => InOneGoAsync<PublicationOutcome>(async () =>
    {
        if (await db.Articles.FirstOrDefaultAsync(a => a.Id == id, ct) is not { HeadId: { } headId } article) return (new PublicationOutcome.NoArticle(), null);
        var head = await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == headId, ct);
        if (headId != revision) return (new PublicationOutcome.NotNewest(head), null);
        if (article.LiveId == headId) return (new PublicationOutcome.Done(article), null);
        StoryIssue[] stops = [.. (await checks.RunAsync(head, ct)).Where(i => i.Severity is IssueSeverity.Stop)];
        if (stops.Length > 0) return (new PublicationOutcome.Stopped(stops), null);
        var before = await LiveAsync(article, ct);
        var (published, updated) = await TimesAsync(article, head, ct);
        return (new PublicationOutcome.Done(article), desk.GoLive(article, head, before, article.Slug, published, updated, who.Name, null));
    }, ct);

    /// <summary>Takes an article from readers; it is a draft again. Does nothing to one that they cannot see.</summary>
    public Task<PublicationOutcome> BackToDraftAsync(Guid id, string? why, CancellationToken ct) => InOneGoAsync<PublicationOutcome>(async () =>
    {
        if (await db.Articles.FirstOrDefaultAsync(a => a.Id == id, ct) is not { } article) return (new PublicationOutcome.NoArticle(), null);
        return (new PublicationOutcome.Done(article), article.IsLive ? desk.BackToDraft(article, await LiveAsync(article, ct), who.Name, why) : null);
    }, ct);

    /// <summary>Does something to an article and tells whoever keeps pages. Of two acts that race, the later looks again.</summary>
    public async Task<T> InOneGoAsync<T>(Func<Task<(T Outcome, LiveChange? Change)>> act, CancellationToken ct)
    {
        const int tries = 20;
        for (var i = 1; ; i++)
        {
            db.ChangeTracker.Clear();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var (outcome, change) = await act();
                if (change is null) return outcome;
                await desk.FinishAsync([change], ct);
                await transaction.CommitAsync(ct);
                await changes.CatchUpAsync(ct);
                return outcome;
            }
            catch (Exception e) when (i < tries && Races.IsLost(e))
            {
                // Another look, at what the other has made of it.
            }
        }
    }

    private async Task<Revision?> LiveAsync(Article article, CancellationToken ct) =>
        article.LiveId is { } live ? await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == live, ct) : null;

    // The first publication is now. A later one keeps that time, and readers are told of the update unless it shows what they saw before.
    private async Task<(WallTime Published, WallTime? Updated)> TimesAsync(Article article, Revision head, CancellationToken ct)
    {
        var now = site.WallOf(clock.GetUtcNow());
        if (site.WallOf(article.PublishedWall, article.PublishedAt, article.Zone) is not { } published) return (now, null);
        var seen = await db.StateChanges.Where(s => s.ArticleId == article.Id && s.To == ArticleState.Live).OrderByDescending(s => s.Id).Select(s => s.RevisionId).FirstOrDefaultAsync(ct);
        return (published, seen == head.Id ? site.WallOf(article.UpdatedWall, article.UpdatedAt, article.Zone) : now);
    }
}
