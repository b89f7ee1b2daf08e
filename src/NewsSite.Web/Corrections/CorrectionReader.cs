using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Corrections;

/// <summary>Tells readers' pages, feeds and the API what was corrected. Within one request each article is looked up once.</summary>
internal sealed class CorrectionReader(NewsDb db, Site site) : IStoryCorrections
{
    private static readonly Func<NewsDb, Guid[], IAsyncEnumerable<Correction>> OfStories = EF.CompileAsyncQuery(
        (NewsDb db, Guid[] stories) => db.Set<Correction>().AsNoTracking().Where(c => stories.Contains(c.ArticleId)));

    private readonly Dictionary<Guid, IReadOnlyList<StoryCorrection>> _read = [];

    public async ValueTask<IReadOnlyDictionary<Guid, IReadOnlyList<StoryCorrection>>> OfAsync(IReadOnlyCollection<Guid> articles, PageTags tags, CancellationToken ct)
    {
        foreach (var article in articles) tags.Add(CorrectionTag.Of(article));
        Guid[] wanted = [.. articles.Where(a => !_read.ContainsKey(a)).Distinct()];
        if (wanted.Length > 0)
        {
            var found = new List<Correction>();
            await foreach (var correction in OfStories(db, wanted).WithCancellation(ct)) found.Add(correction);
            var all = found.OrderByDescending(c => c.At).ThenBy(c => c.Slug, StringComparer.Ordinal).ToLookup(c => c.ArticleId);
            foreach (var article in wanted) _read[article] = [.. all[article].Select(c => site.Told(c))];
        }
        return articles.Distinct().Where(a => _read[a].Count > 0).ToDictionary(a => a, a => _read[a]);
    }
}

/// <summary>Puts an article's corrections at the end of its text.</summary>
internal sealed class CorrectionNotes(IStoryCorrections corrections) : ISlotFiller
{
    public async ValueTask<IReadOnlyList<SlotPart>> FillAsync(string slot, Guid? article, PageTags tags, CancellationToken ct)
    {
        if (slot != SlotName.ArticleNotes || article is not { } id) return [];
        return (await corrections.OfAsync([id], tags, ct)).TryGetValue(id, out var notes) ? [new(10, "CorrectionsOfStory", notes)] : [];
    }
}

/// <summary>Tags of pages that tell corrections.</summary>
internal static class CorrectionTag
{
    /// <summary>The page of all corrections.</summary>
    public const string All = "corrections";

    /// <summary>Whatever tells the corrections of an article, or would if there were any.</summary>
    public static string Of(Guid article) => $"corrections:{article}";
}

internal static class CorrectionTexts
{
    extension(Site site)
    {
        public StoryCorrection Told(Correction correction) => new(
            MomentView.Of(site, correction.Wall, correction.At), correction.Wall,
            correction.AmendedAt is { } at ? MomentView.Of(site, site.WallOf(at).ToString(), at) : null,
            correction.Wrong, correction.Right);
    }
}
