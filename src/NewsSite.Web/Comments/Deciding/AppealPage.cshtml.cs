using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Content;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Deciding;

/// <summary>Where a writer appeals against a refusal, once. The link in the mail is the proof.</summary>
internal sealed class AppealPage(CommentLinks links, CommentBook book, PageFrames frames) : AskPage(frames)
{
    public Task<IActionResult> OnGetAsync(string token, CancellationToken ct) =>
        links.ReadId(LinkKind.Appeal, token) is null ? NoGoodAsync(ct) : SecretAsync(Form(null, null), ct);

    public async Task<IActionResult> OnPostAsync(string token, [FromForm] string? words, CancellationToken ct)
    {
        if (links.ReadId(LinkKind.Appeal, token) is not { } id) return await NoGoodAsync(ct);
        var text = Plain.Text(words);
        if (text.Length == 0) return await SecretAsync(Form(words, "Say why you think that the decision was wrong."), ct, StatusCodes.Status422UnprocessableEntity);
        if (text.Length > CommentBook.LongestPlea) return await SecretAsync(Form(words, $"This has {text.Length:n0} characters; at most {CommentBook.LongestPlea:n0} are taken."), ct, StatusCodes.Status422UnprocessableEntity);
        return await book.AppealAsync(id, text, ct) switch
        {
            Decided.Done => await SecretAsync(new() { Title = "Your appeal is with us", Words = ["Another moderator than the one who refused your comment reads it, and a mail tells you what was decided."], LinkText = "Front page", LinkPath = "/" }, ct),
            Decided.Refused refused => await SecretAsync(new() { Title = "There is nothing to appeal against", Words = [refused.Message] }, ct, StatusCodes.Status409Conflict),
            _ => await NoGoodAsync(ct),
        };
    }

    private static AskView Form(string? words, string? fault) => new()
    {
        Title = "Appeal against the refusal of your comment",
        Words = ["You can appeal once. Another moderator than the one who refused it decides, and a mail tells you what was decided."],
        Fields = [new("words", "Why was the decision wrong?") { Value = words, Fault = fault, IsLong = true, Longest = CommentBook.LongestPlea }],
        Button = "Send the appeal",
    };
}
