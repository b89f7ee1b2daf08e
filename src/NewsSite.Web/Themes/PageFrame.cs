namespace NewsSite.Web.Themes;

/// <summary>What the layout is given: everything on a page that is not its own matter.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Tagline">The line under it; may be empty.</param>
/// <param name="HomeAddress">The absolute address of the home page.</param>
/// <param name="Language">Language of the site, such as <c>en-GB</c>.</param>
/// <param name="Links">Links of the masthead and the footer.</param>
/// <param name="Assets">Addresses of the theme's files.</param>
/// <param name="Head">What search engines, feeds and social cards are told.</param>
public sealed record PageFrame(
    string Site, string Tagline, string HomeAddress, string Language, Navigation Links, ThemeAssets Assets, PageHead Head)
{
    /// <summary>The key under which a page's view data holds its frame.</summary>
    public const string Key = "Frame";

    /// <summary>Who publishes the site, in readers' words; null to say nothing.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>What stands above everything, such as alerts; mostly empty.</summary>
    public IReadOnlyList<SlotPart> Top { get; init; } = [];

    /// <summary>The page that the box in the masthead asks; null for no box.</summary>
    public NavLink? Search { get; init; }

    /// <summary>The sections, for the bar under the nameplate.</summary>
    public IReadOnlyList<NavLink> Sections => Links.Sections;

    /// <summary>Every topic, for the footer.</summary>
    public IReadOnlyList<NavLink> Topics => Links.Topics;

    /// <summary>The few links beside the nameplate.</summary>
    public IReadOnlyList<NavLink> Tools => Links.Tools;

    /// <summary>Links about the paper, for the footer.</summary>
    public IReadOnlyList<NavLink> Footer => Links.Footer;
}

/// <summary>The links of every page.</summary>
/// <param name="Sections">The sections, in their order.</param>
/// <param name="Topics">Every topic, sections first.</param>
/// <param name="Tools">The few links beside the nameplate.</param>
/// <param name="Footer">Links about the paper.</param>
public sealed record Navigation(IReadOnlyList<NavLink> Sections, IReadOnlyList<NavLink> Topics, IReadOnlyList<NavLink> Tools, IReadOnlyList<NavLink> Footer);

/// <summary>A link that a feature adds to every page.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Order">Its place among the others there, least first.</param>
/// <param name="Link">The link.</param>
public sealed record PageLink(PageLinkPlace Place, int Order, NavLink Link);

/// <summary>Where a <see cref="PageLink"/> stands.</summary>
public enum PageLinkPlace
{
    /// <summary>Beside the nameplate.</summary>
    Masthead,

    /// <summary>In the footer.</summary>
    Footer,

    /// <summary>The page that answers what is typed into the box of the masthead, as <c>q</c> of its query.</summary>
    Search,
}

/// <summary>A link of the navigation.</summary>
/// <param name="Text">What readers see.</param>
/// <param name="Path">Where it leads, beginning with a slash.</param>
public sealed record NavLink(string Text, string Path);

/// <summary>What a page tells search engines, feed readers and social cards. It says only what the page shows.</summary>
public sealed record PageHead
{
    /// <summary>The page's title without the site's name; null for the home page.</summary>
    public required string? Title { get; init; }

    /// <summary>One or two sentences; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>Absolute address of the page; null for pages that have no one address, such as errors.</summary>
    public string? Canonical { get; init; }

    /// <summary>Title for social cards; null when <see cref="Title"/> serves.</summary>
    public string? SocialTitle { get; init; }

    /// <summary>OpenGraph type: <c>website</c>, <c>article</c> or <c>profile</c>.</summary>
    public string OpenGraphType { get; init; } = "website";

    /// <summary>Absolute address of the picture for social cards; null for none.</summary>
    public string? Image { get; init; }

    /// <summary>Description of that picture; null for none.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>OpenGraph properties of the type, such as <c>article:published_time</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Properties { get; init; } = [];

    /// <summary>Structured data (schema.org).</summary>
    public IReadOnlyList<JsonLd> JsonLd { get; init; } = [];

    /// <summary>Feeds of this page beside the site's own.</summary>
    public IReadOnlyList<FeedLink> Feeds { get; init; } = [];

    /// <summary>The page before in a listing; null for none.</summary>
    public string? Previous { get; init; }

    /// <summary>The page after in a listing; null for none.</summary>
    public string? Next { get; init; }

    /// <summary>Addresses of style sheets beside the theme's.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>Whether the page has a search box of its own, so that the masthead needs none.</summary>
    public bool HasSearchBox { get; init; }

    /// <summary>Whether search engines should leave the page out.</summary>
    public bool NoIndex { get; init; }
}

/// <summary>A feed of a page.</summary>
/// <param name="Title">What a feed reader calls it.</param>
/// <param name="ContentType">Such as <c>application/rss+xml</c>.</param>
/// <param name="Path">Where it is, beginning with a slash.</param>
public sealed record FeedLink(string Title, string ContentType, string Path)
{
    /// <summary>The three forms of a feed.</summary>
    /// <param name="title">What it is about: the site, or a topic.</param>
    /// <param name="folder">Path before the feed's file, such as <c>/topics/council</c>; empty for the site's own.</param>
    public static IReadOnlyList<FeedLink> Of(string title, string folder) =>
    [
        new($"{title} (RSS)", "application/rss+xml", $"{folder}/feed.xml"),
        new($"{title} (Atom)", "application/atom+xml", $"{folder}/atom.xml"),
        new($"{title} (JSON Feed)", "application/feed+json", $"{folder}/feed.json"),
    ];
}

/// <summary>Gives the layout the links to topics.</summary>
public interface ITopicLinks
{
    /// <summary>The topics, sections first in their order.</summary>
    /// <returns>Each topic's link, and whether it is a section.</returns>
    ValueTask<IReadOnlyList<(NavLink Link, bool IsSection)>> AllAsync(CancellationToken ct);
}
