using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Schedule.Today;

/// <summary>Publications that nobody had approved, until somebody else has looked at them, and those that were looked at.</summary>
[Needs(Permission.ApproveStories)]
internal sealed class ForcedPage(ForcedList forced, Review review, Site site, TimeProvider clock) : NewsroomPage
{
    /// <summary>Those that wait for somebody, the oldest first.</summary>
    public IReadOnlyList<ForcedRow> Open { get; private set; } = [];

    /// <summary>Those that somebody has looked at, the last first.</summary>
    public IReadOnlyList<ForcedRow> Settled { get; private set; } = [];

    /// <summary>Why something could not be done, and for which publication; null for nothing.</summary>
    public (Guid Id, string Why, string? Note)? Refusal { get; private set; }

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => (Open, Settled) = (await forced.OpenAsync(ForcedList.Most, ct), await forced.SettledAsync(ct));

    /// <summary>Says that whoever asks has looked at one.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? note, CancellationToken ct)
    {
        switch (await review.LookAsync(id, Plain.Lines(note), ct))
        {
            case ActOutcome.Done(var article):
                Done = $"You have looked at “{HeadlineWords.Of(article.Headline)}”.";
                return RedirectToPage();
            case ActOutcome.Refused(var why):
                Refusal = (id, why, note);
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                await OnGetAsync(ct);
                return Page();
            default:
                return NotFound();
        }
    }

    /// <summary>A time as the newsroom tells it.</summary>
    public string Spoken(DateTimeOffset instant) => site.Spoken(instant, clock.GetUtcNow());

    /// <summary>A time for machines.</summary>
    public string Machine(DateTimeOffset instant) => site.Machine(instant);
}
