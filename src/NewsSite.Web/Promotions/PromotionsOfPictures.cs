using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Media.Library;

namespace NewsSite.Web.Promotions;

/// <summary>Names the promotions that show pictures.</summary>
internal sealed class PromotionsOfPictures(NewsDb db, TimeProvider clock) : IPictureUsers
{
    public async Task<IReadOnlyList<PictureUser>> OfAsync(IReadOnlyCollection<string> files, CancellationToken ct)
    {
        if (files.Count == 0) return [];
        var now = clock.GetUtcNow();
        var uses = await db.MediaUses.AsNoTracking().Where(u => files.Contains(u.File) && u.ArticleId == null).ToListAsync(ct);
        var slugs = uses.Select(u => u.User[MediaUse.OfPromotion("").Length..]).ToList();
        if (slugs.Count == 0) return [];
        var found = await db.Promotions.AsNoTracking().Where(p => slugs.Contains(p.Slug)).ToListAsync(ct);
        return
        [
            .. from promotion in found
               let runs = promotion.StartsAt <= now && !(promotion.EndsAt <= now)
               orderby runs descending, promotion.Slug
               select new PictureUser(
                   promotion.Picture!, "Promotion", promotion.Headline, null, $"in the slot “{promotion.Slot}”",
                   runs ? "Running" : promotion.StartsAt > now ? "Not yet running" : "Ended", runs ? "live" : "draft", runs),
        ];
    }
}
