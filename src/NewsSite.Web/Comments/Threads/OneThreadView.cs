namespace NewsSite.Web.Comments.Threads;

/// <summary>One thread on a page of its own, with a page of its answers.</summary>
public sealed record OneThreadView
{
    /// <summary>The article's slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>What began the thread.</summary>
    public required CommentView Top { get; init; }

    /// <summary>The answers of this page, oldest first.</summary>
    public required IReadOnlyList<CommentView> Answers { get; init; }

    /// <summary>How many answers readers see.</summary>
    public required int Count { get; init; }

    /// <summary>Number of this page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages => Math.Max(1, (Count + ThreadReader.PageSize - 1) / ThreadReader.PageSize);

    /// <summary>Path of the first page.</summary>
    public string Path => $"{Top.Path}/answers";

    /// <summary>Path of the page before; null on the first.</summary>
    public string? Previous => Page > 1 ? PathOf(Page - 1) : null;

    /// <summary>Path of the page after; null on the last.</summary>
    public string? Next => Page < Pages ? PathOf(Page + 1) : null;

    private string PathOf(int page) => page == 1 ? Path : $"{Path}?page={page}";
}
