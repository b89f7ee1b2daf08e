using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Media;

/// <summary>A picture of the library. The bytes are in the media store under <see cref="Hash"/>.</summary>
public sealed class MediaItem
{
    /// <summary>Permanent id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The file's name, by which content files and blocks know it: a–z, 0–9, hyphen and an ending.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the original's bytes, in hexadecimal; a changed picture has a changed address.</summary>
    public required string Hash { get; init; }

    /// <summary>Such as <c>image/jpeg</c>, told by the content and not by the name.</summary>
    public required string ContentType { get; init; }

    /// <summary>Size of the original in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Width in pixels, after orientation.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels, after orientation.</summary>
    public required int Height { get; init; }

    /// <summary>Whom to credit; null for nobody.</summary>
    public string? Credit { get; init; }

    /// <summary>The sizes and formats that were made; empty while none are, and the picture is served in the size it came in, without its metadata.</summary>
    public required IReadOnlyList<Rendition> Renditions { get; init; }

    internal MediaItem With(Guid id) => With(id, Renditions);

    internal MediaItem With(IReadOnlyList<Rendition> renditions) => With(Id, renditions);

    private MediaItem With(Guid id, IReadOnlyList<Rendition> renditions) => new()
    {
        Id = id,
        File = File,
        Hash = Hash,
        ContentType = ContentType,
        Bytes = Bytes,
        Width = Width,
        Height = Height,
        Credit = Credit,
        Renditions = renditions,
    };
}

/// <summary>A picture in one size and format.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Format">Ending of the file: <c>webp</c>, <c>avif</c>, <c>jpg</c> or <c>png</c>.</param>
public sealed record Rendition(int Width, string Format);

internal static class MediaTables
{
    extension(NewsDb db)
    {
        public DbSet<MediaItem> Media => db.Set<MediaItem>();
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

    private sealed class Table : IEntityTypeConfiguration<MediaItem>
    {
        public void Configure(EntityTypeBuilder<MediaItem> builder)
        {
            builder.ToTable("Media").HasKey(m => m.Id);
            builder.HasIndex(m => m.File).IsUnique();
            builder.HasIndex(m => m.Hash);
            builder.Property(m => m.Renditions).AsJson();
        }
    }
}
