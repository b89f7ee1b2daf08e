using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Erasing;

/// <summary>Shows a reader what is held about their e-mail address, and erases it. The link in the mail is the proof.</summary>
internal sealed class YoursPage(CommentLinks links, HeldAbout held, PageFrames frames) : AskPage(frames)
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (links.Read(LinkKind.Held, token) is not { } email) return await NoGoodAsync(ct);
        return await SecretAsync(new()
        {
            Title = "What we hold about you",
            Words = ["This is everything: copy it if you wish. Press the button to have it erased. Your comments go; where others have answered one, its place stays without your name and words. Bulletins and alerts come no more; a proof that you had agreed to them stays, without your address. It cannot be taken back."],
            Held = await held.CopyAsync(email, ct),
            Button = "Erase it all",
        }, ct);
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (links.Read(LinkKind.Held, token) is not { } email) return await NoGoodAsync(ct);
        await held.EraseAsync(email, ct);
        return await SecretAsync(new() { Title = "It is erased", Words = ["We hold nothing about your e-mail address any more."], LinkText = "Front page", LinkPath = "/" }, ct);
    }
}
