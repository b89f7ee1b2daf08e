namespace NewsSite.Web.Articles;

/// <summary>What readers can see of some articles has changed. Raised inside the transaction, before its commit.</summary>
/// <param name="Articles">One for each article, in no order.</param>
public sealed record LiveChanges(IReadOnlyList<LiveChange> Articles)
{
    /// <summary>Tags of further pages that are touched; a hook adds those of what it changes.</summary>
    public ISet<string> Tags { get; } = new HashSet<string>(StringComparer.Ordinal);
}

/// <summary>What readers can see of one article has changed.</summary>
/// <param name="Article">The article as it is now.</param>
/// <param name="Before">The revision that readers saw; null when they saw none.</param>
/// <param name="After">The revision that readers see now; null when they see none.</param>
/// <param name="SlugBefore">The slug until now; null for an article that is new.</param>
public sealed record LiveChange(Article Article, Revision? Before, Revision? After, string? SlugBefore);
