using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Threads;

/// <summary>An article as its discussion needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Mode">How it takes comments now.</param>
internal sealed record DiscussedStory(Guid Id, string Slug, string Headline, CommentMode Mode);

/// <summary>Reads what readers see under an article, a page at a time: a range of an index, however long the discussion.</summary>
internal sealed class ThreadReader(NewsDb db, CommentModes modes, AddressKeys keys, CommentAssets assets, Site site, TimeProvider clock)
{
    /// <summary>Threads on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Answers that stand under each thread; the others are on the thread's own page.</summary>
    public const int FewAnswers = 10;

    /// <summary>A page with a form is made again each day, so that its seal stays good.</summary>
    private static readonly TimeSpan FormMadeAgain = TimeSpan.FromDays(1);

    private static readonly Func<NewsDb, Guid, CancellationToken, Task<int?>> LastPlace = EF.CompileAsyncQuery(
        (NewsDb db, Guid list, CancellationToken ct) => db.Set<Comment>().Where(c => c.ListId == list && c.Position != null).OrderByDescending(c => c.Position).Select(c => c.Position).FirstOrDefault());

    /// <summary>The live article at a slug; null when readers see none there.</summary>
    public async Task<DiscussedStory?> StoryAsync(string slug, PageTags tags, CancellationToken ct)
    {
        tags.Add(PageTag.Slug(slug));
        return await CommentedStory.AtAsync(db, slug, ct) is { } story ? Of(story, tags) : null;
    }

    /// <summary>The live article with an id; null when readers do not see it.</summary>
    public async Task<DiscussedStory?> StoryAsync(Guid article, PageTags tags, CancellationToken ct) =>
        await CommentedStory.OfAsync(db, article, ct) is { } story ? Of(story, tags) : null;

    /// <summary>A page of the discussion; null when there is no such page.</summary>
    public async Task<DiscussionView?> PageAsync(DiscussedStory story, int page, bool isOldestFirst, PageTags tags, CancellationToken ct)
    {
        tags.Add(CommentTag.Of(story.Id));
        var length = await LengthAsync(story.Id, ct);
        var pages = Math.Max(1, (length + PageSize - 1) / PageSize);
        if (page > pages) return null;
        return new()
        {
            Slug = story.Slug,
            Headline = story.Headline,
            Count = length == 0 ? 0 : await db.Comments.CountAsync(c => c.ArticleId == story.Id && c.State == CommentState.Approved, ct),
            Threads = length == 0 ? [] : await ThreadsAsync(story, (page - 1) * PageSize, PageSize, length, isOldestFirst, ct),
            IsOldestFirst = isOldestFirst,
            Page = page,
            Pages = pages,
            Form = await FormAsync(story, null, tags, ct),
            Script = assets.Find("comments.js"),
        };
    }

    /// <summary>Some threads, and how many there are.</summary>
    public async Task<(int Total, IReadOnlyList<ThreadView> Threads)> RangeAsync(DiscussedStory story, long before, int size, bool isOldestFirst, PageTags tags, CancellationToken ct)
    {
        tags.Add(CommentTag.Of(story.Id));
        var length = await LengthAsync(story.Id, ct);
        return (length, before >= length ? [] : await ThreadsAsync(story, (int)before, size, length, isOldestFirst, ct));
    }

    /// <summary>The newest comments, answers among them, the newest first.</summary>
    public async Task<IReadOnlyList<CommentView>> NewestAsync(DiscussedStory story, int count, PageTags tags, CancellationToken ct)
    {
        tags.Add(CommentTag.Of(story.Id));
        var found = await db.Comments.AsNoTracking().Where(c => c.ArticleId == story.Id && c.State == CommentState.Approved).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(count).ToListAsync(ct);
        return [.. found.Select(c => View(story, c, null))];
    }

    /// <summary>The form of a story; null when it takes no comments.</summary>
    public async Task<CommentForm?> FormAsync(DiscussedStory story, Guid? answers, PageTags tags, CancellationToken ct)
    {
        if (story.Mode.IsClosed) return null;
        tags.ChangesAt(clock.GetUtcNow() + FormMadeAgain);
        return new() { Path = $"/news/{story.Slug}/comments", Seal = await keys.SealFormAsync(story.Id, ct), Mode = story.Mode.Mode, Answers = answers };
    }

