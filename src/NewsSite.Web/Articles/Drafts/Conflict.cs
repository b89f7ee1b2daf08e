namespace NewsSite.Web.Articles.Drafts;

/// <summary>What of an article two people have changed differently.</summary>
public enum ConflictKind
{
    /// <summary>A block; its key is the id.</summary>
    Block,

    /// <summary>A field of the article; its key is the name in JSON.</summary>
    Field,

    /// <summary>The place of a block that both have moved; its key is "blocks", its values are ids in their order.</summary>
    Order,
}

/// <summary>Something that two people have changed differently, so that one of them has to choose.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Which one it is.</param>
/// <param name="Base">What both started from; null when it was not there.</param>
/// <param name="Yours">What you have made of it; null when you have removed it.</param>
/// <param name="Theirs">What they have made of it; null when they have removed it.</param>
public sealed record Conflict(ConflictKind Kind, string Key, object? Base, object? Yours, object? Theirs);

/// <summary>Two people's changes to one article put together.</summary>
/// <param name="Content">The article with both; what they have made of it wherever there is a conflict.</param>
/// <param name="Conflicts">What one of them has to choose; empty when all went together.</param>
public sealed record Merged(DraftContent Content, IReadOnlyList<Conflict> Conflicts);
