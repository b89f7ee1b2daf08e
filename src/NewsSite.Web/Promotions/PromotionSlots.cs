using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Promotions;

/// <summary>Puts promotions into the slots that they are booked for, while they run. They never stand inside an article, and no slot inside one asks for them.</summary>
internal sealed class PromotionSlots(PromotionList all, NewsDb db, Pictures pictures, TimeProvider clock) : ISlotFiller
{
    /// <summary>The slots that promotions can be booked for.</summary>
    public static readonly IReadOnlyList<string> Names = [SlotName.Rail, SlotName.Banner, SlotName.Home];

    public async ValueTask<IReadOnlyList<SlotPart>> FillAsync(string slot, Guid? article, PageTags tags, CancellationToken ct)
    {
        if (!Names.Contains(slot, StringComparer.Ordinal)) return [];
        tags.Add("promotions");
        var now = clock.GetUtcNow();
        var running = new List<Promotion>();
        foreach (var promotion in (await all.AllAsync(ct)).Where(p => p.Slot == slot))
        {
            tags.ChangesAt(promotion.StartsAt).ChangesAt(promotion.EndsAt);
            if (promotion.StartsAt <= now && !(promotion.EndsAt <= now)) running.Add(promotion);
        }
        var parts = new List<SlotPart>();
        foreach (var place in running.GroupBy(p => p.Order))
        {
            Promotion[] sharing = [.. place];
            if (sharing.Length > 1) tags.ChangesAt(PromotionTurn.EndOf(now));
            parts.Add(await PartAsync(slot, PromotionTurn.Of(sharing, article, now), tags, ct));
        }
        return parts;
    }

    private async Task<SlotPart> PartAsync(string slot, Promotion promotion, PageTags tags, CancellationToken ct)
    {
        var picture = promotion.Picture is { } file ? await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.File == file, ct) : null;
        if (promotion.Picture is { } named) tags.Add($"media:{named}");
        return new(30 + promotion.Order, slot == SlotName.Banner ? "PromotionBanner" : "PromotionPanel", new PromotionView(promotion, picture is null ? null : pictures.Of(picture)));
    }
}
