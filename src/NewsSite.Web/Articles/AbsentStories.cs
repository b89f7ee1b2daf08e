using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Redirects;

namespace NewsSite.Web.Articles;

/// <summary>What became of a story that readers do not find at an address.</summary>
/// <param name="MovedTo">Where the address leads now; null when it leads nowhere.</param>
/// <param name="Reason">Why it was withdrawn; null when content files did it without saying.</param>
/// <param name="Note">What readers are told beyond the reason; null for nothing.</param>
public sealed record AbsentStory(string? MovedTo, WithdrawalReason? Reason, string? Note);

/// <summary>Finds out why readers find no story at an address.</summary>
public sealed class AbsentStories(NewsDb db, RedirectBook redirects)
{
    /// <summary>What became of the story at a slug; null when readers never found one there, or are not to know.</summary>
    public async Task<AbsentStory?> FindAsync(string slug, CancellationToken ct)
    {
        if (await redirects.FindAsync($"/news/{slug}", ct) is { } moved) return new(moved, null, null);
        var found = await db.Articles.AsNoTracking().Where(a => a.Slug == slug && a.State == ArticleState.Withdrawn).Select(a => new { a.WithdrawnFor, a.WithdrawnNote, a.WithdrawnTo }).FirstOrDefaultAsync(ct);
        if (found is null) return null;
        // Content files say which page takes its place without making a redirect; that page may have moved since.
        if (found is { WithdrawnFor: WithdrawalReason.Superseded, WithdrawnTo: { } to } && (await redirects.FindAsync(to, ct) ?? to) is var end && end != $"/news/{slug}") return new(end, null, null);
        return new(null, found.WithdrawnFor, found.WithdrawnNote);
    }
}
