using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Threads;

/// <summary>A thread with all its answers, a page at a time.</summary>
internal sealed class AnswersPage(ThreadReader threads, Site site, PageFrames frames) : ReaderPage(frames)
{
    public OneThreadView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await threads.StoryAsync(slug, Tags, ct) is not { } story || PageNumber is not { } number) return NotFound();
        if (await threads.ThreadAsync(story, id, number, Tags, ct) is not { } thread || number > thread.Pages) return NotFound();
        View = thread;
        return await ShowAsync(new PageHead
        {
            Title = $"Answers to {(View.Top.Name.Length > 0 ? View.Top.Name : "a comment")} on “{View.Headline}”",
            Canonical = site.Address(View.Path + (View.Page > 1 ? $"?page={View.Page}" : "")),
            Previous = View.Previous is { } previous ? site.Address(previous) : null,
            Next = View.Next is { } next ? site.Address(next) : null,
            NoIndex = true,
        }, ct);
    }
}
