using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>A window in which somebody has an article open.</summary>
public sealed class Presence
{
    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The name that the window gives itself.</summary>
    public required string Tab { get; init; }

    /// <summary>Who it is.</summary>
    public required string Name { get; set; }

    /// <summary>One or two letters for small places.</summary>
    public required string Initials { get; set; }

    /// <summary>Id of the block they are in; null for none.</summary>
    public string? Block { get; set; }

    /// <summary>When the window was last heard of.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Presence>
    {
        public void Configure(EntityTypeBuilder<Presence> builder)
        {
            builder.ToTable("Presences").HasKey(p => new { p.ArticleId, p.Tab });
            builder.HasIndex(p => p.SeenAt);
        }
    }
}

internal static class PresenceTables
{
    extension(NewsDb db)
    {
        public IQueryable<Presence> Presences => db.Set<Presence>();
    }
}
