using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>What must hold whenever words go to readers, by hand or at their minute.</summary>
internal sealed class Gates(ApprovalRules approvals, StoryChecks checks, Site site, TimeProvider clock)
{
    /// <summary>What stands against showing a revision to readers at an instant; null for nothing.</summary>
    /// <param name="article">The article.</param>
    /// <param name="revision">One of its revisions.</param>
    /// <param name="at">When it is to happen.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<ActOutcome?> AgainstAsync(Article article, Revision revision, DateTimeOffset at, CancellationToken ct)
    {
        if (!await approvals.MayGoAsync(revision, ct)) return new ActOutcome.Refused("These words are not approved. Send them for review; somebody who did not write them approves them.");
        return await AgainstUnapprovedAsync(article, revision, at, ct);
    }

    /// <summary>The same without approval, for those who may force a publication.</summary>
    public async Task<ActOutcome?> AgainstUnapprovedAsync(Article article, Revision revision, DateTimeOffset at, CancellationToken ct)
    {
        if (article.EmbargoUntil is { } until && until > at)
            return new ActOutcome.Refused($"This story is under embargo until {site.Spoken(until)}. {(at > clock.GetUtcNow() ? "Choose that minute or a later one" : "Schedule it for that minute or a later one")}, or lift the embargo.");
        StoryIssue[] stops = [.. (await checks.RunAsync(revision, ct)).Where(i => i.Severity is IssueSeverity.Stop)];
        return stops.Length > 0 ? new ActOutcome.Stopped(stops) : null;
    }
}

/// <summary>Minutes as refusals and letters say them.</summary>
internal static class SpokenMinutes
{
    extension(Site site)
    {
        /// <summary>Such as "Tuesday 24 November 2026, 6:00".</summary>
        public string Spoken(DateTimeOffset instant) => site.Local(instant).ToString("dddd d MMMM yyyy, H:mm", site.Culture);
    }
}
