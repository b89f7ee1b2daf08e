using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Comments;

/// <summary>What comments need to know of a live article; not its words, which are long.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Policy">What the live revision says of comments.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="CommentsUntil">Until when it takes comments whatever its age; null for as the site says.</param>
internal sealed record CommentedStory(Guid Id, string Slug, string Headline, CommentPolicy Policy, DateTimeOffset PublishedAt, DateTimeOffset? CommentsUntil)
{
    private static readonly Func<NewsDb, string, CancellationToken, Task<CommentedStory?>> BySlug = EF.CompileAsyncQuery(
        (NewsDb db, string slug, CancellationToken ct) => db.Set<Article>().Where(a => a.Slug == slug && a.PublishedAt != null)
            .Join(db.Set<Revision>(), a => a.LiveId, r => r.Id, (a, r) => new CommentedStory(a.Id, a.Slug, r.Headline, r.Comments, a.PublishedAt!.Value, a.CommentsUntil)).FirstOrDefault());

    private static readonly Func<NewsDb, Guid, CancellationToken, Task<CommentedStory?>> ById = EF.CompileAsyncQuery(
        (NewsDb db, Guid id, CancellationToken ct) => db.Set<Article>().Where(a => a.Id == id && a.PublishedAt != null)
            .Join(db.Set<Revision>(), a => a.LiveId, r => r.Id, (a, r) => new CommentedStory(a.Id, a.Slug, r.Headline, r.Comments, a.PublishedAt!.Value, a.CommentsUntil)).FirstOrDefault());

    /// <summary>The live article at a slug; null when readers see none there.</summary>
    public static Task<CommentedStory?> AtAsync(NewsDb db, string slug, CancellationToken ct) => BySlug(db, slug, ct);

    /// <summary>The live article with an id; null when readers do not see it.</summary>
    public static Task<CommentedStory?> OfAsync(NewsDb db, Guid id, CancellationToken ct) => ById(db, id, ct);
}
