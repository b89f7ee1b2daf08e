using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Topics;

/// <summary>A subject that articles are filed under.</summary>
public sealed class Topic
{
    /// <summary>Its name in addresses, and its key.</summary>
    public required string Slug { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>One or two sentences about it; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>Its place among the sections of the home page and the navigation, from 1; null when it is no section.</summary>
    public int? Section { get; init; }
}

internal static class TopicTables
{
    extension(NewsDb db)
    {
        public DbSet<Topic> Topics => db.Set<Topic>();
    }

    private sealed class Table : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> builder) => builder.ToTable("Topics").HasKey(t => t.Slug);
    }
}
