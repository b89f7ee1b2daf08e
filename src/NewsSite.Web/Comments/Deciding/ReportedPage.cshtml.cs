using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Deciding;

/// <summary>Says what happens next with a report.</summary>
internal sealed class ReportedPage(PageFrames frames) : AskPage(frames)
{
    public Task<IActionResult> OnGetAsync(string what, CancellationToken ct) => AskAsync(new()
    {
        Title = "Thank you: a moderator reads the comment again",
        Words = [what == "mail" ? "A mail tells you what was decided, and so does one to the writer." : "The writer is told what was decided."],
        LinkText = "Front page",
        LinkPath = "/",
    }, ct);
}
