using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Audit;

/// <summary>A line of the record: who did what, when and why. Each holds the hash of the one before, so none can be changed, removed or slipped in unnoticed.</summary>
[WrittenOnce, WrittenLast]
public sealed class AuditEntry
{
    /// <summary>1, 2, 3… without a gap, in the order in which the acts were kept. Less than nothing before that.</summary>
    public required long Number { get; init; }

    /// <summary>When it was done, to the millisecond, by the clock of the machine that did it; a later number may have an earlier time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The account that did it; null for what has none, such as the import.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Name of who did it, as it was then.</summary>
    public required string By { get; init; }

    /// <summary>What kind of act, such as <c>article.submitted</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The article it is about; null for none.</summary>
    public Guid? ArticleId { get; init; }

    /// <summary>The record it is about when that is no article, such as <c>people/john-osman</c>; null for none.</summary>
    public string? Subject { get; init; }

    /// <summary>The sentence that begins with the name.</summary>
    public required string Words { get; init; }

    /// <summary>Why, as whoever did it gave it; null for no reason given.</summary>
    public string? Why { get; init; }

    /// <summary>Hash of the entry before; <see cref="AuditHash.Beginning"/> in the first.</summary>
    public required string Previous { get; init; }

    /// <summary>Hash of this entry with the one before, as <see cref="AuditHash"/> makes it.</summary>
    public required string Hash { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("AuditEntries").HasKey(e => e.Number);
            builder.Property(e => e.Number).ValueGeneratedNever();
            // Each way to look at the record is a range of one of these, in the order in which it is shown.
            builder.HasIndex(e => new { e.At, e.Number });
            builder.HasIndex(e => new { e.AccountId, e.At, e.Number });
            builder.HasIndex(e => new { e.Act, e.At, e.Number });
            builder.HasIndex(e => new { e.AccountId, e.Act, e.At, e.Number });
            builder.HasIndex(e => new { e.ArticleId, e.At, e.Number });
            builder.HasIndex(e => new { e.Subject, e.At, e.Number });
        }
    }
}

/// <summary>How far the record goes: kept beside it, so that a missing end is noticed. One row.</summary>
public sealed class AuditHead
{
    /// <summary>Always 1.</summary>
    public required int Id { get; init; }

    /// <summary>Number of the last entry; 0 before the first.</summary>
    public required long Number { get; init; }

    /// <summary>Hash of the last entry; <see cref="AuditHash.Beginning"/> before the first.</summary>
    public required string Hash { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<AuditHead>
    {
        public void Configure(EntityTypeBuilder<AuditHead> builder)
        {
            builder.ToTable("AuditHead").HasKey(h => h.Id);
            builder.Property(h => h.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>Tables of the record.</summary>
public static class AuditTables
{
    extension(NewsDb db)
    {
        /// <summary>The entries, in no order.</summary>
        public IQueryable<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        /// <summary>Where the record ends.</summary>
        public IQueryable<AuditHead> AuditHead => db.Set<AuditHead>();
    }
}
