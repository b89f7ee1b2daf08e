using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Stories;

/// <summary>The discussion of one story, for everybody who may answer in it; moderators set when it closes.</summary>
[Needs(Permission.AnswerComments)]
internal sealed class StoryCommentsPage(NewsDb db, CommentModes modes, ClosingTime closing, ICurrentAccount who, Site site, TimeProvider clock) : NewsroomPage
{
    /// <summary>Comments on the page.</summary>
    public const int Most = 50;

    /// <summary>The article's id.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The story.</summary>
    public CommentedStory Story { get; private set; } = null!;

    /// <summary>How it takes comments now.</summary>
    public CommentMode Mode { get; private set; }

    /// <summary>The newest comments that readers see.</summary>
    public IReadOnlyList<Comment> Newest { get; private set; } = [];

    /// <summary>What is in the form.</summary>
    public FormValues Values { get; private set; } = new();

    /// <summary>Whether whoever looks may say when it closes.</summary>
    public bool MayClose => who.May(Permission.ModerateComments);

    /// <summary>Whether the writer of the story chose to take none.</summary>
    public bool IsClosedByStory => Story.Policy is CommentPolicy.Closed;

    /// <summary>Whether the site takes none.</summary>
    public bool IsClosedBySite => modes.IsClosedBySite(Story);

    /// <summary>In one sentence how the story takes comments.</summary>
    public string HowItTakesThem => Mode switch
    {
        { IsClosed: true } when IsClosedByStory => "The story itself takes no comments: its details in the editor say so.",
        { IsClosed: true } when IsClosedBySite => "The site takes no comments, and this story follows the site; its details in the editor can say otherwise.",
        { IsClosed: true } when Story.CommentsUntil is { } at => $"Closed since {Spoken(at)}.",
        { IsClosed: true } => "Closed, as the site closes comments on older stories.",
        { ClosesAt: { } at } => $"Open until {EndOf(at)}. {HowTheyAreRead}",
        _ => $"Open, with no end. {HowTheyAreRead}",
    };

    private string HowTheyAreRead => Mode.Mode switch
    {
        CommentPolicy.Pre => "Each comment is read before readers see it.",
        CommentPolicy.FirstTime => "A reader’s first comment is read before it appears, and what they write later appears at once.",
        _ => "Comments appear at once.",
    };

    /// <summary>A time as the newsroom tells it.</summary>
    public string Spoken(DateTimeOffset instant) => site.Spoken(instant, clock.GetUtcNow());

    // Midnight is the end of a day here, not the beginning of the next.
    private string EndOf(DateTimeOffset instant) =>
        site.StartOf(site.Day(instant)) == instant ? $"the end of {SpokenTimes.Of(WallTime.On(site.Day(instant).AddDays(-1)), site.Culture)}" : Spoken(instant);

    /// <summary>A time for machines.</summary>
    public string Machine(DateTimeOffset instant) => site.Machine(instant);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Story.CommentsUntil is { } until) site.PutEnd(Values, "until", until);
        return Page();
    }

    /// <summary>Says when it closes.</summary>
    /// <param name="when">now, until or site.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<IActionResult> OnPostAsync(string? when, CancellationToken ct)
    {
        if (!who.May(Permission.ModerateComments)) return StatusCode(StatusCodes.Status403Forbidden);
        var (form, now) = (new FormReader(FormValues.Of(Request.Form)), clock.GetUtcNow());
        DateTimeOffset? until = when switch { "now" => now, "until" => site.ReadEnd(form, "until", now), _ => null };
        if (when is not ("now" or "until" or "site")) return BadRequest();
        if (when == "until" && until is null && form.Faults.Count == 0) form.Fault("until", "Choose the day on which comments close.");
        if (when == "until" && until <= now) form.Fault("until", "This has passed; to close the comments now, use the button for it.");
        if (form.Faults.Count > 0)
        {
            Values = form.Values;
            foreach (var (field, message) in form.Faults) ModelState.AddModelError(field, message);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await LoadAsync(ct) ? Page() : NotFound();
        }
        if (!await closing.SetAsync(Id, until, ct)) return NotFound();
        Done = when switch { "now" => "Closed. Readers can write no more comments on this story.", "until" => $"Comments are open until {EndOf(until!.Value)}.", _ => "Comments close when the site says so." };
        return Redirect($"/newsroom/comments/stories/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await CommentedStory.OfAsync(db, Id, ct) is not { } story) return false;
        (Story, Mode) = (story, modes.Of(story));
        Newest = await db.Comments.AsNoTracking().Where(c => c.ArticleId == Id && c.State == CommentState.Approved).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Most).ToListAsync(ct);
        return true;
    }
}
