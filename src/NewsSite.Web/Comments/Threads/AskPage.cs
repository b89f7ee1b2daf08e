using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Threads;

/// <summary>A plain page about a comment or a commenter.</summary>
[IgnoreAntiforgeryToken]
internal abstract class AskPage(PageFrames frames) : ReaderPage(frames)
{
    public AskView View { get; private set; } = null!;

    protected async Task<IActionResult> AskAsync(AskView view, CancellationToken ct, int status = StatusCodes.Status200OK)
    {
        View = view;
        Response.StatusCode = status;
        return await ShowAsync(new PageHead { Title = view.Title, NoIndex = true }, ct);
    }

    // What a link opens is for one reader.
    protected async Task<IActionResult> SecretAsync(AskView view, CancellationToken ct, int status = StatusCodes.Status200OK)
    {
        Tags.NotCacheable();
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return await AskAsync(view, ct, status);
    }

    protected Task<IActionResult> NoGoodAsync(CancellationToken ct) => SecretAsync(new()
    {
        Title = "This link is no good any more",
        Words = ["It may have been cut off in your mail program, or its time has run out. Links in our mails are good for a time that the mail names."],
    }, ct, StatusCodes.Status404NotFound);
}
