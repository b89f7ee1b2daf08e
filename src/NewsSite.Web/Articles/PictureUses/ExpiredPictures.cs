using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.PictureUses;

/// <summary>A live story that shows a picture whose rights have ended.</summary>
/// <param name="Story">The article's id.</param>
/// <param name="Headline">Its newest headline.</param>
/// <param name="File">The picture's file.</param>
/// <param name="RightsUntil">The last day on which it might be shown.</param>
public sealed record ExpiredPicture(Guid Story, string Headline, string File, DateOnly RightsUntil);

/// <summary>Finds pictures that readers see and should not see any more.</summary>
public sealed class ExpiredPictures(NewsDb db, Site site, TimeProvider clock)
{
    /// <summary>Stories and pictures that are given at most.</summary>
    public const int Most = 100;

    /// <summary>Live stories with a picture whose rights have ended, the latest end first.</summary>
    public async Task<IReadOnlyList<ExpiredPicture>> OfLiveStoriesAsync(CancellationToken ct)
    {
        var today = site.Day(clock.GetUtcNow());
        var rows = from picture in db.Media
                   where picture.RightsUntil < today
                   join use in db.MediaUses on picture.File equals use.File
                   where use.InLive
                   join article in db.Articles on use.ArticleId equals article.Id
                   orderby picture.RightsUntil descending, picture.Id descending
                   select new ExpiredPicture(article.Id, article.Headline, picture.File, picture.RightsUntil!.Value);
        return await rows.Take(Most).ToListAsync(ct);
    }
}
