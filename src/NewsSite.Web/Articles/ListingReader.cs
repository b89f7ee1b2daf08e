using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Authors;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles;

/// <summary>Reads listings: any page is one range of the index of places, whatever its number.</summary>
public sealed class ListingReader(NewsDb db, Site site, AuthorList authors, Pictures pictures)
{
    /// <summary>Articles on a page of a listing.</summary>
    public const int PageSize = 20;

    private static readonly Func<NewsDb, string, int, int, IAsyncEnumerable<Row>> Range = EF.CompileAsyncQuery(
        (NewsDb db, string list, int above, int upTo) => db.Set<ListingEntry>()
            .Where(e => e.List == list && e.Position > above && e.Position <= upTo)
            .OrderByDescending(e => e.Position)
            .Take(upTo - above) // says to PostgreSQL's planner what it cannot know: places are counted, so this is no more than a page
            .Join(db.Set<Article>(), e => e.ArticleId, a => a.Id, (e, a) => a)
            .Join(db.Set<Revision>(), a => a.LiveId, r => r.Id, (a, r) => new Row(a.Id, a.Slug, a.PublishedWall!, a.PublishedAt!.Value, r.Kind, r.Headline, r.Standfirst, r.Bylines, r.LeadImage)));

    private static readonly Func<NewsDb, int, int, int, IAsyncEnumerable<Row>> InMonth = EF.CompileAsyncQuery(
        (NewsDb db, int month, int skip, int take) => db.Set<Article>()
            .Where(a => a.Month == month)
            .OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id)
            .Join(db.Set<Revision>(), a => a.LiveId, r => r.Id, (a, r) => new { Article = a, Revision = r })
            .Skip(skip).Take(take)
            .Select(x => new Row(x.Article.Id, x.Article.Slug, x.Article.PublishedWall!, x.Article.PublishedAt!.Value, x.Revision.Kind, x.Revision.Headline, x.Revision.Standfirst, x.Revision.Bylines, x.Revision.LeadImage)));

    private static readonly Func<NewsDb, Guid[], IAsyncEnumerable<Row>> ById = EF.CompileAsyncQuery(
        (NewsDb db, Guid[] ids) => db.Set<Article>().Where(a => ids.Contains(a.Id))
            .Join(db.Set<Revision>(), a => a.LiveId, r => r.Id, (a, r) => new Row(a.Id, a.Slug, a.PublishedWall!, a.PublishedAt!.Value, r.Kind, r.Headline, r.Standfirst, r.Bylines, r.LeadImage)));

    /// <summary>The newest articles of a listing.</summary>
    /// <param name="list">Its name, from <see cref="Listing"/>.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="tags">Takes the listing's tag.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    public async Task<IReadOnlyList<Teaser>> NewestAsync(string list, int count, PageTags tags, CancellationToken ct)
    {
        var total = await db.LengthOfAsync(list, ct);
        return total == 0 ? Nothing(list, tags) : await ReadAsync(list, total - count, total, tags, ct);
    }

    /// <summary>A page of a listing; null when the number is beyond the last page, and page 1 of an empty listing is empty.</summary>
    public async Task<ListingPage?> PageAsync(string list, int number, int size, PageTags tags, CancellationToken ct)
    {
        var total = await db.LengthOfAsync(list, ct);
        var pages = Math.Max(1, (total + size - 1) / size);
        if (number < 1 || number > pages) return null;
        var upTo = total - ((number - 1) * size);
        return new(total == 0 ? Nothing(list, tags) : await ReadAsync(list, upTo - size, upTo, tags, ct), number, pages, total);
    }

    /// <summary>Articles of a month such as 202209, newest first.</summary>
    /// <param name="month">Year × 100 + month.</param>
    /// <param name="number">Number of the page, from 1.</param>
    /// <param name="tags">Takes the tag of all news.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    public async Task<IReadOnlyList<Teaser>> MonthAsync(int month, int number, PageTags tags, CancellationToken ct)
    {
        tags.Add(Listing.Tag(Listing.News));
        var rows = new List<Row>();
        await foreach (var row in InMonth(db, month, (number - 1) * PageSize, PageSize).WithCancellation(ct)) rows.Add(row);
        return await MakeAsync(rows, tags, ct);
    }

    /// <summary>Live articles by their ids, in no order; those that are not live are left out.</summary>
    public async Task<IReadOnlyList<Teaser>> OfAsync(IReadOnlyCollection<Guid> ids, PageTags tags, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        Guid[] wanted = [.. ids];
        var rows = new List<Row>();
        await foreach (var row in ById(db, wanted).WithCancellation(ct)) rows.Add(row);
        return await MakeAsync(rows, tags, ct);
    }

    /// <summary>Live articles as listings show them, in the same order.</summary>
    public Task<IReadOnlyList<Teaser>> TeasersAsync(IReadOnlyList<LiveArticle> articles, PageTags tags, CancellationToken ct) =>
        MakeAsync([.. articles.Select(l => new Row(l.Article.Id, l.Article.Slug, l.Article.PublishedWall!, l.Article.PublishedAt!.Value, l.Revision.Kind, l.Revision.Headline, l.Revision.Standfirst, l.Revision.Bylines, l.Revision.LeadImage))], tags, ct);

    private static Teaser[] Nothing(string list, PageTags tags)
    {
        tags.Add(Listing.Tag(list));
        return [];
    }

    private async Task<IReadOnlyList<Teaser>> ReadAsync(string list, int above, int upTo, PageTags tags, CancellationToken ct)
    {
        tags.Add(Listing.Tag(list));
        var rows = new List<Row>();
        await foreach (var row in Range(db, list, above, upTo).WithCancellation(ct)) rows.Add(row);
        return await MakeAsync(rows, tags, ct);
    }

    private async Task<IReadOnlyList<Teaser>> MakeAsync(IReadOnlyList<Row> rows, PageTags tags, CancellationToken ct)
    {
        tags.Add("authors");
        var names = await authors.AllAsync(ct);
        string[] files = [.. rows.Select(r => r.LeadImage?.Media).OfType<string>().Distinct()];
        var found = new Dictionary<string, Picture>(StringComparer.Ordinal);
        if (files.Length > 0)
            foreach (var item in await db.Media.AsNoTracking().Where(m => files.Contains(m.File)).ToListAsync(ct)) found[item.File] = pictures.Of(item);
        foreach (var file in files) tags.Add($"media:{file}");
        return
        [
            .. rows.Select(r => new Teaser(
                r.Id, r.Slug, r.Kind, r.Headline, r.Standfirst,
                [.. r.Bylines.Select(slug => names.FirstOrDefault(a => a.Slug == slug)?.Name).OfType<string>()],
                MomentView.Of(site, r.PublishedWall, r.PublishedAt),
                r.LeadImage is { } lead ? found.GetValueOrDefault(lead.Media) : null)),
        ];
    }

    private sealed record Row(
        Guid Id, string Slug, string PublishedWall, DateTimeOffset PublishedAt, ArticleKind Kind, string Headline, string? Standfirst, IReadOnlyList<string> Bylines, LeadImage? LeadImage);
}
