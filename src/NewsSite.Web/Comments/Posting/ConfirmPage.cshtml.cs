using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Content;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Posting;

/// <summary>
/// Where the link of a confirmation leads. Opening it does nothing yet: scanners of mail open links too. It shows what waits,
/// so that nobody confirms what somebody else wrote under their address.
/// </summary>
internal sealed class ConfirmPage(CommentLinks links, ConfirmAddress confirm, NewsDb db, PageFrames frames) : AskPage(frames)
{
    public Task<IActionResult> OnGetAsync(string token, CancellationToken ct) =>
        links.ReadId(LinkKind.Confirm, token) is { } commenter ? ShowAsync(commenter, null, ct) : NoGoodAsync(ct);

    public async Task<IActionResult> OnPostAsync(string token, [FromForm(Name = "comment")] List<Guid> theirs, CancellationToken ct)
    {
        if (links.ReadId(LinkKind.Confirm, token) is not { } commenter) return await NoGoodAsync(ct);
        if (theirs.Count == 0 && (await confirm.WaitingAsync(commenter, ct)).Count > 0) return await ShowAsync(commenter, "Tick what is yours. If nothing is, close this page: it will not appear.", ct);
        if (await confirm.ConfirmAsync(commenter, theirs, ct) is not { } comment) return await NoGoodAsync(ct);
        var story = await db.StoryOfAsync(comment.ArticleId, ct);
        return new SeeOtherResult($"/news/{story.Slug}/comments/sent/{SentPage.WordOf(comment.State)}");
    }

    private async Task<IActionResult> ShowAsync(Guid commenter, string? fault, CancellationToken ct)
    {
        var ticks = new List<AskTick>();
        foreach (var comment in await confirm.WaitingAsync(commenter, ct))
            ticks.Add(new("comment", comment.Id.ToString(), $"On {Plain.Quoted((await db.StoryOfAsync(comment.ArticleId, ct)).Headline)}, as {comment.Name}", comment.Words));
        return await SecretAsync(new()
        {
            Title = "Confirm your e-mail address",
            Words = [ticks.Count switch
            {
                0 => "Press the button to confirm your address. You do so once; it is never shown.",
                1 => "This was written with your address. If it is yours, press the button, and it goes on its way. You do so once; your address is never shown.",
                _ => "All this was written with your address. Leave ticked what is yours and press the button, and it goes on its way. You do so once; your address is never shown.",
            }],
            Ticks = ticks,
            Button = "Confirm my address",
            Fault = fault,
        }, ct, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
