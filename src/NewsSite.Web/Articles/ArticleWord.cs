using NewsSite.Web.Data;

namespace NewsSite.Web.Articles;

/// <summary>A word by which an article is found in the newsroom. The database makes these rows of <see cref="Article.Words"/>; nobody else writes them.</summary>
public sealed class ArticleWord
{
    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The word, one of <see cref="SearchWords"/>.</summary>
    public required string Word { get; init; }
}
