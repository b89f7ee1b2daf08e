using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>A page that could not be shown.</summary>
/// <param name="Code">HTTP status.</param>
/// <param name="Heading">What happened, for readers.</param>
/// <param name="Words">What they can do.</param>
/// <param name="Number">A number to tell the newsroom; null when the fault is not ours.</param>
/// <param name="Latest">The newest stories, so that nobody stands at a dead end; none when they cannot be read.</param>
public sealed record TroubleView(int Code, string Heading, string Words, string? Number, IReadOnlyList<Teaser> Latest);

/// <summary>Shown in place of a page that is missing, withdrawn or broken; has no address of its own.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed partial class ProblemPage(ListingReader listings, PageFrames frames, Site site, ThemeAssets assets, ILogger<ProblemPage> log) : ReaderPage(frames)
{
    private const int Shown = 4;

    /// <summary>What the partial shows.</summary>
    public TroubleView View { get; private set; } = null!;

    /// <summary>Shows the trouble; a visit to this address itself is answered with 404.</summary>
    public Task<IActionResult> OnGetAsync(int code, CancellationToken ct) => TroubleAsync(code, ct);

    /// <summary>A form that failed is shown the same.</summary>
    public Task<IActionResult> OnPostAsync(int code, CancellationToken ct) => TroubleAsync(code, ct);

    private async Task<IActionResult> TroubleAsync(int code, CancellationToken ct)
    {
        var from = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;
        var broken = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (from is null && !broken) Response.StatusCode = code = StatusCodes.Status404NotFound;
        var (heading, words) = code switch
        {
            StatusCodes.Status404NotFound => ("There is nothing at this address", "The link may be mistyped, or the page may never have existed. Stories that move leave a forwarding address."),
            StatusCodes.Status403Forbidden => ("Your role does not allow this", "Somebody with another role in the newsroom can do it, or an administrator can change yours."),
            StatusCodes.Status410Gone when from?.StartsWith("/jobs/", StringComparison.Ordinal) == true => ("This vacancy has closed", "It can no longer be applied for."),
            StatusCodes.Status410Gone => ("This story has been withdrawn", "It was published here and has been taken back."),
            >= 500 => ("Something went wrong on our side", "The fault has been noted. Please try again in a minute."),
            _ => ("This request could not be understood", "The address may have been damaged on its way here."),
        };
        try
        {
            View = new(code, heading, words, code >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null, code >= 500 ? [] : await listings.NewestAsync(Listing.News, Shown, Tags, ct));
            return await ShowAsync(new() { Title = heading, NoIndex = true }, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The fault may be the database itself: say so in a frame that asks nothing of it.
            Bare(log, e);
            View ??= new(code, heading, words, null, []);
            ViewData[PageFrame.Key] = new PageFrame(site.Name, site.Tagline, site.Address("/"), site.Culture.Name, new([], [], [], []), assets, new() { Title = heading, NoIndex = true });
            return Page();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The page that tells readers of a fault had to leave out the site's links")]
    private static partial void Bare(ILogger log, Exception e);
}
