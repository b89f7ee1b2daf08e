using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.History;

/// <summary>Brings an earlier revision's words back as a new revision, merged like any save with what was saved since the page was made.</summary>
public sealed class RevisionRestore(NewsDb db, BlockCatalogue catalogue, DraftSaves saves, Site site)
{
    private const string Busy = "The site is busy with another piece of work. Nothing is lost; restore again in a moment.";

    /// <summary>Does it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="revision">The revision whose words come back.</param>
    /// <param name="head">The newest revision when the choice was made.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>What was done, or why not, in words; neither when there is no such revision.</returns>
    public async Task<(string? Done, string? Refusal)> RunAsync(Guid article, Guid revision, Guid head, CancellationToken ct)
    {
        if (await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == revision && r.ArticleId == article, ct) is not { } earlier) return (null, null);
        var when = $"{site.Local(earlier.SavedAt).ToString("d MMMM yyyy, H:mm", site.Culture)}, {earlier.SavedBy}";
        try
        {
            return await saves.RunAsync(article, new(head, DraftContent.Of(earlier, catalogue), $"Restored from {when}", null), ct, new("article.restored", $"brought the words of {when} back into {Act.Headline(earlier.Headline)}")) switch
            {
                SaveOutcome.Kept(var saved, var newest, _, _) => ($"The story reads as it did on {when}.{(newest.Id == saved.LiveId || !saved.IsLive ? "" : " Readers see it so once it goes live.")}", null),
                SaveOutcome.Conflicting(var newest, _) => (null, $"{newest.SavedBy} has saved the same since you opened this page. Look at what has changed, then restore again."),
                SaveOutcome.Busy => (null, Busy),
                _ => (null, null),
            };
        }
        catch (Exception e) when (Races.IsBusy(e))
        {
            return (null, Busy);
        }
    }
}
