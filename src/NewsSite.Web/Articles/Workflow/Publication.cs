using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Shows articles to readers and takes them back, through the desk.</summary>
internal sealed class Publication(NewsDb db, Desk desk, Gates gates, OpenActs open, StoryTransaction transaction, ICurrentAccount who, Site site, TimeProvider clock)
{
    /// <summary>Characters of a reason, at least and at most.</summary>
    public const int ShortestReason = 10, LongestReason = 300;

    /// <summary>Shows a revision, which must be the newest, unless something stops it. A waiting minute for it is given up.</summary>
    public Task<ActOutcome> GoLiveAsync(Guid id, Guid revision, CancellationToken ct) => transaction.OnNewestAsync(id, revision, async (article, head) =>
    {
        if (article.LiveId == head.Id) return Step.Unchanged(article);
        if (await gates.AgainstAsync(article, head, clock.GetUtcNow(), ct) is { } against) return Step.Against(against);
        await open.DropAsync(article, TimedKind.Publish, ct);
        return await ShowAsync(article, head, Actor.Of(who), null, ArticleAct.Published, ct);
    }, ct);

    /// <summary>Shows a revision that nobody has approved. It stands in a list of its own until somebody else has looked at it.</summary>
    public Task<ActOutcome> ForceAsync(Guid id, Guid revision, string? why, CancellationToken ct) => transaction.OnNewestAsync(id, revision, async (article, head) =>
    {
        if (article.LiveId == head.Id) return Step.Unchanged(article);
        if (why is not { Length: >= ShortestReason and <= LongestReason }) return Step.Refused($"Say in {ShortestReason} to {LongestReason} characters why it cannot wait for review; whoever looks at it afterwards reads it.");
        if (await gates.AgainstUnapprovedAsync(article, head, clock.GetUtcNow(), ct) is { } against) return Step.Against(against);
        var by = Actor.Of(who);
        db.Add(new ForcedPublication { Id = Guid.CreateVersion7(clock.GetUtcNow()), ArticleId = id, RevisionId = head.Id, ById = by.Id!.Value, By = by.Name, At = clock.GetUtcNow(), Why = why });
        await open.DropAsync(article, TimedKind.Publish, ct);
        return await ShowAsync(article, head, by, why, ArticleAct.Forced, ct);
    }, ct);

    /// <summary>Takes an article from readers; it is a draft again. Does nothing to one that they cannot see.</summary>
    public Task<ActOutcome> BackToDraftAsync(Guid id, string? why, CancellationToken ct) => transaction.OnArticleAsync(id, null, async article =>
    {
        if (!article.IsLive) return Step.Unchanged(article);
        await open.DropAsync(article, ct);
        return Step.Kept(article, desk.BackToDraft(article, await LiveAsync(article, ct), Actor.Of(who), why));
    }, ct);

    /// <summary>Withdraws an article that readers see, for a reason that they are told. Whatever waits for its minute is given up.</summary>
    /// <param name="id">The article.</param>
    /// <param name="withdrawal">Why, and what readers meet.</param>
    /// <param name="why">For colleagues and the record; null for nothing more.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <param name="revision">The newest revision; null for whichever that is.</param>
    public Task<ActOutcome> WithdrawAsync(Guid id, Withdrawal withdrawal, string? why, CancellationToken ct, Guid? revision = null) => transaction.OnArticleAsync(id, revision, async article =>
    {
        if (withdrawal.FaultFor(article.Slug) is { } fault) return Step.Refused(fault);
        if (!article.IsLive) return Step.Refused("Readers do not see this story, so there is nothing to withdraw.");
        await open.DropAsync(article, ct);
        return await TakeAsync(article, withdrawal, Actor.Of(who), why, ct);
    }, ct);

    /// <summary>Shows a revision inside an open transaction; nothing is asked any more.</summary>
    public async Task<Step<ActOutcome>> ShowAsync(Article article, Revision revision, Actor by, string? why, ArticleAct act, CancellationToken ct)
    {
        var before = await LiveAsync(article, ct);
        var (published, updated) = await TimesAsync(article, revision, ct);
        var own = $"/news/{article.Slug}";
        await db.Set<Redirect>().Where(r => r.From == own).ExecuteDeleteAsync(ct); // something lives here again
        return Step.Kept(article, desk.GoLive(article, revision, before, article.Slug, published, updated, by, why, act));
    }

    /// <summary>Withdraws inside an open transaction; nothing is asked any more.</summary>
    public async Task<Step<ActOutcome>> TakeAsync(Article article, Withdrawal withdrawal, Actor by, string? why, CancellationToken ct)
    {
        var before = await LiveAsync(article, ct);
        var change = desk.Withdraw(article, before, withdrawal, by, why);
        if (withdrawal.To is { } to) await desk.LeadAsync(article, to, ct);
        return Step.Kept(article, change);
    }

    private async Task<Revision?> LiveAsync(Article article, CancellationToken ct) =>
        article.LiveId is { } live ? await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == live, ct) : null;

    // The first publication is now. A later one keeps that time, and readers are told of the update unless it shows what they saw before.
    private async Task<(WallTime Published, WallTime? Updated)> TimesAsync(Article article, Revision revision, CancellationToken ct)
    {
        var now = site.WallOf(clock.GetUtcNow());
        if (site.WallOf(article.PublishedWall, article.PublishedAt, article.Zone) is not { } published) return (now, null);
        var seen = await db.StateChanges.Shown().Where(s => s.ArticleId == article.Id).OrderByDescending(s => s.Id).Select(s => s.RevisionId).FirstOrDefaultAsync(ct);
        return (published, seen == revision.Id ? site.WallOf(article.UpdatedWall, article.UpdatedAt, article.Zone) : now);
    }
}
