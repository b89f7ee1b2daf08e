using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Queue;

/// <summary>One comment with all that was done to it. Whoever looks at one that waits has it open.</summary>
[Needs(Permission.ModerateComments)]
internal sealed class OneCommentPage(QueueEntries entries, CommentBook book, Decisions decisions, Site site, TimeProvider clock) : ModeratingPage(decisions, site, clock)
{
    /// <summary>The comment's id.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The comment.</summary>
    public QueueEntry Entry { get; private set; } = null!;

    public override string Here => $"/newsroom/comments/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Entry.IsWaiting) await book.OpenAsync(Id, Entry.Comment.Version, ct);
        return Page();
    }

    protected override async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await entries.OneAsync(Id, ct) is not { } entry) return false;
        Entry = entry;
        return true;
    }
}
