using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Media;

namespace NewsSite.Web.Articles.PictureUses;

/// <summary>Holds the pictures of stories under embargo, unless readers see them elsewhere already.</summary>
internal sealed class EmbargoedPictures(NewsDb db, TimeProvider clock) : IHeldPictures
{
    public async ValueTask<bool> IsHeldAsync(string file, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.MediaUses.Where(u => u.File == file && !u.InLive).Join(db.Articles, u => u.ArticleId, a => a.Id, (u, a) => a.EmbargoUntil).AnyAsync(until => until > now, ct)
            && !await db.MediaUses.AnyAsync(u => u.File == file && (u.InLive || u.ArticleId == null), ct);
    }
}
