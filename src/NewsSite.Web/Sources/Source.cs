using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NewsSite.Core.Fields;
using NewsSite.Web.Data;

namespace NewsSite.Web.Sources;

/// <summary>A document that articles cite.</summary>
public sealed class Source
{
    /// <summary>Its name in content files, and its key.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it; null when not known.</summary>
    public string? Publisher { get; init; }

    /// <summary>What it is, such as "Inspection report"; null when not known.</summary>
    public string? Kind { get; init; }

    /// <summary>Where it can be read, http or https; null when it is not on the web.</summary>
    public string? Address { get; init; }

    /// <summary>Its date as far as it is known; null when not known.</summary>
    public PartialDate? Published { get; init; }
}

internal static class SourceTables
{
    extension(NewsDb db)
    {
        public DbSet<Source> Sources => db.Set<Source>();
    }

    private sealed class Table : IEntityTypeConfiguration<Source>
    {
        public void Configure(EntityTypeBuilder<Source> builder)
        {
            builder.ToTable("Sources").HasKey(s => s.Slug);
            builder.Property(s => s.Published).HasConversion(new ValueConverter<PartialDate, string>(d => d.ToString(), t => Parse(t)));
        }

        private static PartialDate Parse(string text) => PartialDate.TryParse(text, out var date) ? date : default;
    }
}
