using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Api;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Reading;

/// <summary>The API's documentation for people, made from its OpenAPI document.</summary>
public sealed class ApiDocsPage(ApiReferences references, Site site, PageFrames frames) : ReaderPage(frames)
{
    /// <summary>What the partial shows.</summary>
    public ApiReference View { get; private set; } = null!;

    /// <summary>Shows the documentation.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        View = await references.ReadAsync(ct);
        return await ShowAsync(new() { Title = "API", Description = "How programs read this site: every address, what it answers, and examples.", Canonical = site.Address("/api/docs") }, ct);
    }
}
