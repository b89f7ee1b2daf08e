using NewsSite.Core.Blocks;
using NewsSite.Web.Articles.ReadNext;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Articles;

/// <summary>An article as its page shows it.</summary>
public sealed record StoryView
{
    /// <summary>Permanent id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its slug.</summary>
    public required string Slug { get; init; }

    /// <summary>Absolute address.</summary>
    public required string Address { get; init; }

    /// <summary>The kind, a label that readers see.</summary>
    public required ArticleKind Kind { get; init; }

    /// <summary>The headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The standfirst; null for none.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The byline, in its order.</summary>
    public required IReadOnlyList<BylineView> Bylines { get; init; }

    /// <summary>When it was published.</summary>
    public required MomentView Published { get; init; }

    /// <summary>When it was last updated; null for never.</summary>
    public MomentView? Updated { get; init; }

    /// <summary>What was wrong in it and has been put right, the latest first.</summary>
    public IReadOnlyList<StoryCorrection> Corrections { get; init; } = [];

    /// <summary>The picture above the text; null for none.</summary>
    public PictureView? Lead { get; init; }

    /// <summary>Whole years since publication when they are two or more, for the age notice; null for a younger article.</summary>
    public int? YearsOld { get; init; }

    /// <summary>The blocks.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The records that the blocks name.</summary>
    public required IReferences References { get; init; }

    /// <summary>What blocks may know of the article.</summary>
    public required ArticleFrame Frame { get; init; }

    /// <summary>The topics, the main one first.</summary>
    public required IReadOnlyList<NavLink> Topics { get; init; }

    /// <summary>The cited documents: the article's own and those of its blocks.</summary>
    public required IReadOnlyList<SourceCard> Sources { get; init; }

    /// <summary>What to read next, with the reason; empty for nothing.</summary>
    public IReadOnlyList<NextStory> Next { get; init; } = [];

    /// <summary>What other features put at the end of the text: corrections.</summary>
    public IReadOnlyList<SlotPart> Notes { get; init; } = [];

    /// <summary>What other features put under the article: its discussion.</summary>
    public IReadOnlyList<SlotPart> Discussion { get; init; } = [];

    /// <summary>What other features put beside the article.</summary>
    public IReadOnlyList<SlotPart> Rail { get; init; } = [];

    /// <summary>What other features put across the page after everything else.</summary>
    public IReadOnlyList<SlotPart> Banner { get; init; } = [];
}

/// <summary>A name of a byline.</summary>
/// <param name="Slug">Slug of the author.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="IsDesk">Whether it is a desk or an organisation rather than a person.</param>
/// <param name="JobTitle">What they cover or whom they write for; null for none.</param>
public sealed record BylineView(string Slug, string Name, bool IsDesk, string? JobTitle);

/// <summary>A picture with what it is there for.</summary>
/// <param name="Picture">The picture in its sizes.</param>
/// <param name="Alt">Text for those who cannot see it; empty when the picture is decorative or its caption says what it shows.</param>
/// <param name="Caption">The caption; null for none.</param>
/// <param name="Credit">Whom to credit; null for nobody.</param>
public sealed record PictureView(Picture Picture, string Alt, string? Caption, string? Credit);

/// <summary>A day, or a day and a minute, for <c>time</c> elements.</summary>
/// <param name="Machine">The value of <c>datetime</c>: a day, or a minute with its offset.</param>
/// <param name="Text">As readers see it, such as "21 September 2022" or "21 September 2022, 6:00".</param>
/// <param name="Day">The day alone, such as "21 September 2022".</param>
/// <param name="Instant">The instant, with the site's offset.</param>
public sealed record MomentView(string Machine, string Text, string Day, DateTimeOffset Instant)
{
    /// <summary>Makes it of a wall time that was chosen and the instant it meant.</summary>
    /// <param name="site">The site.</param>
    /// <param name="wall">Such as "2022-09-21" or "2022-09-21 06:00".</param>
    /// <param name="instant">The instant.</param>
    public static MomentView Of(Site site, string wall, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(site);
        var local = site.Local(instant);
        var day = local.ToString("d MMMM yyyy", site.Culture);
        return WallTime.Parse(wall) is { Time: null }
            ? new(wall, day, day, local)
            : new(local.ToString("yyyy-MM-dd'T'HH:mmzzz", System.Globalization.CultureInfo.InvariantCulture), $"{day}, {local.ToString("H:mm", site.Culture)}", day, local);
    }
}
