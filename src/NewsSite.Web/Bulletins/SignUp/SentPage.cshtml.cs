using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>What readers are told after they asked, whoever they are.</summary>
internal sealed class SentPage(PageFrames frames) : AskPage(frames)
{
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => AskAsync(new()
    {
        Title = "Look into your mail",
        Words = ["We have written to the address. Open the link in that mail to confirm; nothing comes before. If no mail comes, look into the folder for unwanted mail."],
        LinkText = "Front page",
        LinkPath = "/",
    }, ct);
}
