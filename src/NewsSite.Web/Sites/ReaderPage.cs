using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Web.Caching;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Sites;

/// <summary>What every reader page needs to be shown in the site's frame.</summary>
public sealed class PageFrames(Site site, ITopicLinks topics, IEnumerable<PageLink> links, IEnumerable<IPageTop> tops, ThemeAssets assets)
{
    private readonly NavLink[] _masthead = [.. links.Where(l => l.Place is PageLinkPlace.Masthead).OrderBy(l => l.Order).Select(l => l.Link)];
    private readonly NavLink? _search = links.FirstOrDefault(l => l.Place is PageLinkPlace.Search)?.Link;
    private readonly NavLink[] _footer = [.. links.Where(l => l.Place is PageLinkPlace.Footer).OrderBy(l => l.Order).Select(l => l.Link)];

    /// <summary>The frame of a page.</summary>
    /// <param name="head">What search engines and social cards are told.</param>
    /// <param name="theme">The theme chosen for this request; null for the site's.</param>
    /// <param name="tags">Takes the tags of what is above the page.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    public async ValueTask<PageFrame> MakeAsync(PageHead head, ThemeSet? theme, PageTags tags, CancellationToken ct)
    {
        var above = new List<PageTop>();
        foreach (var top in tops)
            if (await top.FillAsync(tags, ct) is { } found) above.Add(found);
        if (above.Count > 0) head = head with { Sheets = [.. head.Sheets, .. above.Select(t => t.Sheet).OfType<string>()] };
        var all = await topics.AllAsync(ct);
        var navigation = new Navigation([.. all.Where(t => t.IsSection).Select(t => t.Link)], [.. all.Select(t => t.Link)], _masthead, _footer);
        return new(site.Name, site.Tagline, site.Address("/"), site.Culture.Name, navigation, theme?.Assets ?? assets, head)
        {
            Search = head.HasSearchBox ? null : _search,
            PublishedBy = site.Publisher switch { Publisher.Council => "Published by the council itself", Publisher.Trade => "A trade title", _ => "An independent title" },
            Top = [.. above.Select(t => t.Part).OrderBy(p => p.Order)],
        };
    }
}

/// <summary>A page of the public site. Its own file renders one partial, which a theme may override.</summary>
public abstract class ReaderPage(PageFrames frames) : PageModel
{
    /// <summary>The tags of the page in the making.</summary>
    protected PageTags Tags => HttpContext.PageTags();

    /// <summary>The page asked for by <c>?page=</c>, 1 when it is not given; null when it is no number from 1 on.</summary>
    protected int? PageNumber => Request.Query["page"] switch
    {
        [] => 1,
        [{ Length: < 8 } text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        _ => null,
    };

    /// <summary>Shows the page.</summary>
    /// <param name="head">What search engines and social cards are told.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    protected async Task<IActionResult> ShowAsync(PageHead head, CancellationToken ct)
    {
        Tags.Add("topics"); // the navigation is on every page
        ViewData[PageFrame.Key] = await frames.MakeAsync(head, HttpContext.Theme, Tags, ct);
        return Page();
    }
}
