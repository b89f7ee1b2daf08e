using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Notes;

/// <summary>What somebody noted about a story, for colleagues only: no page, feed, answer of the API, export or preview link ever holds it.</summary>
public sealed class Note
{
    /// <summary>Its id (UUIDv7).</summary>
    public required Guid Id { get; init; }

    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>What was noted.</summary>
    public required string Text { get; init; }

    /// <summary>The account that left it; null for somebody who came by a preview link.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The preview link that it came by; null for an account's.</summary>
    public Guid? LinkId { get; init; }

    /// <summary>The name it was left under.</summary>
    public required string By { get; init; }

    /// <summary>One or two letters for small places.</summary>
    public required string Initials { get; init; }

    /// <summary>When it was left.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who resolved it; null while it is open.</summary>
    public string? ResolvedBy { get; private set; }

    /// <summary>When it was resolved; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>The block it is about; null for headline and standfirst, and for the story as a whole.</summary>
    public string? Block { get; private set; }

    /// <summary>The words it is about; null for the block, or the story, as a whole.</summary>
    public string? Exact { get; private set; }

    /// <summary>What stood before those words.</summary>
    public string? Prefix { get; private set; }

    /// <summary>What stood after those words.</summary>
    public string? Suffix { get; private set; }

    /// <summary>Where the words begin in those of the block in <see cref="AnchoredIn"/>; null when they were not found there.</summary>
    public int? Start { get; private set; }

    /// <summary>The revision in which the place was last looked up; null when the story had none.</summary>
    public Guid? AnchoredIn { get; private set; }

    /// <summary>The words it is about, with their surroundings; null for none.</summary>
    public Passage? Passage => Exact is null ? null : new(Exact, Prefix ?? "", Suffix ?? "");

    /// <summary>Says what it is about.</summary>
    public void PutAt(string? block, Passage? passage, int? start, Guid? revision) =>
        (Block, Exact, Prefix, Suffix, Start, AnchoredIn) = (block, passage?.Exact, passage?.Prefix, passage?.Suffix, start, revision);

    /// <summary>Marks it as dealt with. The first one counts.</summary>
    public void Resolve(string by, DateTimeOffset now)
    {
        if (ResolvedAt is null) (ResolvedBy, ResolvedAt) = (by, now);
    }

    /// <summary>Opens it again.</summary>
    public void Reopen() => (ResolvedBy, ResolvedAt) = (null, null);
}

/// <summary>An answer to a note.</summary>
public sealed class NoteReply
{
    /// <summary>Its id (UUIDv7).</summary>
    public required Guid Id { get; init; }

    /// <summary>The note's id.</summary>
    public required Guid NoteId { get; init; }

    /// <summary>What was answered.</summary>
    public required string Text { get; init; }

    /// <summary>The account that answered.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Its name.</summary>
    public required string By { get; init; }

    /// <summary>One or two letters for small places.</summary>
    public required string Initials { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

internal static class NoteTables
{
    extension(NewsDb db)
    {
        public DbSet<Note> Notes => db.Set<Note>();

        public DbSet<NoteReply> NoteReplies => db.Set<NoteReply>();
    }

    private sealed class Notes : IEntityTypeConfiguration<Note>
    {
        public void Configure(EntityTypeBuilder<Note> builder)
        {
            builder.ToTable("Notes").HasKey(n => n.Id);
            builder.HasOne<Article>().WithMany().HasForeignKey(n => n.ArticleId);
            builder.Ignore(n => n.Passage);
        }
    }

    private sealed class Replies : IEntityTypeConfiguration<NoteReply>
    {
        public void Configure(EntityTypeBuilder<NoteReply> builder)
        {
            builder.ToTable("NoteReplies").HasKey(r => r.Id);
            builder.HasOne<Note>().WithMany().HasForeignKey(r => r.NoteId);
        }
    }
}
