using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Search;

/// <summary>The page of a search.</summary>
public sealed record SearchView
{
    /// <summary>What was typed, as it goes back into the box.</summary>
    public required string Typed { get; init; }

    /// <summary>Whether something was looked for; otherwise the page only asks.</summary>
    public required bool Asks { get; init; }

    /// <summary>How many stories there are, in words; empty while nothing was looked for.</summary>
    public string Count { get; init; } = "";

    /// <summary>What may have been meant, with its address; null for nothing.</summary>
    public NavLink? Meant { get; init; }

    /// <summary>People, topics and authors.</summary>
    public FoundNames Names { get; init; } = new([], [], []);

    /// <summary>The stories of this page.</summary>
    public IReadOnlyList<SearchHit> Stories { get; init; } = [];

    /// <summary>By what the stories can be narrowed; groups without a choice are left out.</summary>
    public IReadOnlyList<SearchChoices> Choices { get; init; } = [];

    /// <summary>What is chosen beside the words, sent again with the form: names and values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Kept { get; init; } = [];

    /// <summary>The first day, as a form gives it; empty for none.</summary>
    public string From { get; init; } = "";

    /// <summary>The last day, as a form gives it; empty for none.</summary>
    public string To { get; init; } = "";

    /// <summary>The page without filters, when there are any; null otherwise.</summary>
    public string? WithoutFilters { get; init; }

    /// <summary>Feeds of this search.</summary>
    public IReadOnlyList<FeedLink> Feeds { get; init; } = [];

    /// <summary>Every topic, for those who have found nothing.</summary>
    public IReadOnlyList<NavLink> Topics { get; init; } = [];

    /// <summary>Which page it is, of how many.</summary>
    public PagesView? Pages { get; init; }

    /// <summary>What other features put beside it.</summary>
    public required IReadOnlyList<SlotPart> Rail { get; init; }
}

/// <summary>A story that was found.</summary>
/// <param name="Story">The story.</param>
/// <param name="Standfirst">Its standfirst, marked; null for none.</param>
/// <param name="Passage">A passage of its text with the words marked; null when they are not in the text.</param>
public sealed record SearchHit(Teaser Story, MarkedWords? Standfirst, MarkedWords? Passage);

/// <summary>A way to narrow a search, or to order it.</summary>
/// <param name="Label">What is chosen.</param>
/// <param name="Items">The choices.</param>
public sealed record SearchChoices(string Label, IReadOnlyList<SearchChoice> Items);

/// <summary>One choice.</summary>
/// <param name="Text">What readers see.</param>
/// <param name="Count">How many stories it leaves, as readers see it, such as “12” or “250+”; null where that says nothing.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="IsChosen">Whether it is chosen now.</param>
public sealed record SearchChoice(string Text, string? Count, string Path, bool IsChosen);
