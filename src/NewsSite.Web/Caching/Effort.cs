namespace NewsSite.Web.Caching;

/// <summary>How much time is spent on making bytes fewer.</summary>
internal enum Effort
{
    /// <summary>Next to none: they serve one reader.</summary>
    Little,

    /// <summary>A few milliseconds once: they serve many requests.</summary>
    Some,

    /// <summary>All that it takes: they never change, and every new reader loads them.</summary>
    Most,
}
