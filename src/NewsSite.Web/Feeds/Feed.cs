namespace NewsSite.Web.Feeds;

/// <summary>The newest articles of the site or of a topic, as every form of feed tells them.</summary>
internal sealed record Feed
{
    public required string Title { get; init; }

    /// <summary>Null for none.</summary>
    public string? Description { get; init; }

    /// <summary>Absolute address of the page that shows the same articles.</summary>
    public required string HomeAddress { get; init; }

    /// <summary>Absolute address before the file's name, without a slash at the end.</summary>
    public required string Folder { get; init; }

    /// <summary>What follows the file's name in the feed's address, with its question mark; empty for most.</summary>
    public string Query { get; init; } = "";

    /// <summary>Such as <c>en-GB</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>When the last of the articles was published, updated or corrected; null for an empty feed.</summary>
    public DateTimeOffset? Updated => Entries.Count == 0 ? null : Entries.Max(e => e.Updated ?? e.Published);
}

/// <summary>An article of a feed.</summary>
internal sealed record FeedEntry
{
    /// <summary>The article's permanent id as a URN: it outlives every change of headline, address and host.</summary>
    public required string Id { get; init; }

    public required string Address { get; init; }

    /// <summary>The headline; a sponsored article's begins with its label.</summary>
    public required string Title { get; init; }

    /// <summary>The standfirst; null for none.</summary>
    public string? Summary { get; init; }

    /// <summary>The whole body as HTML, its addresses absolute; what was corrected stands before it.</summary>
    public required string Html { get; init; }

    /// <summary>With the site's offset, so that a day stays the day that was chosen.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When its words were last updated or corrected; null for never.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Name and absolute address of each author.</summary>
    public required IReadOnlyList<(string Name, string Address)> Authors { get; init; }

    /// <summary>The kind where it is more than news, then the topics.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Absolute address of the picture above the text; null for none.</summary>
    public string? Image { get; init; }
}
