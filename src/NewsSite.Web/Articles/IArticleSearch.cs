namespace NewsSite.Web.Articles;

/// <summary>Finds live articles by words, for lists that programs ask for.</summary>
internal interface IArticleSearch
{
    /// <summary>Characters of a search that are read.</summary>
    const int Longest = 200;

    /// <summary>How many there are, and those of one page, the best match first.</summary>
    /// <param name="words">What was typed; anything may be.</param>
    /// <param name="filter">What else is asked for.</param>
    /// <param name="before">How many come before the page.</param>
    /// <param name="size">How many it has at most.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    Task<(int Total, IReadOnlyList<LiveArticle> Found)> FindAsync(string words, ArticleFilter filter, long before, int size, CancellationToken ct);
}
