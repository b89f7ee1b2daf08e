using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Hooks;
using NewsSite.Web.Data;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles;

/// <summary>Keeps the listings' places in step with what is live.</summary>
internal sealed class PlaceInListings(NewsDb db) : IHook<LiveChanges>
{
    internal const int ManyAtOnce = 20;
    private const long PlacesLock = 0x4C697374696E6773; // "Listings"

    public async Task RunAsync(LiveChanges happened, CancellationToken ct)
    {
        await LockAsync(ct); // before the look at topics, which may be becoming one
        var topics = await db.TopicNamesAsync(ct);
        if (happened.Articles.Count > ManyAtOnce)
        {
            await PlaceManyAsync(happened.Articles, topics, ct);
            return;
        }
        var arriving = new List<(string List, Article Article)>();
        foreach (var change in happened.Articles)
        {
            var wanted = change.After is { } after ? Listing.Of(after, topics).ToHashSet(StringComparer.Ordinal) : [];
            var id = change.Article.Id;
            foreach (var entry in await db.Listings.Where(e => e.ArticleId == id).ToListAsync(ct))
                if (!wanted.Contains(entry.List) || entry.PublishedAt != change.Article.PublishedAt) await RemoveAsync(entry, ct);
                else wanted.Remove(entry.List);
            arriving.AddRange(wanted.Select(list => (list, change.Article)));
        }
        foreach (var list in arriving.GroupBy(a => a.List, a => a.Article).OrderBy(l => l.Key, StringComparer.Ordinal)) await InsertAsync(list.Key, list, ct);
    }

    /// <summary>Numbers listings afresh, after many rows were added without a place.</summary>
    public async Task RenumberAsync(CancellationToken ct) =>
        await db.Database.ExecuteSqlRawAsync(
            """
            UPDATE "Listings" SET "Position" = n."Place"
            FROM (SELECT "ArticleId", "List", ROW_NUMBER() OVER (PARTITION BY "List" ORDER BY "PublishedAt", "ArticleId") AS "Place" FROM "Listings") AS n
            WHERE n."ArticleId" = "Listings"."ArticleId" AND n."List" = "Listings"."List" AND n."Place" <> "Listings"."Position"
            """, ct);

    // What is newer than all there is, as nearly always, goes to the end at once.
    private async Task InsertAsync(string list, IEnumerable<Article> articles, CancellationToken ct)
    {
        await LockAsync(ct);
        var last = await db.Listings.Where(e => e.List == list).OrderByDescending(e => e.PublishedAt).ThenByDescending(e => e.ArticleId).Select(e => new { e.Position, e.PublishedAt, e.ArticleId }).FirstOrDefaultAsync(ct);
        var place = last?.Position ?? 0;
        foreach (var article in articles.OrderBy(a => a.PublishedAt).ThenBy(a => a.Id))
        {
            var isNewest = last is null || article.PublishedAt > last.PublishedAt || (article.PublishedAt == last.PublishedAt && article.Id.CompareTo(last.ArticleId) > 0);
            if (!isNewest) await InsertAsync(list, article, ct);
            else db.Add(new ListingEntry { List = list, ArticleId = article.Id, Position = ++place, PublishedAt = article.PublishedAt!.Value });
            if (!isNewest) place++;
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Makes one listing of two, inside the caller's transaction: the articles of one join the other, each once, and its places are counted afresh.</summary>
    public async Task JoinAsync(string from, string into, CancellationToken ct)
    {
        await LockAsync(ct);
        var listings = db.Listings;
        await db.Listings.Where(e => e.List == from && listings.Any(o => o.ArticleId == e.ArticleId && o.List == into)).ExecuteDeleteAsync(ct);
        await db.Listings.Where(e => e.List == from).ExecuteUpdateAsync(s => s.SetProperty(e => e.List, into), ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Listings" SET "Position" = n."Place"
            FROM (SELECT "ArticleId", ROW_NUMBER() OVER (ORDER BY "PublishedAt", "ArticleId") AS "Place" FROM "Listings" WHERE "List" = {into}) AS n
            WHERE "Listings"."List" = {into} AND n."ArticleId" = "Listings"."ArticleId" AND n."Place" <> "Listings"."Position"
            """, ct);
    }

    private async Task InsertAsync(string list, Article article, CancellationToken ct)
    {
        var (at, id) = (article.PublishedAt!.Value, article.Id);
        var before = await db.Listings
            .Where(e => e.List == list && (e.PublishedAt < at || (e.PublishedAt == at && e.ArticleId < id)))
            .OrderByDescending(e => e.PublishedAt).ThenByDescending(e => e.ArticleId)
            .Select(e => (int?)e.Position).FirstOrDefaultAsync(ct) ?? 0;
        await db.Listings.Where(e => e.List == list && e.Position > before)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.Position, e => e.Position + 1), ct);
        db.Add(new ListingEntry { List = list, ArticleId = id, Position = before + 1, PublishedAt = at });
        await db.SaveChangesAsync(ct);
    }

    private async Task RemoveAsync(ListingEntry entry, CancellationToken ct)
    {
        await db.Entry(entry).ReloadAsync(ct);
        db.Remove(entry);
        await db.SaveChangesAsync(ct);
        await db.Listings.Where(e => e.List == entry.List && e.Position > entry.Position)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.Position, e => e.Position - 1), ct);
    }

    // SQLite has one writer; on PostgreSQL two articles may go live at once, or one during an import.
    internal async Task LockAsync(CancellationToken ct)
    {
        if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PlacesLock})", ct);
    }

    // An import places hundreds of articles at a time and numbers the listings once, at its end.
    private async Task PlaceManyAsync(IReadOnlyList<LiveChange> changes, TopicNames topics, CancellationToken ct)
    {
        Guid[] known = [.. changes.Where(c => c.SlugBefore is not null).Select(c => c.Article.Id)];
        if (known.Length > 0) await db.Listings.Where(e => known.Contains(e.ArticleId)).ExecuteDeleteAsync(ct);
        ListingEntry[] entries = [.. from change in changes let after = change.After where after is not null from list in Listing.Of(after, topics) select new ListingEntry { List = list, ArticleId = change.Article.Id, Position = 0, PublishedAt = change.Article.PublishedAt!.Value }];
        await db.InsertManyAsync(entries, ct);
    }
}
