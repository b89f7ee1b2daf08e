using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Web.Data;

/// <summary>That the newsroom has made, changed or deleted a record of a register since content files last brought it, so that an import does not undo it in silence.</summary>
public sealed class RecordEdit
{
    /// <summary>The register's folder in a content directory, such as <c>people</c>.</summary>
    public required string Register { get; init; }

    /// <summary>The record's key.</summary>
    public required string Slug { get; init; }

    /// <summary>Digest of the record as its file last gave it, by <see cref="Digest"/>; null for one that was made in the newsroom.</summary>
    public string? FileDigest { get; init; }

    /// <summary>Whether the newsroom has deleted it.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Who changed it last, by name.</summary>
    public required string By { get; set; }

    /// <summary>The digest of a record's canonical text.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal sealed class Table : IEntityTypeConfiguration<RecordEdit>
    {
        public void Configure(EntityTypeBuilder<RecordEdit> builder) => builder.ToTable("RecordEdits").HasKey(e => new { e.Register, e.Slug });
    }
}

/// <summary>What the newsroom has done to records.</summary>
public static class RecordEditTables
{
    private const long KeepersLock = 0x5265676973746572; // "Register"

    extension(NewsDb db)
    {
        /// <summary>Everything that the newsroom has done to records since their last import.</summary>
        public DbSet<RecordEdit> RecordEdits => db.Set<RecordEdit>();

        /// <summary>Lets one transaction at a time change registers, until its end: what it has read stays so.</summary>
        public async Task LockRegistersAsync(CancellationToken ct)
        {
            if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({KeepersLock})", ct);
        }

        /// <summary>Notes, for the next save, that the newsroom has made, changed or deleted a record.</summary>
        /// <param name="register">The register's folder.</param>
        /// <param name="slug">The record's key.</param>
        /// <param name="before">Its canonical text until now; null for one that is new.</param>
        /// <param name="isDeleted">Whether it is deleted.</param>
        /// <param name="by">Who does it.</param>
        /// <param name="now">The present.</param>
        /// <param name="ct">Cancelled when nobody waits any more.</param>
        public async Task NoteEditAsync(string register, string slug, string? before, bool isDeleted, string by, DateTimeOffset now, CancellationToken ct)
        {
            var known = await db.Set<RecordEdit>().FirstOrDefaultAsync(e => e.Register == register && e.Slug == slug, ct);
            if (known is null)
                db.Add(new RecordEdit { Register = register, Slug = slug, FileDigest = before is null ? null : RecordEdit.Digest(before), IsDeleted = isDeleted, At = now, By = by });
            else if (isDeleted && known.FileDigest is null)
                db.Remove(known); // no file ever had it, so none can bring it back
            else
                (known.IsDeleted, known.At, known.By) = (isDeleted, now, by);
        }
    }
}
