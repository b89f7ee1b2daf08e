using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Authors;

/// <summary>Whom a byline names: a journalist, a guest, or a desk.</summary>
public sealed class Author
{
    /// <summary>Its name in addresses, and its key.</summary>
    public required string Slug { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>Whether this is a desk or an organisation rather than a person, which structured data must tell apart.</summary>
    public bool IsDesk { get; init; }

    /// <summary>What they cover, or whom they write for; null for none.</summary>
    public string? JobTitle { get; init; }

    /// <summary>A short profile in CommonMark; null for none.</summary>
    public string? Profile { get; init; }
}

internal static class AuthorTables
{
    extension(NewsDb db)
    {
        public DbSet<Author> Authors => db.Set<Author>();
    }

    private sealed class Table : IEntityTypeConfiguration<Author>
    {
        public void Configure(EntityTypeBuilder<Author> builder) => builder.ToTable("Authors").HasKey(a => a.Slug);
    }
}
