using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Corrections;
using NewsSite.Web.Data;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>Reads what an edition says, as readers could read it on the site at this moment: what has been withdrawn is not in it.</summary>
internal sealed class EditionReader(NewsDb db, TimeProvider clock)
{
    /// <summary>How far back an edition looks for what no earlier one carried: a minute that was long in being kept must not fall between two.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(2);

    /// <summary>How far back the first edition looks.</summary>
    public static readonly TimeSpan First = TimeSpan.FromDays(1);

    /// <summary>How far back one looks at most, when there has been none for long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    private const int MostStories = 500, MostCorrections = 100;

    /// <summary>What an edition says that has been made.</summary>
    public async Task<BulletinContent> MadeAsync(Edition edition, CancellationToken ct)
    {
        var ids = await db.EditionStories.Where(s => s.EditionId == edition.Id).Select(s => s.ArticleId).ToListAsync(ct);
        var keys = await db.EditionCorrections.Where(c => c.EditionId == edition.Id).Select(c => c.Correction).ToListAsync(ct);
        string[] slugs = [.. keys.Select(k => k.Split('@')[0])];
        var names = await db.TopicNamesAsync(ct);
        var corrections = slugs.Length == 0 ? [] : await CorrectionsAsync(db.Corrections.Where(c => slugs.Contains(c.Slug)), names, ct);
        return new(edition.Kind, edition.Day, edition.Line, await StoriesAsync(db.Articles.Where(a => ids.Contains(a.Id)), names, ct), corrections);
    }

    /// <summary>What the next bulletin would say if it were made now: what went live since the last one, and corrections of what earlier ones carried, each once.</summary>
    /// <param name="day">Its day.</param>
    /// <param name="line">The newsroom's own line; null for none.</param>
    /// <param name="until">What goes live later comes with the one after.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<BulletinContent> NextAsync(DateOnly? day, string? line, DateTimeOffset until, CancellationToken ct)
    {
        var last = await db.Editions.Where(e => e.Kind == EditionKind.Daily && e.MadeAt != null).OrderByDescending(e => e.MadeAt).Select(e => e.MadeAt).FirstOrDefaultAsync(ct);
        var from = last - Overlap ?? until - First;
        if (from < until - Longest) from = until - Longest;
        var first = last is null ? null : await db.Editions.Where(e => e.Kind == EditionKind.Daily && e.MadeAt != null).OrderBy(e => e.MadeAt).Select(e => e.MadeAt).FirstAsync(ct);
        if (first is { } begun && begun - First > from) from = begun - First; // what was there before the first edition is no news
        var carried = db.EditionStories.Where(s => db.Set<Edition>().Any(e => e.Id == s.EditionId && e.Kind == EditionKind.Daily));
        var names = await db.TopicNamesAsync(ct);
        var stories = await StoriesAsync(
            db.Listings.Where(l => l.List == Listing.News && l.PublishedAt > from && l.PublishedAt <= until && !carried.Any(s => s.ArticleId == l.ArticleId))
                .OrderByDescending(l => l.PublishedAt).Take(MostStories).Join(db.Articles, l => l.ArticleId, a => a.Id, (l, a) => a), names, ct);
        var corrections = last is null ? [] : await CorrectionsAsync(db.Corrections.Where(c => (c.At > from || c.AmendedAt > from) && c.At <= until
            && db.Set<EditionStory>().Any(s => s.ArticleId == c.ArticleId && db.Set<Edition>().Any(e => e.Id == s.EditionId && e.Kind == EditionKind.Daily && e.MadeAt < (c.AmendedAt ?? c.At)))), names, ct); // whoever got the story afterwards got it right
        string[] keys = [.. corrections.Select(c => c.Key)];
        var told = await db.EditionCorrections.Where(c => keys.Contains(c.Correction)).Select(c => c.Correction).ToListAsync(ct);
        return new(EditionKind.Daily, day, line, stories, [.. corrections.Where(c => !told.Contains(c.Key))]);
    }

    private async Task<IReadOnlyList<BulletinStory>> StoriesAsync(IQueryable<Article> articles, TopicNames names, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await articles.AsNoTracking().Where(a => a.State == ArticleState.Live && (a.EmbargoUntil == null || a.EmbargoUntil <= now))
            .Join(db.Revisions, a => a.LiveId, r => r.Id, (a, r) => new { a.Id, a.Slug, a.PublishedAt, r.Kind, r.Headline, r.Standfirst, r.Topics }).ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.PublishedAt).ThenBy(r => r.Id).Select(r => new BulletinStory(r.Id, r.Slug, r.Kind, r.Headline, r.Standfirst, names.Now(r.Topics)))];
    }

    private async Task<IReadOnlyList<BulletinCorrection>> CorrectionsAsync(IQueryable<Correction> corrections, TopicNames names, CancellationToken ct)
    {
        var rows = await corrections.AsNoTracking().OrderByDescending(c => c.At).Take(MostCorrections)
            .Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new { Correction = c, a.Slug, a.LiveId })
            .Join(db.Revisions, x => x.LiveId, r => r.Id, (x, r) => new { x.Correction, x.Slug, r.Kind, r.Headline, r.Topics }).ToListAsync(ct);
        return
        [
            .. from row in rows
               let c = row.Correction
               orderby c.At descending, c.Slug
               select new BulletinCorrection(c.AmendedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"{c.Slug}@{at.ToUnixTimeSeconds()}") : c.Slug, row.Slug, row.Kind.Labelled(row.Headline), names.Now(row.Topics), c.Wrong, c.Right),
        ];
    }
}
