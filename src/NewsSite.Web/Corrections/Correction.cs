using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Corrections;

/// <summary>A note that an article was wrong and has been put right. It stays with the article for good; it can be amended, which is told.</summary>
public sealed class Correction
{
    /// <summary>Its name in content files, and its key.</summary>
    public required string Slug { get; init; }

    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The day, or day and minute, as chosen.</summary>
    public required string Wall { get; init; }

    /// <summary>When its words were last changed; null for never.</summary>
    public DateTimeOffset? AmendedAt { get; init; }

    /// <summary>What was wrong, as readers are told.</summary>
    public required string Wrong { get; init; }

    /// <summary>What is right.</summary>
    public required string Right { get; init; }
}

/// <summary>What a correction said until it was amended.</summary>
[WrittenOnce]
public sealed class CorrectionAmendment
{
    /// <summary>Rises with time.</summary>
    public Guid Id { get; init; }

    /// <summary>The correction's slug.</summary>
    public required string Correction { get; init; }

    /// <summary>When it was amended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>What it had said was wrong.</summary>
    public required string Wrong { get; init; }

    /// <summary>What it had said is right.</summary>
    public required string Right { get; init; }
}

internal static class CorrectionTables
{
    extension(NewsDb db)
    {
        public DbSet<Correction> Corrections => db.Set<Correction>();

        public DbSet<CorrectionAmendment> CorrectionAmendments => db.Set<CorrectionAmendment>();
    }

    private sealed class Table : IEntityTypeConfiguration<Correction>
    {
        public void Configure(EntityTypeBuilder<Correction> builder)
        {
            builder.ToTable("Corrections").HasKey(c => c.Slug);
            builder.HasIndex(c => c.At);
            builder.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId);
        }
    }

    private sealed class AmendmentTable : IEntityTypeConfiguration<CorrectionAmendment>
    {
        public void Configure(EntityTypeBuilder<CorrectionAmendment> builder)
        {
            builder.ToTable("CorrectionAmendments").HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.HasOne<Correction>().WithMany().HasForeignKey(a => a.Correction);
        }
    }
}
