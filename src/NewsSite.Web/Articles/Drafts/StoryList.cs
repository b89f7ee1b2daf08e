using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Authors;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>An article as the newsroom lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">The newest headline; empty while there is none.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SavedAt">When it was last saved.</param>
/// <param name="SavedBy">Who saved it.</param>
/// <param name="PublishedAt">When it was published; null while it never was.</param>
/// <param name="HasChanges">Whether readers see something older than the newest revision.</param>
/// <param name="Head">The newest revision.</param>
public sealed record StoryRow(Guid Id, string Slug, string Headline, ArticleState State, DateTimeOffset SavedAt, string SavedBy, DateTimeOffset? PublishedAt, bool HasChanges, Guid Head)
{
    /// <summary>Names of the authors, in the order of the byline.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>Where its newest words stand on their way to readers.</summary>
    public WorkState Work { get; init; }

    /// <summary>The minute of publication that it waits for; null for none.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What stood against it at that minute; null when nothing did.</summary>
    public string? Fault { get; init; }

    /// <summary>Until when nothing of it reaches readers; null for no embargo, or one that is over.</summary>
    public DateTimeOffset? EmbargoUntil { get; init; }

    /// <summary>Why it was withdrawn; null when it is not, or when content files did it.</summary>
    public WithdrawalReason? WithdrawnFor { get; init; }

    /// <summary>What becomes of changes that readers do not see yet, in words; null when there are none, or readers see nothing.</summary>
    public string? Changes => !HasChanges ? null : (Work, DueAt) switch
    {
        (_, not null) => "Changes scheduled",
        (WorkState.InReview, _) => "Changes in review",
        (WorkState.Approved, _) => "Changes approved",
        _ => "Changes not yet live",
    };
}

/// <summary>A page of the newsroom's list.</summary>
/// <param name="Rows">The newest save first.</param>
/// <param name="HasMore">Whether there is another page.</param>
/// <param name="IsCut">Whether more articles match the search than are looked at.</param>
public sealed record StoryPage(IReadOnlyList<StoryRow> Rows, bool HasMore, bool IsCut);

/// <summary>Lists and finds articles for the newsroom. Each query is a range of an index, however large the archive.</summary>
public sealed class StoryList(NewsDb db, AuthorList authors, StorySearch search, TimeProvider clock)
{
    /// <summary>Articles on a page.</summary>
    public const int PageSize = 20;

    /// <summary>The deepest page that can be asked for.</summary>
    public const int LastPage = 100_000;

    /// <summary>A page of the list.</summary>
    /// <param name="query">What is searched for; null or empty for everything.</param>
    /// <param name="state">Where the articles, or the changes of live ones, stand; null for anywhere.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<StoryPage> PageAsync(string? query, ArticleState? state, int page, CancellationToken ct)
    {
        var skip = (page - 1) * PageSize;
        if (search.WordsOf(query) is { Count: > 0 } words)
        {
            var found = await search.FindAsync(words, ct);
            var rows = Sorted(await RowsAsync(found, state, ct));
            return new(await NamedAsync([.. rows.Skip(skip).Take(PageSize)], ct), rows.Count > skip + PageSize, found.Count == StorySearch.Most);
        }
        if (!string.IsNullOrWhiteSpace(query)) return new([], false, false); // nothing in it is a word
        var ids = await Ordered(state).Skip(skip).Take(PageSize + 1).Select(a => a.Id).ToListAsync(ct); // the index alone
        var listed = await RowsAsync([.. ids.Take(PageSize)], null, ct);
        return new(await NamedAsync([.. listed.OrderBy(r => ids.IndexOf(r.Id))], ct), ids.Count > PageSize, false);
    }

    // What is scheduled comes in the order of its minutes, all else by its last save.
    private IQueryable<Article> Ordered(ArticleState? state)
    {
        var until = clock.GetUtcNow().AddDays(1); // a bound, so that the databases begin at the end of the index
        if (state is ArticleState.Scheduled) return db.Articles.Where(a => a.DueAt != null).OrderBy(a => a.DueAt).ThenBy(a => a.Id);
        var saved = state switch
        {
            null => db.Articles.Where(a => a.SavedAt <= until),
            ArticleState.InReview => db.Articles.Where(a => a.Work == WorkState.InReview && a.SavedAt <= until),
            ArticleState.Approved => db.Articles.Where(a => a.Work == WorkState.Approved && a.SavedAt <= until),
            { } s => db.Articles.Where(a => a.State == s && a.SavedAt <= until),
        };
        return saved.OrderByDescending(a => a.SavedAt).ThenByDescending(a => a.Id);
    }

    private static bool IsIn(StoryRow row, ArticleState? state) => state switch
    {
        null => true,
        ArticleState.Scheduled => row.DueAt is not null,
        ArticleState.InReview => row.Work is WorkState.InReview,
        ArticleState.Approved => row.Work is WorkState.Approved,
        { } s => row.State == s,
    };

    private static List<StoryRow> Sorted(IEnumerable<StoryRow> rows) => [.. rows.OrderByDescending(r => r.SavedAt).ThenByDescending(r => r.Id)];

    private async Task<IReadOnlyList<StoryRow>> RowsAsync(IReadOnlyList<Guid> ids, ArticleState? state, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var now = clock.GetUtcNow();
        var found = await Rows(db.Articles.Where(a => ids.Contains(a.Id) && a.HeadId != null), now).ToListAsync(ct);
        return [.. found.Where(r => IsIn(r, state))];
    }

    private static IQueryable<StoryRow> Rows(IQueryable<Article> articles, DateTimeOffset now) => articles.AsNoTracking().Select(a =>
        new StoryRow(a.Id, a.Slug, a.Headline, a.State, a.SavedAt!.Value, a.SavedBy!, a.PublishedAt, a.LiveId != null && a.LiveId != a.HeadId, a.HeadId!.Value)
        {
            Work = a.Work,
            DueAt = a.DueAt,
            Fault = a.DueFault,
            EmbargoUntil = a.EmbargoUntil > now ? a.EmbargoUntil : null,
            WithdrawnFor = a.WithdrawnFor,
        });

    private async Task<IReadOnlyList<StoryRow>> NamedAsync(IReadOnlyList<StoryRow> rows, CancellationToken ct)
    {
        Guid[] heads = [.. rows.Select(r => r.Head)];
        if (heads.Length == 0) return rows;
        var names = await authors.AllAsync(ct);
        var bylines = await db.Revisions.Where(r => heads.Contains(r.Id)).Select(r => new { r.Id, r.Bylines }).ToDictionaryAsync(r => r.Id, r => r.Bylines, ct);
        return [.. rows.Select(r => r with { Bylines = [.. bylines.GetValueOrDefault(r.Head, []).Select(slug => names.FirstOrDefault(a => a.Slug == slug)?.Name ?? slug)] })];
    }
}
