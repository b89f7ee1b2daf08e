using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Web.Reading;

/// <summary>Sends readers on to the latest month with stories.</summary>
public sealed class ArchiveIndexPage(ArchiveReader archive) : PageModel
{
    /// <summary>Redirects for now, because the latest month changes.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await archive.LatestAsync(ct) is { } month ? Redirect(ArchiveReader.PathOf(month)) : NotFound();
}
