using NewsSite.Core.Blocks;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles;

/// <summary>An article as listings show it.</summary>
/// <param name="Id">Permanent id.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Kind">The kind, a label that readers see.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst; null for none.</param>
/// <param name="Bylines">Names of the authors, in their order.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Picture">The picture above the text; null for none.</param>
public sealed record Teaser(
    Guid Id, string Slug, ArticleKind Kind, string Headline, string? Standfirst, IReadOnlyList<string> Bylines, MomentView Published, Picture? Picture)
{
    /// <summary>Where it is.</summary>
    public string Path => $"/news/{Slug}";
}

/// <summary>A teaser with the way it is shown.</summary>
/// <param name="Story">The article.</param>
/// <param name="Level">Level of its heading, 2 or 3.</param>
/// <param name="Look">Extra classes: <c>lead</c>, <c>small</c>; empty for none.</param>
/// <param name="WithPicture">Whether the picture is shown.</param>
/// <param name="WithStandfirst">Whether the standfirst is shown.</param>
/// <param name="WithByline">Whether the authors are named.</param>
/// <param name="WithDay">Whether the day is shown.</param>
public sealed record TeaserView(
    Teaser Story, int Level = 3, string Look = "", bool WithPicture = false, bool WithStandfirst = true, bool WithByline = true, bool WithDay = true)
{
    /// <summary>Why it is shown here, such as “Also about Ofsted”; null to say nothing.</summary>
    public string? Reason { get; init; }
}

/// <summary>A page of a listing.</summary>
/// <param name="Stories">Newest first.</param>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Of">How many pages there are, at least 1.</param>
/// <param name="Total">How many articles the whole listing has.</param>
public sealed record ListingPage(IReadOnlyList<Teaser> Stories, int Number, int Of, int Total);
