using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Redirects;

/// <summary>An address that has moved. Readers are sent on with 301; no redirect leads to another.</summary>
public sealed class Redirect
{
    /// <summary>The old path, beginning with a slash, and the key.</summary>
    public required string From { get; init; }

    /// <summary>The new path, beginning with a slash, or an address of another site, beginning with https://.</summary>
    public required string To { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}

internal static class RedirectTables
{
    extension(NewsDb db)
    {
        public DbSet<Redirect> Redirects => db.Set<Redirect>();
    }

    private sealed class Table : IEntityTypeConfiguration<Redirect>
    {
        public void Configure(EntityTypeBuilder<Redirect> builder)
        {
            builder.ToTable("Redirects").HasKey(r => r.From);
            builder.HasIndex(r => r.To);
        }
    }
}
