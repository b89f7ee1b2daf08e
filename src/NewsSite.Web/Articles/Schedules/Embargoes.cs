using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Schedules;

/// <summary>The second clock: until it ends, nothing of a story reaches readers. It ends by itself; publication is another matter.</summary>
internal sealed class Embargoes(NewsDb db, Scheduling scheduling, OpenActs open, StoryRecord record, StoryTransaction transaction, ICurrentAccount who, Site site, TimeProvider clock)
{
    /// <summary>Puts a story under embargo, or moves its end to a later minute.</summary>
    public Task<ActOutcome> SetAsync(Guid id, ChosenMinute minute, CancellationToken ct) => transaction.OnArticleAsync(id, null, async article =>
    {
        if (article.IsLive) return Step.Refused("Readers see this story already, so it cannot be held back. Take it back to draft first.");
        if (scheduling.FaultOf(minute, out var until) is { } fault) return Step.Refused(fault);
        if (article.EmbargoUntil is { } earlier && article.IsEmbargoed(clock.GetUtcNow()) && until < earlier) return Step.Refused("This would end the embargo earlier. Lift it, with a reason, and put it under embargo anew.");
        if (await open.FindAsync(id, TimedKind.Publish, ct) is { } waiting && waiting.DueAt < until) return Step.Refused($"It is scheduled to go live on {site.Spoken(waiting.DueAt)}, before this embargo would end. Move that first.");
        article.Embargo(until, minute.At!.Value.ToString());
        record.Add(article, article.HeadId, article.State, ArticleAct.Embargoed, Actor.Of(who), null, $"until {site.Spoken(until)}");
        return Step.Kept(article, tags: await PicturesAsync(id, ct));
    }, ct);

    /// <summary>Ends an embargo before its time, for a reason.</summary>
    public Task<ActOutcome> LiftAsync(Guid id, string? why, CancellationToken ct) => transaction.OnArticleAsync(id, null, async article =>
    {
        if (!article.IsEmbargoed(clock.GetUtcNow())) return Step.Unchanged(article);
        if (why is not { Length: >= Publication.ShortestReason and <= Publication.LongestReason }) return Step.Refused($"Say in {Publication.ShortestReason} to {Publication.LongestReason} characters why the embargo ends early; it stays in the record.");
        article.Embargo(null, null);
        record.Add(article, article.HeadId, article.State, ArticleAct.EmbargoLifted, Actor.Of(who), why);
        return Step.Kept(article, tags: await PicturesAsync(id, ct));
    }, ct);

    /// <summary>Gives a story a day in the calendar, or frees it of it. Readers are told nothing.</summary>
    public Task<ActOutcome> PlanAsync(Guid id, DateOnly? day, CancellationToken ct) => transaction.OnArticleAsync(id, null, async article =>
    {
        if (article.PlannedDay == day) return Step.Unchanged(article);
        article.PlanFor(day);
        record.Add(article, article.HeadId, article.State, ArticleAct.Planned, Actor.Of(who), null, day is { } on ? $"for {on.ToString("d MMMM yyyy", site.Culture)}" : "for no day any more");
        return Step.Kept(article);
    }, ct);

    // Readers may have them, or not, from now on.
    private async Task<IReadOnlyCollection<string>> PicturesAsync(Guid id, CancellationToken ct) =>
        [.. (await db.MediaUses.Where(u => u.ArticleId == id).Select(u => u.File).ToListAsync(ct)).Select(file => $"media:{file}")];
}
