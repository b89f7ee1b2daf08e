using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Media.Library;

namespace NewsSite.Web.Articles.PictureUses;

/// <summary>Names the stories that show pictures, live, scheduled and draft.</summary>
internal sealed class StoriesOfPictures(NewsDb db) : IPictureUsers
{
    public async Task<IReadOnlyList<PictureUser>> OfAsync(IReadOnlyCollection<string> files, CancellationToken ct)
    {
        if (files.Count == 0) return [];
        var rows = await db.MediaUses.AsNoTracking().Where(u => files.Contains(u.File) && u.ArticleId != null)
            .Join(db.Articles, u => u.ArticleId, a => a.Id, (u, a) => new { Use = u, a.Id, a.Slug, a.Headline, a.State, a.SavedAt }).ToListAsync(ct);
        return
        [
            .. from row in rows
               orderby row.Use.InLive descending, row.SavedAt descending, row.Id
               select new PictureUser(
                   row.Use.File, "Story", row.Headline.Length > 0 ? row.Headline : row.Slug, $"/newsroom/articles/{row.Id}", PlaceOf(row.Use),
                   StateOf(row.Use, row.State), NameOf(row.Use, row.State), row.Use.InLive),
        ];
    }

    // What neither readers nor the draft show is shown by the revision that waits for its minute.
    private static string StateOf(MediaUse use, ArticleState state) => use switch
    {
        { InLive: false, InHead: false } => "Scheduled, gone from the draft",
        { InLive: true, InHead: false } => $"{state.Words}, gone from the draft",
        _ => use.InLive || state is not ArticleState.Live ? state.Words : "Changes not yet live",
    };

    private static string NameOf(MediaUse use, ArticleState state) => use switch
    {
        { InLive: false, InHead: false } => "scheduled",
        _ => use.InLive || state is not ArticleState.Live ? state.Name : "draft",
    };

    private static string PlaceOf(MediaUse use) => use switch
    {
        { AsLead: true, InBlocks: true } => "above the text, and in it",
        { AsLead: true } => "above the text",
        _ => "in the text",
    };
}
