using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Comments.Posting;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Mail;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Erasing;

/// <summary>Where a reader asks for what is held about them. The answer goes by mail to the address, and is the same whether anything is held.</summary>
internal sealed class AskHeldPage(NewsDb db, Outbox outbox, CommentLetters letters, AddressLimits limits, PageFrames frames) : AskPage(frames)
{
    private const int Most = 5;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => AskAsync(Form(null, null), ct);

    public async Task<IActionResult> OnPostAsync([FromForm] string? email, CancellationToken ct)
    {
        if (!Request.IsFromOwnPage()) return await SecretAsync(Form(email, "This form came from another site. Send it from this page."), ct, StatusCodes.Status400BadRequest);
        if (PostedComment.EmailOf(email) is not { } address) return await SecretAsync(Form(email, "Write your e-mail address, such as name@example.org."), ct, StatusCodes.Status422UnprocessableEntity);
        if (!limits.Take("held", HttpContext, Most, TimeSpan.FromMinutes(10))) return await SecretAsync(Form(email, "You have asked several times. Wait ten minutes."), ct, StatusCodes.Status429TooManyRequests);
        outbox.Add(db, letters.Held(address));
        await db.SaveChangesAsync(ct);
        outbox.Wake();
        return await SecretAsync(new() { Title = "Look into your mail", Words = ["We have sent a link to this address. It shows what we hold about it, in comments and for bulletins, and lets you erase it."], LinkText = "Front page", LinkPath = "/" }, ct);
    }

    private static AskView Form(string? email, string? fault) => new()
    {
        Title = "What we hold about you",
        Words = ["If you have written or reported a comment, or signed up for our bulletin, we hold your e-mail address. Write the address here: we send it a link that shows everything, and lets you have it erased."],
        Fields = [new("email", "Your e-mail address") { Value = email, Fault = fault, IsEmail = true, Longest = PostedComment.LongestEmail }],
        Button = "Send me the link",
    };
}
