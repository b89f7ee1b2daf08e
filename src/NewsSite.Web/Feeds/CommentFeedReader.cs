using NewsSite.Core.Content;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Feeds;

/// <summary>Gathers the newest comments of an article, answers among them.</summary>
internal sealed class CommentFeedReader(ThreadReader threads, Site site)
{
    private const int Length = 20;

    /// <summary>The feed; null when readers see no such article.</summary>
    public async Task<Feed?> OfStoryAsync(string slug, PageTags tags, CancellationToken ct)
    {
        if (await threads.StoryAsync(slug, tags, ct) is not { } story) return null;
        var address = site.Address($"/news/{story.Slug}/comments");
        return new()
        {
            Title = $"{site.Name}: comments on {Plain.Quoted(story.Headline)}",
            HomeAddress = address,
            Folder = address,
            Language = site.Culture.Name,
            Entries =
            [
                .. from comment in await threads.NewestAsync(story, Length, tags, ct)
                   select new FeedEntry
                   {
                       Id = $"urn:uuid:{comment.Id}",
                       Address = site.Address(comment.Path),
                       Title = $"{comment.Name}{(comment.Badge is { } badge ? $" ({badge})" : "")} on {Plain.Quoted(story.Headline)}",
                       Html = comment.Html!,
                       Published = comment.At.Instant,
                       Authors = [(comment.Badge is { } mark ? $"{comment.Name} ({mark})" : comment.Name, site.Address(comment.Path))],
                       Categories = [],
                   },
            ],
        };
    }
}
