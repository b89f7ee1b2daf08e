using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Media;

namespace NewsSite.Web.Articles.Schedules;

/// <summary>Holds back the pictures of stories under embargo, unless something that readers see shows them already.</summary>
internal sealed class EmbargoedPictures(NewsDb db, TimeProvider clock) : IHeldPictures
{
    public async ValueTask<bool> IsHeldAsync(string file, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var articles = db.Articles;
        var uses = db.MediaUses.Where(u => u.File == file);
        return await uses.AnyAsync(u => articles.Any(a => a.Id == u.ArticleId && a.EmbargoUntil > now), ct)
            && !await uses.AnyAsync(u => u.InLive || u.ArticleId == null, ct);
    }
}
