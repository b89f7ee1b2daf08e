using NewsSite.Web.Articles;

namespace NewsSite.Web.Search;

/// <summary>A search with its filters.</summary>
/// <param name="Query">What was typed.</param>
/// <param name="Kind">Only stories of this kind; null for all.</param>
/// <param name="Topic">Only stories of this topic, by its present slug; null for all.</param>
/// <param name="From">The first day of publication in the site's zone; null for no limit.</param>
/// <param name="To">The last day of publication; null for no limit.</param>
/// <param name="Order">What comes first.</param>
internal sealed record SearchRequest(SearchQuery Query, ArticleKind? Kind = null, string? Topic = null, DateOnly? From = null, DateOnly? To = null, SearchOrder Order = SearchOrder.Relevance)
{
    /// <summary>Only stories with this author, by slug; null for all.</summary>
    public string? Author { get; init; }

    /// <summary>Only stories in which this person speaks or is named, by slug; null for all.</summary>
    public string? Person { get; init; }

    /// <summary>Whether there is something to look for, if only filters.</summary>
    public bool Asks => Query.Asks || Kind is not null || Topic is not null || From is not null || To is not null;
}

/// <summary>What a search finds.</summary>
/// <param name="Total">How many stories.</param>
/// <param name="Stories">Those of the page.</param>
internal sealed record SearchFound(int Total, IReadOnlyList<LiveArticle> Stories);
