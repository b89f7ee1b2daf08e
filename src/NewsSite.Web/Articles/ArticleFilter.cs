using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles;

/// <summary>Which live articles are asked for; null everywhere means all.</summary>
/// <param name="Topic">Slug of a topic.</param>
/// <param name="Author">Slug of an author.</param>
/// <param name="Person">Slug of a person who speaks in the article.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="From">The first day of publication in the site's zone.</param>
/// <param name="To">The last day of publication in the site's zone.</param>
internal sealed record ArticleFilter(string? Topic, string? Author, string? Person, ArticleKind? Kind, DateOnly? From, DateOnly? To)
{
    /// <summary>The listings that an article must be in; all articles are in the first when nothing else is asked.</summary>
    public IReadOnlyList<string> Lists { get; } =
    [
        .. new[] { Topic is null ? null : Listing.Topic(Topic), Author is null ? null : Listing.Author(Author), Kind is null ? null : Listing.Kind(Kind.Value) }
            .OfType<string>().DefaultIfEmpty(Listing.News),
    ];
}

/// <summary>
/// Finds live articles, newest first. In one listing, days included, a page is a range of places, and takes the same time however large the archive is.
/// Several conditions together start from the listing that is shortest, or from what the person said.
/// </summary>
internal sealed class FilteredArticles(NewsDb db, Site site)
{
    /// <summary>How many there are, and those of one page.</summary>
    public async Task<(int Total, IReadOnlyList<LiveArticle> Found)> FindAsync(ArticleFilter filter, long before, int size, CancellationToken ct)
    {
        var from = filter.From is { } first ? site.StartOf(first) : (DateTimeOffset?)null;
        var until = filter.To is { } last ? site.StartOf(last.AddDays(1)) : (DateTimeOffset?)null;
        return filter is { Person: null, Lists: [var only] }
            ? await InListAsync(only, from, until, before, size, ct)
            : await CombinedAsync(filter, from, until, before, size, ct);
    }

    private async Task<(int, IReadOnlyList<LiveArticle>)> InListAsync(string list, DateTimeOffset? from, DateTimeOffset? until, long before, int size, CancellationToken ct)
    {
        var above = from is { } start ? await PlaceBeforeAsync(list, start, ct) : 0;
        var upTo = until is { } end ? await PlaceBeforeAsync(list, end, ct) : await db.LengthOfAsync(list, ct);
        var total = Math.Max(0, upTo - above);
        if (before >= total) return (total, []);
        var highest = upTo - (int)before;
        var lowest = Math.Max(above, highest - size);
        var places = db.Listings.AsNoTracking().Where(e => e.List == list && e.Position > lowest && e.Position <= highest).OrderByDescending(e => e.Position);
        return (total, await WithRevisions(places.Select(e => e.ArticleId)).ToListAsync(ct));
    }

    // Places rise with time, so the days of a listing are a range of places too.
    private async Task<int> PlaceBeforeAsync(string list, DateTimeOffset instant, CancellationToken ct) =>
        await db.Listings.Where(e => e.List == list && e.PublishedAt < instant)
            .OrderByDescending(e => e.PublishedAt).ThenByDescending(e => e.ArticleId).Select(e => e.Position).FirstOrDefaultAsync(ct);

    private async Task<(int, IReadOnlyList<LiveArticle>)> CombinedAsync(
        ArticleFilter filter, DateTimeOffset? from, DateTimeOffset? until, long before, int size, CancellationToken ct)
    {
        var (candidates, others) = filter.Person is { } person
            ? (db.SpokenWords.Where(s => s.Person == person).Select(s => new Candidate { Id = s.ArticleId, At = s.PublishedAt }).Distinct(), filter.Lists)
            : await ShortestAsync(filter.Lists, ct);
        if (from is { } start) candidates = candidates.Where(c => c.At >= start);
        if (until is { } end) candidates = candidates.Where(c => c.At < end);
        var listings = db.Listings;
        foreach (var list in others.Where(l => l != Listing.News)) candidates = candidates.Where(c => listings.Any(e => e.ArticleId == c.Id && e.List == list));
        var total = await candidates.CountAsync(ct);
        if (before >= total) return (total, []);
        var page = candidates.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Skip((int)before).Take(size);
        return (total, await WithRevisions(page.Select(c => c.Id)).ToListAsync(ct));
    }

    private async Task<(IQueryable<Candidate>, IReadOnlyList<string>)> ShortestAsync(IReadOnlyList<string> lists, CancellationToken ct)
    {
        var (shortest, length) = ("", int.MaxValue);
        foreach (var list in lists)
            if (await db.LengthOfAsync(list, ct) is var found && found < length) (shortest, length) = (list, found);
        return (db.Listings.Where(e => e.List == shortest).Select(e => new Candidate { Id = e.ArticleId, At = e.PublishedAt }), [.. lists.Where(l => l != shortest)]);
    }

    private IQueryable<LiveArticle> WithRevisions(IQueryable<Guid> ids) =>
        from id in ids
        join article in db.Articles.AsNoTracking() on id equals article.Id
        join revision in db.Revisions.AsNoTracking() on article.LiveId equals revision.Id
        orderby article.PublishedAt descending, article.Id descending
        select new LiveArticle(article, revision);

    private sealed class Candidate
    {
        public Guid Id { get; init; }

        public DateTimeOffset At { get; init; }
    }
}
