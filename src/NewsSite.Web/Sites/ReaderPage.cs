using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Web.Caching;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Sites;

/// <summary>What every reader page needs to be shown in the site's frame.</summary>
public sealed class PageFrames(Site site, INavigation navigation, ThemeAssets assets)
{
    /// <summary>The frame of a page.</summary>
    public async ValueTask<PageFrame> MakeAsync(PageHead head, CancellationToken ct) =>
        new(site.Name, site.Tagline, site.Address("/"), site.Culture.Name, await navigation.SectionsAsync(ct), assets, head);
}

/// <summary>A page of the public site. Its own file renders one partial, which a theme may override.</summary>
public abstract class ReaderPage(PageFrames frames) : PageModel
{
    /// <summary>The tags of the page in the making.</summary>
    protected PageTags Tags => HttpContext.PageTags();

    /// <summary>Shows the page.</summary>
    /// <param name="head">What search engines and social cards are told.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    protected async Task<IActionResult> ShowAsync(PageHead head, CancellationToken ct)
    {
        Tags.Add("topics"); // the navigation is on every page
        ViewData[PageFrame.Key] = await frames.MakeAsync(head, ct);
        return Page();
    }
}
