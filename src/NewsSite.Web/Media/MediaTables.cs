using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Media;

internal static class MediaTables
{
    private const long LibraryLock = 0x4C696272617279; // "Library"

    extension(NewsDb db)
    {
        public DbSet<MediaItem> Media => db.Set<MediaItem>();

        public DbSet<MediaUse> MediaUses => db.Set<MediaUse>();

        public IQueryable<MediaWord> MediaWords => db.Set<MediaWord>();

        /// <summary>Keeps others from adding and removing pictures until the open transaction ends. On SQLite it does so by itself.</summary>
        public async Task LockLibraryAsync(CancellationToken ct)
        {
            if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LibraryLock})", ct);
        }
    }

    extension(IQueryable<MediaItem> media)
    {
        /// <summary>Pictures whose sizes are not made.</summary>
        public IQueryable<MediaItem> WithoutRenditions()
        {
            IReadOnlyList<Rendition> none = [];
            return media.Where(m => m.Renditions == none);
        }
    }

    private sealed class Media : IEntityTypeConfiguration<MediaItem>
    {
        public void Configure(EntityTypeBuilder<MediaItem> builder)
        {
            builder.ToTable("Media").HasKey(m => m.Id);
            builder.HasIndex(m => m.File).IsUnique();
            builder.HasIndex(m => m.Hash);
            builder.HasIndex(m => new { m.IsUsed, m.Id });
            builder.HasIndex(m => new { m.RightsUntil, m.Id });
            builder.Property(m => m.Renditions).AsJson();
            builder.Property(m => m.Words).UsePropertyAccessMode(PropertyAccessMode.Property);
            builder.Property(m => m.IsUsed).Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            builder.Property(m => m.IsUsed).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
            builder.Ignore(m => m.Details).Ignore(m => m.Focus).Ignore(m => m.AddressHash);
        }
    }

    private sealed class Uses : IEntityTypeConfiguration<MediaUse>
    {
        public void Configure(EntityTypeBuilder<MediaUse> builder)
        {
            builder.ToTable("MediaUses").HasKey(u => new { u.User, u.File });
            builder.HasIndex(u => new { u.File, u.InLive });
        }
    }

    private sealed class MediaWords : IEntityTypeConfiguration<MediaWord>
    {
        public void Configure(EntityTypeBuilder<MediaWord> builder)
        {
            builder.ToTable("MediaWords").HasKey(w => new { w.MediaId, w.Word });
            builder.HasOne<MediaItem>().WithMany().HasForeignKey(w => w.MediaId);
            builder.HasIndex(w => new { w.Word, w.MediaId });
        }
    }
}
