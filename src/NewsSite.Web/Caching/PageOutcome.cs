namespace NewsSite.Web.Caching;

/// <summary>What became of a rendering, for the requests that waited for it.</summary>
internal enum PageOutcome
{
    /// <summary>The page is in the store: take it from there.</summary>
    Kept,

    /// <summary>Its reader went away, or what it shows changed meanwhile: somebody has to render it again.</summary>
    Dropped,

    /// <summary>Not a page to share, or it failed: everyone has to ask for themselves.</summary>
    NotShared,
}
