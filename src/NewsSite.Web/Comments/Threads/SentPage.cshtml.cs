using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Content;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Threads;

/// <summary>Says what happens next with a comment that was sent.</summary>
internal sealed class SentPage(ThreadReader threads, PageFrames frames) : AskPage(frames)
{
    public static string WordOf(CommentState? state) => state switch
    {
        CommentState.Unconfirmed => "confirm",
        CommentState.Approved => "shown",
        null => "closed",
        _ => "read",
    };

    /// <summary>What happens next, for readers.</summary>
    public static (string Title, string[] Words)? TextOf(string what) => what switch
    {
        "confirm" => ("Look into your mail", ["We have sent you a mail with a link. Open it and press the button to confirm that the address is yours; until then your comment does not appear.", "You do so once. No mail? Look among the unwanted ones, and see whether the address was right."]),
        "read" => ("Thank you: a moderator reads it next", ["Your comment appears once a moderator has approved it. If it is refused, a mail tells you why, and you can appeal once."]),
        "shown" => ("Thank you: your comment is published", ["Readers see it now."]),
        "closed" => ("This story takes no comments any more", ["Stories close for comments some time after they were published. What was written stays."]),
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(string slug, string what, CancellationToken ct)
    {
        if (TextOf(what) is not var (title, words) || await threads.StoryAsync(slug, Tags, ct) is not { } story) return NotFound();
        return await AskAsync(new() { Title = title, Words = words, LinkText = $"Back to {Plain.Quoted(story.Headline)}", LinkPath = $"/news/{slug}#comments" }, ct);
    }
}
