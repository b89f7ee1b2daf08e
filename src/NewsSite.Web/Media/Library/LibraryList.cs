using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

#pragma warning disable CA1309 // these comparisons become SQL; the column is compared byte by byte

namespace NewsSite.Web.Media.Library;

/// <summary>Which pictures of the library are wanted.</summary>
public enum Shelf
{
    /// <summary>All, the newest first.</summary>
    All,

    /// <summary>Those that nothing shows, the newest first.</summary>
    Unused,

    /// <summary>Those whose rights end within <see cref="LibraryList.SoonDays"/> days, the soonest first.</summary>
    Ending,

    /// <summary>Those whose rights have ended, the latest first.</summary>
    Expired,
}

/// <summary>A page of the library.</summary>
/// <param name="Items">The pictures.</param>
/// <param name="HasMore">Whether there is another page.</param>
/// <param name="IsCut">Whether more pictures match the search than are looked at.</param>
public sealed record LibraryView(IReadOnlyList<MediaItem> Items, bool HasMore, bool IsCut);

/// <summary>Lists and finds pictures by the beginnings of words of their file, credit, rights holder and description. Each query is a range of an index, however large the library.</summary>
public sealed class LibraryList(NewsDb db, Site site, TimeProvider clock)
{
    /// <summary>Pictures on a page.</summary>
    public const int PageSize = 48;

    /// <summary>The deepest page that can be asked for.</summary>
    public const int LastPage = 10_000;

    /// <summary>Pictures that a search looks at.</summary>
    public const int Most = 1_000;

    /// <summary>Days before the end of its rights on which a picture is pointed out.</summary>
    public const int SoonDays = 30;

    private const int MostWords = 6;
    private const string End = "\U0010FFFF"; // after whatever a word can go on with

    /// <summary>Today, in the site's zone.</summary>
    public DateOnly Today => site.Day(clock.GetUtcNow());

    /// <summary>A page of the list.</summary>
    /// <param name="query">What is searched for; null or empty for everything.</param>
    /// <param name="shelf">Which pictures.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Pictures on a page.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<LibraryView> PageAsync(string? query, Shelf shelf, int page, int size, CancellationToken ct)
    {
        var skip = (page - 1) * size;
        if (string.IsNullOrWhiteSpace(query))
        {
            var ids = await On(shelf).Skip(skip).Take(size + 1).ToListAsync(ct); // the index alone
            return new(await ItemsAsync([.. ids.Take(size)], ct), ids.Count > size, false);
        }
        IReadOnlyList<string> words = [.. SearchWords.Of(query).Take(MostWords)];
        if (words.Count == 0) return new([], false, false); // nothing in it is a word
        var found = await FindAsync(words, ct);
        var isCut = found.Count == Most;
        if (shelf is not Shelf.All) found = await OnlyAsync(found, shelf, ct);
        else if (await ExactAsync(query, ct) is { } exact) found = [exact, .. found.Where(id => id != exact)];
        return new(await ItemsAsync([.. found.Skip(skip).Take(size)], ct), found.Count > skip + size, isCut);
    }

    private IQueryable<Guid> On(Shelf shelf)
    {
        var (today, soon) = (Today, Today.AddDays(SoonDays));
        var last = new Guid(Enumerable.Repeat(byte.MaxValue, 16).ToArray()); // a bound, so that the databases begin at the end of the index
        return (shelf switch
        {
            Shelf.Unused => db.Media.Where(m => !m.IsUsed && m.Id <= last).OrderByDescending(m => m.Id),
            Shelf.Ending => db.Media.Where(m => m.RightsUntil >= today && m.RightsUntil <= soon).OrderBy(m => m.RightsUntil).ThenBy(m => m.Id),
            Shelf.Expired => db.Media.Where(m => m.RightsUntil < today).OrderByDescending(m => m.RightsUntil).ThenByDescending(m => m.Id),
            _ => db.Media.Where(m => m.Id <= last).OrderByDescending(m => m.Id),
        }).Select(m => m.Id);
    }

    private async Task<IReadOnlyList<MediaItem>> ItemsAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var items = await db.Media.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        return [.. ids.Where(items.ContainsKey).Select(id => items[id])];
    }

    private async Task<IReadOnlyList<Guid>> OnlyAsync(IReadOnlyList<Guid> ids, Shelf shelf, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var (today, soon) = (Today, Today.AddDays(SoonDays));
        var rows = await db.Media.Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.IsUsed, m.RightsUntil }).ToListAsync(ct);
        var wanted = rows.Where(m => shelf switch
        {
            Shelf.Unused => !m.IsUsed,
            Shelf.Ending => m.RightsUntil >= today && m.RightsUntil <= soon,
            _ => m.RightsUntil < today,
        }).Select(m => m.Id).ToHashSet();
        return [.. ids.Where(wanted.Contains)];
    }

    // Somebody who types a whole file name wants that file, however many newer ones begin like it.
    private async Task<Guid?> ExactAsync(string query, CancellationToken ct)
    {
        var file = query.Trim();
        return await db.Media.Where(m => m.File == file).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(ct);
    }

    // Those that have the longest word whole, then those where it only begins; the newest first among each.
    private async Task<IReadOnlyList<Guid>> FindAsync(IReadOnlyList<string> words, CancellationToken ct)
    {
        var longest = words.MaxBy(w => w.Length)!;
        var others = words.Where(w => w != longest).ToList();
        var whole = await Having(db.MediaWords.Where(w => w.Word == longest), others).OrderByDescending(w => w.MediaId).Select(w => w.MediaId).Take(Most).ToListAsync(ct);
        if (whole.Count == Most) return whole;
        var end = longest + End;
        var begun = await Having(db.MediaWords.Where(w => string.Compare(w.Word, longest) > 0 && string.Compare(w.Word, end) < 0), others)
            .OrderByDescending(w => w.Word).ThenByDescending(w => w.MediaId).Select(w => w.MediaId).Take(Most).ToListAsync(ct);
        return [.. whole.Concat(begun.Order().Reverse()).Distinct().Take(Most)];
    }

    private IQueryable<MediaWord> Having(IQueryable<MediaWord> rows, IReadOnlyList<string> others)
    {
        var words = db.MediaWords;
        foreach (var other in others)
        {
            var end = other + End;
            rows = rows.Where(w => words.Any(o => o.MediaId == w.MediaId && string.Compare(o.Word, other) >= 0 && string.Compare(o.Word, end) < 0));
        }
        return rows;
    }
}
