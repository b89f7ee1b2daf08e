using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Media.Library;

namespace NewsSite.Web.Articles.PictureUses;

/// <summary>Names the stories that show pictures, live and draft.</summary>
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
                   row.Use is { InLive: true, InHead: false } ? $"{row.State.Words}, gone from the draft" : row.Use.InLive || row.State is not ArticleState.Live ? row.State.Words : "Changes not yet live",
                   row.Use.InLive || row.State is not ArticleState.Live ? row.State.Name : "draft", row.Use.InLive),
        ];
    }

    private static string PlaceOf(MediaUse use) => use switch
    {
        { AsLead: true, InBlocks: true } => "above the text, and in it",
        { AsLead: true } => "above the text",
        _ => "in the text",
    };
}
