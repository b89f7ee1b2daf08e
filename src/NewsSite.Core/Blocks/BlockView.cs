using System.Globalization;
using NewsSite.Core.Fields;

namespace NewsSite.Core.Blocks;

/// <summary>What a block's partial is given: the block, and the records that it names.</summary>
/// <typeparam name="TBlock">The block's type.</typeparam>
/// <param name="Block">The block.</param>
/// <param name="References">The records that blocks of this article name, as they are today.</param>
/// <param name="Article">The article around it.</param>
public sealed record BlockView<TBlock>(TBlock Block, IReferences References, ArticleFrame Article)
    where TBlock : Block
{
    /// <summary>The block that readers see just before this one; null for the first.</summary>
    public Block? Before { get; init; }

    /// <summary>Prefix for the ids of elements, unique on the page.</summary>
    public string ElementId => $"b-{Block.Id}";
}

/// <summary>What a block may know of the article that it stands in.</summary>
/// <param name="Address">Absolute address of the article.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Published">The day of publication in the site's time zone; null for a draft.</param>
public sealed record ArticleFrame(string Address, string Headline, DateOnly? Published)
{
    /// <summary>How the site writes dates and numbers.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;
}

/// <summary>The records that the blocks of an article name, loaded before the first block is drawn.</summary>
public interface IReferences
{
    /// <summary>The cited document; null when it is gone.</summary>
    SourceCard? Source(string? slug);

    /// <summary>The picture; null when it is gone.</summary>
    Picture? Picture(string? file);

    /// <summary>A live article; null when readers cannot see it.</summary>
    ArticleLink? Article(string slug);

    /// <summary>Turns CommonMark into safe HTML by the same rules as prose.</summary>
    string Html(string markdown);
}

/// <summary>A cited document.</summary>
/// <param name="Slug">Its slug in the register.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it; null when not known.</param>
/// <param name="Kind">What it is, such as "Inspection report"; null when not known.</param>
/// <param name="Address">Where it can be read; null when it is not on the web.</param>
/// <param name="Published">Its date; null when not known.</param>
public sealed record SourceCard(string Slug, string Title, string? Publisher, string? Kind, string? Address, PartialDate? Published);

/// <summary>A link to an article.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Standfirst">Its standfirst; null when it has none.</param>
/// <param name="Kind">Its kind in readers' words, such as "Analysis".</param>
/// <param name="Published">The day of publication in the site's time zone.</param>
public sealed record ArticleLink(string Slug, string Headline, string? Standfirst, string Kind, DateOnly Published);

/// <summary>A picture with the sizes it comes in.</summary>
/// <param name="Address">Address of the original or the largest rendition, for <c>src</c>.</param>
/// <param name="Width">Its width in pixels, after orientation.</param>
/// <param name="Height">Its height in pixels, after orientation.</param>
/// <param name="Sets">One <c>srcset</c> for each format, best first; empty when there are no renditions.</param>
/// <param name="Credit">Whom to credit; null for nobody.</param>
public sealed record Picture(string Address, int Width, int Height, IReadOnlyList<PictureSet> Sets, string? Credit)
{
    /// <summary>What a crop keeps in view.</summary>
    public FocalPoint Focus { get; init; } = FocalPoint.Centre;
}

/// <summary>The widths of a picture in one format.</summary>
/// <param name="ContentType">Such as <c>image/avif</c>.</param>
/// <param name="SrcSet">The value of <c>srcset</c>.</param>
public sealed record PictureSet(string ContentType, string SrcSet);
