using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Comments.Queue;

/// <summary>Answers a comment as somebody of the newsroom.</summary>
[Needs(Permission.AnswerComments)]
internal sealed class AnswerCommentPage(QueueEntries entries, CommentBook book, ICurrentAccount who) : NewsroomPage
{
    /// <summary>The comment's id.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The comment.</summary>
    public QueueEntry Entry { get; private set; } = null!;

    /// <summary>The answer as it was typed; null for nothing.</summary>
    public string? Words { get; private set; }

    /// <summary>Why the answer could not be kept, when that is about no field; null for nothing.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The name that readers see.</summary>
    public string Name => who.Name;

    /// <summary>Whether whoever answers may decide on comments too.</summary>
    public bool MayModerate => who.May(Permission.ModerateComments);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        // Words that readers do not see are for moderators.
        if (await entries.OneAsync(Id, ct) is not { } entry || (entry.Comment.State is not CommentState.Approved && !MayModerate)) return NotFound();
        Entry = entry;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? words, CancellationToken ct)
    {
        Words = words;
        switch (await book.AnswerAsync(Id, words, ct))
        {
            case Decided.Done(var answer):
                Done = "Your answer is there for readers.";
                return Redirect(MayModerate ? $"/newsroom/comments/{answer.Id}" : $"/newsroom/comments/{Id}/answer");
            case Decided.Faulty(var faults):
                foreach (var (field, fault) in faults) ModelState.AddModelError(field, fault);
                break;
            case Decided.Refused(var why):
                Refusal = why;
                break;
            default:
                return NotFound();
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(ct);
    }
}
