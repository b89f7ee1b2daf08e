using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Posting;

/// <summary>Stops mails about answers. Mail programs send the form themselves (RFC 8058), from nowhere: the link is the proof.</summary>
internal sealed class StopPage(CommentLinks links, NewsDb db, TimeProvider clock, PageFrames frames) : AskPage(frames)
{
    public Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => links.ReadId(LinkKind.Stop, token) is null ? NoGoodAsync(ct) : SecretAsync(new()
    {
        Title = "No more mails about answers",
        Words = ["Press the button, and we send you no more mails when somebody answers your comments. Mails about your own comments, such as why one was refused, still come."],
        Button = "Send me no more",
    }, ct);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (links.ReadId(LinkKind.Stop, token) is not { } id) return await NoGoodAsync(ct);
        var now = clock.GetUtcNow();
        await db.Commenters.Where(c => c.Id == id && c.AnswersStoppedAt == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.AnswersStoppedAt, now), ct);
        return await SecretAsync(new() { Title = "You get no more mails about answers", Words = ["It is done."], LinkText = "Front page", LinkPath = "/" }, ct);
    }
}
