using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Articles.Registers;

/// <summary>Where stories, drafts included, name topics, authors, people, organisations and sources. What readers see is counted from indexes; drafts are looked through only when somebody asks where a record is used.</summary>
internal sealed class StoriesUsingRecords(NewsDb db, BlockCatalogue catalogue) : IRecordUses
{
    private const int CandidatesAtOnce = 100;

    public bool Covers(string folder) => ColumnsOf(folder).Count > 0;

    public string? ColumnOf(string folder) => folder switch { "topics" or "authors" => "Live stories", "people" => "Statements", _ => null };

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string folder, IReadOnlyList<string> keys, CancellationToken ct)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (folder == "people")
        {
            var wanted = keys.ToArray();
            foreach (var person in await db.SpokenWords.Where(s => wanted.Contains(s.Person)).GroupBy(s => s.Person).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)) counts.Add(person.Key, person.Count);
        }
        else if (folder is "topics" or "authors")
        {
            foreach (var key in keys) counts[key] = await db.LengthOfAsync(folder == "topics" ? Listing.Topic(key) : Listing.Author(key), ct); // a look at the end of an index each
        }
        return counts;
    }

    public async Task<IReadOnlyList<RecordUse>> FindAsync(string folder, string key, int most, CancellationToken ct)
    {
        if (ColumnsOf(folder) is not { Count: > 0 } columns) return [];
        string[] names = folder == "topics" ? [key, .. await MergedIntoAsync(key, ct)] : [key];
        var found = new List<RecordUse>();
        if (folder is "topics" or "authors")
        {
            var list = folder == "topics" ? Listing.Topic(key) : Listing.Author(key);
            found.AddRange(await UsesAsync(await db.Listings.Where(e => e.List == list).OrderByDescending(e => e.Position).Take(most).Select(e => e.ArticleId).ToListAsync(ct), ct));
            if (found.Count >= most) return found;
        }
        foreach (var some in (await CandidatesAsync(columns, names, ct)).Chunk(CandidatesAtOnce))
        {
            var sure = new List<Guid>();
            foreach (var revision in await db.Revisions.AsNoTracking().Where(r => some.Contains(r.Id)).OrderByDescending(r => r.Id).ToListAsync(ct))
                if (Names(revision, folder, names)) sure.Add(revision.ArticleId);
            foreach (var use in await UsesAsync(sure, ct))
                if (!found.Contains(use)) found.Add(use);
            if (found.Count >= most) break;
        }
        return [.. found.Take(most)];
    }

    private async Task<List<string>> MergedIntoAsync(string topic, CancellationToken ct) =>
        await db.Set<Topics.MergedTopic>().Where(m => m.Into == topic).Select(m => m.Slug).ToListAsync(ct);

    private static IReadOnlyList<string> ColumnsOf(string folder) => folder switch
    {
        "topics" => ["Topics"],
        "authors" => ["Bylines"],
        "sources" => ["Sources", "Blocks"],
        "people" or "organisations" => ["Blocks"],
        _ => [],
    };

    // Slugs have no sign that means something to LIKE; each stands in its JSON between quotation marks.
    private async Task<List<Guid>> CandidatesAsync(IReadOnlyList<string> columns, string[] names, CancellationToken ct)
    {
        var conditions = string.Join(" OR ", from column in columns from i in Enumerable.Range(0, names.Length) select string.Create(CultureInfo.InvariantCulture, $"r.\"{column}\" LIKE {{{i}}}"));
        object[] values = [.. names.Select(n => $"%\"{n}\"%")];
        var sql = $"""
            SELECT r."Id" AS "Value" FROM "Articles" AS a JOIN "Revisions" AS r ON r."Id" = a."HeadId" WHERE {conditions}
            UNION SELECT r."Id" AS "Value" FROM "Articles" AS a JOIN "Revisions" AS r ON r."Id" = a."LiveId" WHERE a."LiveId" <> a."HeadId" AND ({conditions})
            UNION SELECT r."Id" AS "Value" FROM "Articles" AS a JOIN "Revisions" AS r ON r."Id" = a."WorkRevisionId" WHERE a."WorkRevisionId" <> a."HeadId" AND ({conditions})
            """;
        return await db.Database.SqlQueryRaw<Guid>(sql, values).ToListAsync(ct);
    }

    private bool Names(Revision revision, string folder, string[] names) => folder switch
    {
        "topics" => revision.Topics.Intersect(names, StringComparer.Ordinal).Any(),
        "authors" => revision.Bylines.Intersect(names, StringComparer.Ordinal).Any(),
        _ => StoryReader.Wanted(revision, revision.ReadBlocks(catalogue)).Any(r => r.Kind == KindOf(folder) && names.Contains(r.Key)) || revision.ReadBlocks(catalogue).OfType<UnknownBlock>().Any(),
    };

    private static ReferenceKind KindOf(string folder) => folder switch { "people" => ReferenceKind.Person, "organisations" => ReferenceKind.Organisation, _ => ReferenceKind.Source };

    private async Task<IReadOnlyList<RecordUse>> UsesAsync(List<Guid> articles, CancellationToken ct)
    {
        if (articles.Count == 0) return [];
        var found = await db.Articles.AsNoTracking().Where(a => articles.Contains(a.Id)).Select(a => new { a.Id, a.Headline, a.Slug, a.SavedAt }).ToListAsync(ct);
        return [.. found.OrderByDescending(a => a.SavedAt).ThenBy(a => a.Id).Select(a => new RecordUse(a.Headline.Length > 0 ? a.Headline : a.Slug, $"/newsroom/articles/{a.Id}"))];
    }
}
