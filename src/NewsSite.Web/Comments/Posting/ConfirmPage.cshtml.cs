using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Posting;

/// <summary>Where the link of a confirmation leads. Opening it does nothing yet: scanners of mail open links too.</summary>
internal sealed class ConfirmPage(CommentLinks links, ConfirmAddress confirm, NewsDb db, PageFrames frames) : AskPage(frames)
{
    public Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => links.ReadId(LinkKind.Confirm, token) is null ? NoGoodAsync(ct) : SecretAsync(new()
    {
        Title = "Confirm your e-mail address",
        Words = ["Press the button, and your comment goes on its way. You do so once; your address is never shown."],
        Button = "Confirm my address",
    }, ct);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (links.ReadId(LinkKind.Confirm, token) is not { } commenter || await confirm.ConfirmAsync(commenter, ct) is not { } comment) return await NoGoodAsync(ct);
        var story = await db.StoryOfAsync(comment.ArticleId, ct);
        return new SeeOtherResult($"/news/{story.Slug}/comments/sent/{SentPage.WordOf(comment.State)}");
    }
}
