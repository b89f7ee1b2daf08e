using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Search;

/// <summary>Which story a row of the index is about. The row itself is the database's own: a full-text table on SQLite, a vector on PostgreSQL. Can be thrown away and made again.</summary>
public sealed class SearchEntry
{
    private const int LowBits = 24;

    /// <summary>The row's number. It rises with the time of publication, so that days and the newest stories are ranges of the index.</summary>
    public required long Id { get; init; }

    /// <summary>The article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The number that a story would like to have; the next is free when another has it.</summary>
    internal static long Wanted(Guid article, DateTimeOffset published) =>
        FirstOf(published) | (BinaryPrimitives.ReadUInt32BigEndian(article.ToByteArray(bigEndian: true).AsSpan(12)) & ((1 << LowBits) - 1));

    /// <summary>The lowest number of a story that was published at an instant.</summary>
    internal static long FirstOf(DateTimeOffset instant) => (instant.UtcTicks / TimeSpan.TicksPerSecond) << LowBits;
}

/// <summary>A word of a live story, as it was written, by which a reader's slip is known. May outlive the last story that has it: whoever offers one looks whether it is found.</summary>
public sealed class SearchWord
{
    /// <summary>The word in small letters without accents.</summary>
    public required string Word { get; init; }

    /// <summary>Its characters.</summary>
    public required int Length { get; init; }
}

internal static class SearchTables
{
    extension(NewsDb db)
    {
        public DbSet<SearchEntry> SearchEntries => db.Set<SearchEntry>();

        public DbSet<SearchWord> SearchWords => db.Set<SearchWord>();
    }

    private sealed class Entries : IEntityTypeConfiguration<SearchEntry>
    {
        public void Configure(EntityTypeBuilder<SearchEntry> builder)
        {
            builder.ToTable("SearchEntries").HasKey(e => e.Id);
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.HasOne<Article>().WithMany().HasForeignKey(e => e.ArticleId);
            builder.HasIndex(e => e.ArticleId).IsUnique();
        }
    }

    private sealed class Words : IEntityTypeConfiguration<SearchWord>
    {
        public void Configure(EntityTypeBuilder<SearchWord> builder)
        {
            builder.ToTable("SearchWords").HasKey(w => w.Word);
            builder.HasIndex(w => new { w.Length, w.Word });
        }
    }
}
