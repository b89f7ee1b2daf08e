using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Promotions;

/// <summary>Paid or campaign matter in a named slot: always labelled, never inside an article's body, feed or API body.</summary>
public sealed record Promotion
{
    /// <summary>Its name in content files, and its key.</summary>
    public required string Slug { get; init; }

    /// <summary>Where it stands, such as <c>article-end</c>.</summary>
    public required string Slot { get; init; }

    /// <summary>The label readers see above it, such as "Promotion".</summary>
    public required string Label { get; init; }

    /// <summary>Its headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Its words; null for none.</summary>
    public string? Words { get; init; }

    /// <summary>Who pays for it or stands behind it; null when not given.</summary>
    public string? Advertiser { get; init; }

    /// <summary>Where it leads, http or https; null for nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>File of its picture in the library; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>The picture's description; null when the picture is decorative.</summary>
    public string? PictureAlt { get; init; }

    /// <summary>From when it is shown.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Until when it is shown; null for no end.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Its place among those of its slot, least first. Those that share a place take turns.</summary>
    public int Order { get; init; }

    /// <summary>How often it has its turn beside those that share its place, from 1.</summary>
    public int Weight { get; init; } = 1;
}

internal static class PromotionTables
{
    extension(NewsDb db)
    {
        public DbSet<Promotion> Promotions => db.Set<Promotion>();
    }

    private sealed class Table : IEntityTypeConfiguration<Promotion>
    {
        public void Configure(EntityTypeBuilder<Promotion> builder) => builder.ToTable("Promotions").HasKey(p => p.Slug);
    }
}
