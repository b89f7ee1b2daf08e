using NewsSite.Core.Blocks;
using NewsSite.Web.Data;

namespace NewsSite.Web.Media;

/// <summary>A picture of the library. The bytes are in the media store under <see cref="Hash"/>.</summary>
public sealed class MediaItem
{
    /// <summary>Permanent id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The file's name, by which content files and blocks know it: a–z, 0–9, hyphen and an ending. It stays when the picture is replaced.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the original's bytes, in hexadecimal; a changed picture has a changed address.</summary>
    public required string Hash { get; set; }

    /// <summary>Such as <c>image/jpeg</c>, told by the content and not by the name.</summary>
    public required string ContentType { get; set; }

    /// <summary>Size of the original in bytes.</summary>
    public required long Bytes { get; set; }

    /// <summary>Width in pixels, after orientation.</summary>
    public required int Width { get; set; }

    /// <summary>Height in pixels, after orientation.</summary>
    public required int Height { get; set; }

    /// <summary>The sizes and formats that were made; empty while none are, and the picture is served in the size it came in, without its metadata.</summary>
    public required IReadOnlyList<Rendition> Renditions { get; set; }

    /// <inheritdoc cref="MediaDetails.Credit"/>
    public string? Credit { get; set; }

    /// <inheritdoc cref="MediaDetails.RightsHolder"/>
    public string? RightsHolder { get; set; }

    /// <inheritdoc cref="MediaDetails.RightsUntil"/>
    public DateOnly? RightsUntil { get; set; }

    /// <inheritdoc cref="MediaDetails.Description"/>
    public string? Description { get; set; }

    /// <summary>Percent of the width, from the left, that crops keep in view.</summary>
    public int FocusX { get; set; } = FocalPoint.Centre.X;

    /// <summary>Percent of the height, from the top, that crops keep in view.</summary>
    public int FocusY { get; set; } = FocalPoint.Centre.Y;

    /// <summary>When it came into the library; null for pictures from before this was kept.</summary>
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>Who brought it; "import" for content files, null for pictures from before this was kept.</summary>
    public string? AddedBy { get; init; }

    /// <summary>What its address began with before it was replaced, so that those who kept the address are led on.</summary>
    public IReadOnlyList<string> Former { get; private set; } = [];

    /// <summary>Whether a story, live, scheduled or draft, or a promotion shows it. The database keeps this, by <see cref="MediaUse"/>.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>The words by which it is found.</summary>
    public IReadOnlyList<string> Words
    {
        get => SearchWords.Of(File, Credit ?? "", RightsHolder ?? "", Description ?? "");
        private set => _ = value; // what the database has of it follows from the rest
    }

    /// <summary>What people say of it.</summary>
    public MediaDetails Details
    {
        get => new() { Credit = Credit, RightsHolder = RightsHolder, RightsUntil = RightsUntil, Description = Description, Focus = Focus };
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            (Credit, RightsHolder, RightsUntil, Description) = (value.Credit, value.RightsHolder, value.RightsUntil, value.Description);
            (FocusX, FocusY) = (value.Focus.X, value.Focus.Y);
        }
    }

    /// <summary>What every crop keeps in view.</summary>
    public FocalPoint Focus => new(FocusX, FocusY);

    /// <summary>The beginning of its address, which changes with its bytes.</summary>
    public string AddressHash => Hash[..AddressLength];

    internal const int AddressLength = 16;

    /// <summary>The same under another name, before it is in the library.</summary>
    internal MediaItem Under(string file) => new()
    {
        Id = Id,
        File = file,
        Hash = Hash,
        ContentType = ContentType,
        Bytes = Bytes,
        Width = Width,
        Height = Height,
        Renditions = Renditions,
        Details = Details,
        AddedAt = AddedAt,
        AddedBy = AddedBy,
    };

    /// <summary>Takes the bytes of another, whose name and details do not matter.</summary>
    internal void TakeBytesOf(MediaItem other)
    {
        if (Hash != other.Hash) Former = [.. Former.Append(AddressHash).Where(h => h != other.AddressHash)];
        (Hash, ContentType, Bytes, Width, Height, Renditions) = (other.Hash, other.ContentType, other.Bytes, other.Width, other.Height, other.Renditions);
    }
}

/// <summary>A picture in one size and format.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Format">Ending of the file: <c>webp</c>, <c>avif</c>, <c>jpg</c> or <c>png</c>.</param>
public sealed record Rendition(int Width, string Format);
