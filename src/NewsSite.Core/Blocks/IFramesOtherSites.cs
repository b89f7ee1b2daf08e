namespace NewsSite.Core.Blocks;

/// <summary>A block that can show a page of another site within its own. The site's security policy then lets that site, and no other, into the article's page.</summary>
public interface IFramesOtherSites
{
    /// <summary>The https addresses shown; empty for none.</summary>
    IEnumerable<string> Frames { get; }
}
