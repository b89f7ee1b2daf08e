using NewsSite.Web.Caching;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Sites;

/// <summary>Something above everything on a page of readers.</summary>
/// <param name="Part">What is drawn.</param>
/// <param name="Sheet">Address of a style sheet for it; null for none.</param>
public sealed record PageTop(SlotPart Part, string? Sheet);

/// <summary>Puts something above everything on every page of readers, such as an alert.</summary>
public interface IPageTop
{
    /// <summary>What it puts there now; null for nothing.</summary>
    /// <param name="tags">Takes the tags of what is shown, and the instant at which it changes by itself.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    ValueTask<PageTop?> FillAsync(PageTags tags, CancellationToken ct);
}
