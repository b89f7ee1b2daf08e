using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Somebody's approval of exactly these words. Written once.</summary>
[WrittenOnce]
public sealed class Approval
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The revision that was approved.</summary>
    public required Guid RevisionId { get; init; }

    /// <summary>The account.</summary>
    public required Guid ById { get; init; }

    /// <summary>The name.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the approver neither began the story nor saved these words last.</summary>
    public required bool IsIndependent { get; init; }

    /// <summary>What the approver had to say; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A publication that nobody had approved. It stands in a list of its own until somebody else has looked at it.</summary>
public sealed class ForcedPublication
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The revision that went live.</summary>
    public required Guid RevisionId { get; init; }

    /// <summary>The account that did it.</summary>
    public required Guid ById { get; init; }

    /// <summary>Its name.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it could not wait.</summary>
    public required string Why { get; init; }

    /// <summary>When somebody else looked at it; null while nobody has.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Who did; null while nobody has.</summary>
    public string? ReviewedBy { get; private set; }

    /// <summary>Their account; null while nobody has.</summary>
    public Guid? ReviewedById { get; private set; }

    /// <summary>What they found; null while nobody has looked, or for nothing to say.</summary>
    public string? Finding { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Says that somebody has looked at it.</summary>
    public void Review(Guid byId, string by, DateTimeOffset at, string? finding)
    {
        (ReviewedById, ReviewedBy, ReviewedAt, Finding) = (byId, by, at, finding);
        Version++;
    }
}

/// <summary>Somebody who has written in an article.</summary>
public sealed class Contributor
{
    /// <summary>The article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When they last saved something of it.</summary>
    public required DateTimeOffset LastAt { get; set; }
}

internal static class ReviewTables
{
    extension(NewsDb db)
    {
        public DbSet<Approval> Approvals => db.Set<Approval>();

        public DbSet<ForcedPublication> ForcedPublications => db.Set<ForcedPublication>();

        public DbSet<Contributor> Contributors => db.Set<Contributor>();
    }

    private sealed class Approvals : IEntityTypeConfiguration<Approval>
    {
        public void Configure(EntityTypeBuilder<Approval> builder)
        {
            builder.ToTable("Approvals").HasOne<Article>().WithMany().HasForeignKey(a => a.ArticleId);
            builder.HasIndex(a => new { a.RevisionId, a.ById }).IsUnique();
        }
    }

    private sealed class Forced : IEntityTypeConfiguration<ForcedPublication>
    {
        public void Configure(EntityTypeBuilder<ForcedPublication> builder)
        {
            builder.ToTable("ForcedPublications").HasOne<Article>().WithMany().HasForeignKey(f => f.ArticleId);
            builder.HasIndex(f => new { f.ReviewedAt, f.At });
            builder.Property(f => f.Version).IsConcurrencyToken();
        }
    }

    private sealed class Contributors : IEntityTypeConfiguration<Contributor>
    {
        public void Configure(EntityTypeBuilder<Contributor> builder)
        {
            builder.ToTable("Contributors").HasKey(c => new { c.ArticleId, c.AccountId });
            builder.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId);
            builder.HasIndex(c => new { c.AccountId, c.LastAt });
        }
    }
}
