using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Background;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Promotions;

/// <summary>The promotions that have not ended, in their order.</summary>
public sealed class PromotionList(IDbContextFactory<NewsDb> databases, TimeProvider clock) : Snapshot<Promotion>(databases, "promotions")
{
    /// <inheritdoc/>
    protected override IQueryable<Promotion> Query(IQueryable<Promotion> rows)
    {
        var now = clock.GetUtcNow();
        return rows.Where(p => p.EndsAt == null || p.EndsAt > now).OrderBy(p => p.Order).ThenBy(p => p.Slug);
    }
}

/// <summary>A promotion as pages show it.</summary>
/// <param name="Promotion">The promotion.</param>
/// <param name="Picture">Its picture; null for none.</param>
public sealed record PromotionView(Promotion Promotion, Picture? Picture);

/// <summary>Puts promotions into the slots that they are booked for, while they run. They never stand inside an article's body.</summary>
internal sealed class PromotionSlots(PromotionList all, NewsDb db, Pictures pictures, TimeProvider clock) : ISlotFiller
{
    public async ValueTask<IReadOnlyList<SlotPart>> FillAsync(string slot, Guid? article, PageTags tags, CancellationToken ct)
    {
        tags.Add("promotions");
        var now = clock.GetUtcNow();
        var parts = new List<SlotPart>();
        foreach (var promotion in (await all.AllAsync(ct)).Where(p => p.Slot == slot))
        {
            tags.ChangesAt(promotion.StartsAt).ChangesAt(promotion.EndsAt);
            if (promotion.StartsAt > now || promotion.EndsAt <= now) continue;
            var picture = promotion.Picture is { } file ? await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.File == file, ct) : null;
            if (promotion.Picture is { } named) tags.Add($"media:{named}");
            parts.Add(new(30 + promotion.Order, slot == SlotName.Banner ? "PromotionBanner" : "PromotionPanel", new PromotionView(promotion, picture is null ? null : pictures.Of(picture))));
        }
        return parts;
    }
}