    /// <summary>A comment that readers see; null when there is none.</summary>
    public async Task<CommentView?> CommentAsync(DiscussedStory story, Guid id, CancellationToken ct)
    {
        var comment = await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.ArticleId == story.Id && c.State == CommentState.Approved, ct);
        return comment is null ? null : View(story, comment, null);
    }

    /// <summary>A page of one thread's answers, empty beyond the last; null when there is no such thread.</summary>
    public async Task<OneThreadView?> ThreadAsync(DiscussedStory story, Guid thread, int page, PageTags tags, CancellationToken ct)
    {
        tags.Add(CommentTag.Of(story.Id));
        if (await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == thread && c.ListId == story.Id && c.Position != null, ct) is not { } top) return null;
        var (count, first) = (await LengthAsync(thread, ct), (page - 1) * PageSize + 1);
        var answers = await db.Comments.AsNoTracking().Where(c => c.ListId == thread && c.Position >= first && c.Position < first + PageSize).OrderBy(c => c.Position).Take(PageSize).ToListAsync(ct);
        var names = await NamesAsync([top, .. answers], ct);
        return new() { Slug = story.Slug, Headline = story.Headline, Top = View(story, top, null), Answers = [.. answers.Select(a => View(story, a, names.GetValueOrDefault(a.AnswersId!.Value)))], Count = count, Page = page };
    }

    /// <summary>The path of the page on which a comment stands, newest threads first; null when readers do not see it.</summary>
    public async Task<string?> PathOfAsync(DiscussedStory story, Guid id, CancellationToken ct)
    {
        if (await db.Comments.Where(c => c.Id == id && c.ArticleId == story.Id && c.State == CommentState.Approved).Select(c => new { c.ThreadId, c.Position }).FirstOrDefaultAsync(ct) is not { } found) return null;
        var path = $"/news/{story.Slug}";
        if (found.ThreadId != id && found.Position > FewAnswers)
        {
            var number = (found.Position.Value - 1) / PageSize + 1;
            return $"{path}/comments/{found.ThreadId}/answers{(number > 1 ? $"?page={number}" : "")}#comment-{id}";
        }
        if (await db.Comments.Where(c => c.Id == found.ThreadId).Select(c => c.Position).FirstOrDefaultAsync(ct) is not { } place) return null;
        var page = (await LengthAsync(story.Id, ct) - place) / PageSize + 1;
        return page == 1 ? $"{path}#comment-{id}" : $"{path}/comments?page={page}#comment-{id}";
    }

    // The highest place of a list: no counting.
    private async Task<int> LengthAsync(Guid list, CancellationToken ct) => await LastPlace(db, list, ct) ?? 0;

    private async Task<IReadOnlyList<ThreadView>> ThreadsAsync(DiscussedStory story, int before, int size, int length, bool isOldestFirst, CancellationToken ct)
    {
        var (first, last) = isOldestFirst ? (before + 1, before + size) : (length - before - size + 1, length - before);
        var tops = await db.Comments.AsNoTracking().Where(c => c.ListId == story.Id && c.Position >= first && c.Position <= last).OrderBy(c => c.Position).Take(size).ToListAsync(ct);
        if (!isOldestFirst) tops.Reverse();
        Guid[] threads = [.. tops.Select(t => t.Id)];
        var found = await db.Comments.AsNoTracking().Where(c => threads.Contains(c.ListId) && c.Position >= 1 && c.Position <= FewAnswers).OrderBy(c => c.ListId).ThenBy(c => c.Position).Take(size * FewAnswers).ToListAsync(ct);
        var answers = found.OrderBy(c => c.Position).ToLookup(c => c.ThreadId);
        var names = await NamesAsync([.. tops, .. found], ct);
        var views = new List<ThreadView>();
        foreach (var top in tops)
        {
            var some = answers[top.Id].Select(a => View(story, a, names.GetValueOrDefault(a.AnswersId!.Value))).ToList();
            views.Add(new(View(story, top, null), some, some.Count < FewAnswers ? some.Count : await LengthAsync(top.Id, ct)));
        }
        return views;
    }

    // Whom an answer names may stand on a page before.
    private async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyList<Comment> shown, CancellationToken ct)
    {
        var names = shown.Where(c => c.State is CommentState.Approved).ToDictionary(c => c.Id, c => c.Name); // not of one whose name may be why it was refused
        Guid[] others = [.. shown.Select(c => c.AnswersId).OfType<Guid>().Where(id => !names.ContainsKey(id)).Distinct()];
        if (others.Length == 0) return names;
        foreach (var other in await db.Comments.AsNoTracking().Where(c => others.Contains(c.Id) && c.State == CommentState.Approved).Select(c => new { c.Id, c.Name }).ToListAsync(ct)) names[other.Id] = other.Name;
        return names;
    }

    private CommentView View(DiscussedStory story, Comment comment, string? answered)
    {
        var isSeen = comment.State is CommentState.Approved;
        return new()
        {
            Id = comment.Id,
            Slug = story.Slug,
            Name = isSeen ? comment.Name : "",
            Badge = comment.Badge,
            IsExample = comment.Example is not null,
            At = MomentView.Of(site, site.WallOf(comment.At).ToString(), comment.At),
            Words = isSeen ? comment.Words : "",
            Html = isSeen ? CommentMarkdown.ToHtml(comment.Words) : null,
            AnswersName = answered,
            AnswersId = comment.AnswersId,
            MayAnswer = isSeen && !story.Mode.IsClosed,
        };
    }

    private DiscussedStory Of(CommentedStory story, PageTags tags)
    {
        tags.Add(PageTag.Article(story.Id));
        var mode = modes.Of(story);
        tags.ChangesAt(mode.ClosesAt);
        return new(story.Id, story.Slug, story.Headline, mode);
    }
}
