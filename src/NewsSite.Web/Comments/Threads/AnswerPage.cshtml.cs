using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Content;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Threads;

/// <summary>Where a comment is answered.</summary>
internal sealed class AnswerPage(ThreadReader threads, ICurrentAccount who, PageFrames frames) : AskPage(frames)
{
    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await threads.StoryAsync(slug, Tags, ct) is not { } story) return NotFound();
        Tags.Add(CommentTag.Of(story.Id));
        if (await threads.CommentAsync(story, id, ct) is not { } about || await threads.FormAsync(story, id, Tags, ct) is not { } form) return NotFound();
        var staff = DiscussionPage.StaffOf(who, id);
        return await AskAsync(new() { Title = $"Answer {about.Name}", Words = [$"On {Plain.Quoted(story.Headline)}."], About = about with { IsAlone = true }, Answer = form with { Staff = staff } }, ct);
    }
}
