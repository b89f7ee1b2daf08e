using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Background;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Stories;

/// <summary>Says until when a story takes comments, apart from what its writer and the site say. No new revision is made, so that a moderator can close a discussion at night.</summary>
internal sealed class ClosingTime(NewsDb db, ChangeFeed changes, IActs acts, Site site, TimeProvider clock)
{
    /// <summary>Has a story take comments until an instant, or as the site says.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="until">The instant, now or before for closed at once; null for as the site says.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>False when there is no such live story.</returns>
    public Task<bool> SetAsync(Guid article, DateTimeOffset? until, CancellationToken ct) => db.InOneGoAsync(async transaction =>
    {
        var now = clock.GetUtcNow();
        if (await db.Articles.FirstOrDefaultAsync(a => a.Id == article && a.PublishedAt != null, ct) is not { } row) return false;
        if (row.CommentsUntil == until) return true;
        row.TakeCommentsUntil(until);
        acts.Add(db, new("comments.closing-set", $"{WordsOf(until, now)} {Plain.Quoted(row.Headline)}") { Article = article });
        await db.SaveChangesAsync(ct);
        await db.AnnounceAsync([PageTag.Article(article)], now, ct);
        await transaction.CommitAsync(ct);
        await changes.CatchUpAsync(ct);
        return true;
    }, ct);

    private string WordsOf(DateTimeOffset? until, DateTimeOffset now) => until switch
    {
        null => "left to the site when comments close on",
        { } at when at <= now => "closed the comments on",
        { } at => $"set comments to close on {SpokenTimes.Of(site.WallOf(at), site.Culture)}, on",
    };
}
