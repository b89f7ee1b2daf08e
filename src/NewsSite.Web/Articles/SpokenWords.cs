namespace NewsSite.Web.Articles;

/// <summary>What a person of the register said in a live article, gathered from its blocks. Can be thrown away and made again.</summary>
public sealed class SpokenWords
{
    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The block's id in the article.</summary>
    public required string BlockId { get; init; }

    /// <summary>Slug of the person.</summary>
    public required string Person { get; init; }

    /// <summary>The name as it was given that day.</summary>
    public required string Name { get; init; }

    /// <summary>The role held that day; null when none was given.</summary>
    public string? Role { get; init; }

    /// <summary>Where or when it was said; null when not known.</summary>
    public string? Occasion { get; init; }

    /// <summary>The words, a paragraph each.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>When the article was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The block's place in the article, from 0.</summary>
    public required int Position { get; init; }
}
