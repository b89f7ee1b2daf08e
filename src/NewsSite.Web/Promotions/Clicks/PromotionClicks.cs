using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Web.Promotions.Clicks;

/// <summary>How often a promotion's link was followed on a day. Who followed it is nowhere.</summary>
public sealed class PromotionClicks
{
    /// <summary>The promotion's slug.</summary>
    public required string Promotion { get; init; }

    /// <summary>The day on the site's clock, such as <c>2026-05-04</c>.</summary>
    public required string Day { get; init; }

    /// <summary>How often.</summary>
    public required int Clicks { get; init; }

    private sealed class Table : IEntityTypeConfiguration<PromotionClicks>
    {
        public void Configure(EntityTypeBuilder<PromotionClicks> builder) => builder.ToTable("PromotionClicks").HasKey(c => new { c.Promotion, c.Day });
    }
}
