using NewsSite.Web.Caching;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Comments.Threads;

/// <summary>Puts the newest threads and the form under an article. A story that takes no comments and has none shows nothing.</summary>
internal sealed class UnderArticle(ThreadReader threads) : ISlotFiller
{
    public async ValueTask<IReadOnlyList<SlotPart>> FillAsync(string slot, Guid? article, PageTags tags, CancellationToken ct)
    {
        if (slot != SlotName.ArticleDiscussion || article is not { } id) return [];
        if (await threads.StoryAsync(id, tags, ct) is not { } story || await threads.PageAsync(story, 1, isOldestFirst: false, tags, ct) is not { } page) return [];
        return page is { Form: null, Threads.Count: 0 } ? [] : [new(10, "Discussion", page with { IsUnderArticle = true })];
    }
}
