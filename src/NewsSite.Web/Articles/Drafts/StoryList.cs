using Microsoft.EntityFrameworkCore;
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
    /// <param name="state">Where the articles stand; null for anywhere.</param>
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
        var until = clock.GetUtcNow().AddDays(1); // a bound, so that the databases begin at the end of the index
        var saved = state is { } s ? db.Articles.Where(a => a.State == s && a.SavedAt <= until) : db.Articles.Where(a => a.SavedAt <= until);
        var ids = await saved.OrderByDescending(a => a.SavedAt).ThenByDescending(a => a.Id).Skip(skip).Take(PageSize + 1).Select(a => a.Id).ToListAsync(ct); // the index alone
        return new(await NamedAsync(Sorted(await RowsAsync([.. ids.Take(PageSize)], null, ct)), ct), ids.Count > PageSize, false);
    }

    private static List<StoryRow> Sorted(IEnumerable<StoryRow> rows) => [.. rows.OrderByDescending(r => r.SavedAt).ThenByDescending(r => r.Id)];

    private async Task<IReadOnlyList<StoryRow>> RowsAsync(IReadOnlyList<Guid> ids, ArticleState? state, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var found = await Rows(db.Articles.Where(a => ids.Contains(a.Id) && a.HeadId != null)).ToListAsync(ct);
        return state is null ? found : [.. found.Where(r => r.State == state)];
    }

    private static IQueryable<StoryRow> Rows(IQueryable<Article> articles) => articles.AsNoTracking().Select(a =>
        new StoryRow(a.Id, a.Slug, a.Headline, a.State, a.SavedAt!.Value, a.SavedBy!, a.PublishedAt, a.LiveId != null && a.LiveId != a.HeadId, a.HeadId!.Value));

    private async Task<IReadOnlyList<StoryRow>> NamedAsync(IReadOnlyList<StoryRow> rows, CancellationToken ct)
    {
        Guid[] heads = [.. rows.Select(r => r.Head)];
        if (heads.Length == 0) return rows;
        var names = await authors.AllAsync(ct);
        var bylines = await db.Revisions.Where(r => heads.Contains(r.Id)).Select(r => new { r.Id, r.Bylines }).ToDictionaryAsync(r => r.Id, r => r.Bylines, ct);
        return [.. rows.Select(r => r with { Bylines = [.. bylines.GetValueOrDefault(r.Head, []).Select(slug => names.FirstOrDefault(a => a.Slug == slug)?.Name ?? slug)] })];
    }
}
