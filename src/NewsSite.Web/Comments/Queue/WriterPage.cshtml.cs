using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Content;
using NewsSite.Web.Comments.Moderation;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Queue;

/// <summary>A reader who comments: all of theirs, and whether what they write is taken for spam.</summary>
[Needs(Permission.ModerateComments)]
internal sealed class WriterPage(QueueEntries entries, QueueReader queue, Blocking blocking, Decisions decisions, Site site, TimeProvider clock) : ModeratingPage(decisions, site, clock)
{
    /// <summary>Most characters of why somebody is blocked.</summary>
    public const int LongestWhy = 200;

    /// <summary>The reader's id.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The reader.</summary>
    public CommentWriter Writer { get; private set; } = null!;

    /// <summary>Their comments, the newest first.</summary>
    public QueueSlice Slice { get; private set; } = new([], null);

    /// <summary>Why they are to be blocked, as it was typed; null for nothing.</summary>
    public string? Why { get; private set; }

    public override string Here => PathAfter(QueuePlace.Of(Request.Query["after"]));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>Blocks them.</summary>
    public async Task<IActionResult> OnPostBlockAsync(string? why, CancellationToken ct)
    {
        Why = why;
        var line = Plain.Line(why);
        if (line is null) ModelState.AddModelError("why", "Write why, so that colleagues understand it later.");
        else if (line.Length > LongestWhy) ModelState.AddModelError("why", $"This has {line.Length:n0} characters; at most {LongestWhy} are taken.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await OnGetAsync(ct);
        }
        if (!await blocking.BlockAsync(Id, line, ct)) return NotFound();
        Done = "Blocked. What they write from now on is taken for spam.";
        return Redirect(PathAfter(null));
    }

    /// <summary>Lets them write again.</summary>
    public async Task<IActionResult> OnPostUnblockAsync(CancellationToken ct)
    {
        if (!await blocking.UnblockAsync(Id, ct)) return NotFound();
        Done = "They may write again.";
        return Redirect(PathAfter(null));
    }

    /// <summary>A page of theirs.</summary>
    public string PathAfter(QueuePlace? after) => $"/newsroom/comments/writers/{Id}" + (after is { } place ? $"?after={place}" : "");

    protected override async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await entries.WriterAsync(Id, ct) is not { } writer) return false;
        (Writer, Slice) = (writer, await queue.OfWriterAsync(Id, QueuePlace.Of(Request.Query["after"]), ct));
        return true;
    }
}
