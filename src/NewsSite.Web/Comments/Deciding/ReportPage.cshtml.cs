using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Comments.Posting;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Hosting;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Deciding;

/// <summary>Where a reader says that a comment should not be there.</summary>
internal sealed class ReportPage(ThreadReader threads, CommentBook book, AddressKeys keys, PageFrames frames) : AskPage(frames)
{
    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await threads.StoryAsync(slug, Tags, ct) is not { } story) return NotFound();
        Tags.Add(CommentTag.Of(story.Id));
        return await threads.CommentAsync(story, id, ct) is { } about ? await AskAsync(Form(about, null, null, null, null), ct) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, [FromForm] string? reason, [FromForm] string? words, [FromForm] string? email, CancellationToken ct)
    {
        if (await threads.StoryAsync(slug, Tags, ct) is not { } story || await threads.CommentAsync(story, id, ct) is not { } about) return NotFound();
        var (faults, chosen) = (new Dictionary<string, string>(StringComparer.Ordinal), default(CommentReason));
        if (!Enum.TryParse(reason, out chosen) || !CommentReasons.ForRefusal.Contains(chosen)) faults["reason"] = "Choose what is wrong with the comment.";
        if (words?.Length > CommentBook.LongestPlea) faults["words"] = $"This has {words.Length:n0} characters; at most {CommentBook.LongestPlea:n0} are taken.";
        var address = PostedComment.EmailOf(email);
        if (address is null && !string.IsNullOrWhiteSpace(email)) faults["email"] = "This is no e-mail address; write one such as name@example.org, or none.";
        if (!Request.IsFromOwnPage()) faults[""] = "This form came from another site. Send it from this page.";
        if (faults.Count == 0)
        {
            var outcome = await book.ReportAsync(id, chosen, words, address, await keys.HashesOfAsync(HttpContext.Connection.RemoteIpAddress, ct), ct);
            if (outcome is Decided.Absent) return NotFound();
            if (outcome is Decided.Done) return new SeeOtherResult($"/comments/reported/{(address is null ? "thanks" : "mail")}");
            faults[""] = outcome is Decided.Refused refused ? refused.Message : "It could not be taken. Send it again.";
        }
        return await SecretAsync(Form(about, faults, reason, words, email), ct, StatusCodes.Status422UnprocessableEntity);
    }

    private static AskView Form(CommentView about, Dictionary<string, string>? faults, string? reason, string? words, string? email) => new()
    {
        Title = "Report this comment",
        Words = ["A moderator reads it again, whatever was decided before. Until then it stays."],
        About = about with { IsAlone = true },
        Fault = faults?.GetValueOrDefault(""),
        Fields =
        [
            new("reason", "What is wrong with it?") { Value = reason, Fault = faults?.GetValueOrDefault("reason"), Choices = [.. CommentReasons.ForRefusal.Select(r => (r.ToString(), r.Text))] },
            new("words", "In your own words (you need not)") { Value = words, Fault = faults?.GetValueOrDefault("words"), IsLong = true, Longest = CommentBook.LongestPlea },
            new("email", "Your e-mail address (you need not)") { Value = email, Fault = faults?.GetValueOrDefault("email"), IsEmail = true, Longest = PostedComment.LongestEmail, Hint = "If you give it, we tell you what was decided. The writer never learns who reported." },
        ],
        Button = "Send the report",
        LinkText = "Back to the comment",
        LinkPath = about.Path,
    };
}
