using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Content;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Comments.Posting;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Threads;

/// <summary>The discussion of an article on a page of its own, and where its form is sent. Readers have no cookie: the browser says where the form came from.</summary>
[IgnoreAntiforgeryToken]
internal sealed class DiscussionPage(ThreadReader threads, PostComment post, CommentBook book, ICurrentAccount who, Site site, PageFrames frames) : ReaderPage(frames)
{
    public DiscussionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await threads.StoryAsync(slug, Tags, ct) is not { } story || PageNumber is not { } number) return NotFound();
        var isOldestFirst = Request.Query["order"] is ["oldest"];
        if (await threads.PageAsync(story, number, isOldestFirst, Tags, ct) is not { } page) return NotFound();
        return await ShowAsync(page, ct);
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] SentForm form, CancellationToken ct)
    {
        if (await threads.StoryAsync(slug, Tags, ct) is not { } story) return NotFound();
        if (!Request.IsFromOwnPage()) return await AgainAsync(story, form, new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = "This form came from another site. Your words are still here: send them from this page." }, StatusCodes.Status400BadRequest, ct);
        if (form.Answers is { } answered && who.IsSignedIn && who.May(Permission.AnswerComments)) return await AnswerAsync(story, answered, form, ct);
        return await post.TakeAsync(slug, form.ToComment(), HttpContext.Connection.RemoteIpAddress, ct) switch
        {
            Posted.Kept kept => SeeOther(story, kept.Comment.State),
            Posted.Faulty faulty => await AgainAsync(story, form, faulty.Faults, StatusCodes.Status422UnprocessableEntity, ct),
            Posted.TurnedAway { Reason: CommentReason.Closed } => SeeOther(story, null),
            Posted.TurnedAway away => await AgainAsync(story, form, new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = away.Message }, StatusCodes.Status429TooManyRequests, ct),
            _ => NotFound(),
        };
    }

    private async Task<IActionResult> AnswerAsync(DiscussedStory story, Guid answered, SentForm form, CancellationToken ct) => await book.AnswerAsync(answered, form.Words, ct) switch
    {
        Decided.Done done => Redirect($"/news/{story.Slug}/comments/{done.Comment.Id}"),
        Decided.Faulty faulty => await AgainAsync(story, form, faulty.Faults, StatusCodes.Status422UnprocessableEntity, ct),
        Decided.Refused refused => await AgainAsync(story, form, new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = refused.Message }, StatusCodes.Status409Conflict, ct),
        _ => NotFound(),
    };

    // What was typed comes back, with what is wrong beside it.
    private async Task<IActionResult> AgainAsync(DiscussedStory story, SentForm form, IReadOnlyDictionary<string, string> faults, int status, CancellationToken ct)
    {
        Tags.NotCacheable();
        Response.StatusCode = status;
        if (await threads.PageAsync(story, 1, isOldestFirst: false, Tags, ct) is not { Form: { } empty } page) return SeeOther(story, null);
        return await ShowAsync(page with { Form = empty with { Name = form.Name, Email = form.Email, Words = form.Words, Answers = form.Answers, Faults = faults, Staff = StaffOf(who, form.Answers) } }, ct);
    }

    private async Task<IActionResult> ShowAsync(DiscussionView view, CancellationToken ct)
    {
        View = view;
        return await ShowAsync(new PageHead
        {
            Title = $"{(view.Form?.Faults.Count > 0 ? "Not sent yet: " : "")}Comments on {Plain.Quoted(view.Headline)}",
            Canonical = site.Address(view.Path + (view.Page > 1 ? $"?page={view.Page}" : "")),
            Previous = view.Previous is { } previous ? site.Address(previous) : null,
            Next = view.Next is { } next ? site.Address(next) : null,
            Feeds = FeedLink.Of($"{site.Name}: comments on {Plain.Quoted(view.Headline)}", view.Path),
            NoIndex = view.IsOldestFirst || view.Count == 0,
        }, ct);
    }

    private static SeeOtherResult SeeOther(DiscussedStory story, CommentState? state) => new($"/news/{story.Slug}/comments/sent/{SentPage.WordOf(state)}");

    internal static string? StaffOf(ICurrentAccount who, Guid? answers) => answers is not null && who.IsSignedIn && who.May(Permission.AnswerComments) ? $"{who.Name}, {who.Role}" : null;
}

/// <summary>A comment's form as it came.</summary>
internal sealed class SentForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Words { get; set; }

    public Guid? Answers { get; set; }

    public string? Seal { get; set; }

    /// <summary>The field that people do not see.</summary>
    public string? Homepage { get; set; }

    public PostedComment ToComment() => new(Name, Email, Words, Answers) { HasHoneypot = !string.IsNullOrEmpty(Homepage), Seal = Seal, IsForm = true };
}

/// <summary>303: what was sent is done, and the answer is at another address.</summary>
internal sealed class SeeOtherResult(string path) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
