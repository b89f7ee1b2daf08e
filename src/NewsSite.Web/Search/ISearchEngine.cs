namespace NewsSite.Web.Search;

/// <summary>Full text search as one of the databases does it.</summary>
internal interface ISearchEngine
{
    /// <summary>Stories that can be reached by turning pages: beyond them, relevance means nothing.</summary>
    const int Deepest = 1_000;

    /// <summary>How far the stories of a kind or a topic are counted: readers wait for all of these counts.</summary>
    const int Counted = 250;

    /// <summary>Adds rows to the index, inside the caller's transaction.</summary>
    Task AddAsync(IReadOnlyList<(long Id, SearchDocument Document)> rows, CancellationToken ct);

    /// <summary>Adds words to the vocabulary that it lacks, inside the caller's transaction.</summary>
    Task LearnAsync(IReadOnlyCollection<string> words, CancellationToken ct);

    /// <summary>How many stories there are, counted no further than asked.</summary>
    Task<int> CountAsync(SearchPlan plan, int most, CancellationToken ct);

    /// <summary>How many of the stories have each of these marks, counted no further than <see cref="Counted"/>.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(SearchPlan plan, IReadOnlyCollection<string> marks, CancellationToken ct);

    /// <summary>The numbers of a page of stories.</summary>
    /// <param name="plan">Which.</param>
    /// <param name="order">What comes first.</param>
    /// <param name="now">The present; a new story stands a little higher than an old one of the same words.</param>
    /// <param name="skip">How many come before the page; at most <see cref="Deepest"/>.</param>
    /// <param name="take">How many it has at most.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    Task<IReadOnlyList<long>> PageAsync(SearchPlan plan, SearchOrder order, DateTimeOffset now, int skip, int take, CancellationToken ct);
}

/// <summary>What comes first among the stories that a search finds.</summary>
internal enum SearchOrder
{
    /// <summary>What fits the words best.</summary>
    Relevance,

    /// <summary>The newest.</summary>
    Date,
}
