using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Corrections;

/// <summary>Corrections as content files: <c>corrections/*.yml</c>. A file names the article by slug, the store by id.</summary>
internal sealed class CorrectionFile(Site site) : IRegister
{
    public string Folder => "corrections";

    public bool FollowsArticles => true;

    public RegisterRecord Read(string slug, YamlRecord yaml)
    {
        var article = yaml.Required("article");
        if (!yaml.Has("made")) yaml.Fault("made is missing; expected a day such as 2022-09-21.");
        var record = new Written(slug, article, Read(yaml, "made"), yaml.Has("amended") ? Read(yaml, "amended").At : null, yaml.LongText("wrong") ?? "", yaml.LongText("right") ?? "");
        if (record.Wrong.Length == 0) yaml.Fault("wrong is missing; expected what was wrong.");
        if (record.Right.Length == 0) yaml.Fault("right is missing; expected what is right.");
        yaml.RefuseTheRest();
        return new(slug, record, TextOf(record), article.Length == 0 ? [] : [new("articles", article, yaml.LineOf("article"))]);
    }

    public async Task<IReadOnlyDictionary<string, string>> StoredAsync(NewsDb db, CancellationToken ct)
    {
        var all = await db.Corrections.AsNoTracking().Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new { Correction = c, a.Slug }).ToListAsync(ct);
        return new SortedDictionary<string, string>(
            all.ToDictionary(x => x.Correction.Slug, x => TextOf(Of(x.Correction, x.Slug))), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyCollection<string>> StoreAsync(NewsDb db, IReadOnlyList<RegisterRecord> records, CancellationToken ct)
    {
        var known = await db.Corrections.AsNoTracking().ToDictionaryAsync(c => c.Slug, c => c.ArticleId, StringComparer.Ordinal, ct);
        var tags = new HashSet<string>(StringComparer.Ordinal) { CorrectionTag.All };
        foreach (var file in records.Select(r => (Written)r.Value))
        {
            var article = await db.Articles.Where(a => a.Slug == file.Article).Select(a => a.Id).FirstAsync(ct);
            var correction = new Correction { Slug = file.Slug, ArticleId = article, At = file.Made.At, Wall = file.Made.Wall.ToString(), AmendedAt = file.Amended, Wrong = file.Wrong, Right = file.Right };
            tags.Add(CorrectionTag.Of(article));
            if (known.TryGetValue(file.Slug, out var before))
            {
                tags.Add(CorrectionTag.Of(before));
                db.Update(correction);
            }
            else
            {
                db.Add(correction);
            }
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return tags;
    }

    private static Written Of(Correction stored, string article) =>
        new(stored.Slug, article, new(WallTime.Parse(stored.Wall) ?? default, stored.At), stored.AmendedAt, stored.Wrong, stored.Right);

    // In the hour that comes twice a file says the instant itself; the wall time is then read off the clock.
    private Minute Read(YamlRecord yaml, string key) => site.ReadStart(yaml, key) is not { } at ? new(default, default)
        : new(WallTime.Parse(yaml.Optional(key)!) ?? site.WallOf(at), at);

    private string TextOf(Written value) => new YamlText()
        .Add("article", value.Article)
        .Add("made", value.Made.Wall.InZone(site.Zone) == value.Made.At || value.Made.Wall.Time is null ? value.Made.Wall.ToString() : site.WriteStart(value.Made.At))
        .Add("amended", value.Amended is { } at ? site.WriteStart(at) : null)
        .Add("wrong", Plain.Text(value.Wrong))
        .Add("right", Plain.Text(value.Right))
        .ToString();

    private sealed record Written(string Slug, string Article, Minute Made, DateTimeOffset? Amended, string Wrong, string Right);

    private readonly record struct Minute(WallTime Wall, DateTimeOffset At);
}
