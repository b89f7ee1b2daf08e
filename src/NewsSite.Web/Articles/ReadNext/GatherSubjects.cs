using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Hooks;
using NewsSite.Web.Data;
using NewsSite.Web.Sources;

namespace NewsSite.Web.Articles.ReadNext;

/// <summary>Keeps what stories are about in step with what is live. Stories that share any of it are shown beside each other, so their pages are out of date.</summary>
internal sealed class GatherSubjects(NewsDb db, BlockCatalogue catalogue) : IHook<LiveChanges>
{
    public async Task RunAsync(LiveChanges happened, CancellationToken ct)
    {
        Guid[] seen = [.. happened.Articles.Where(c => c.Before is not null).Select(c => c.Article.Id)];
        if (seen.Length > 0)
        {
            var gone = db.Set<StorySubject>().Where(s => seen.Contains(s.ArticleId));
            happened.Tags.UnionWith((await gone.Select(s => s.Subject).Distinct().ToListAsync(ct)).Select(Subjects.Tag));
            await gone.ExecuteDeleteAsync(ct);
        }
        var shown = happened.Articles.Where(c => c.After is { Kind: not ArticleKind.Sponsored }).Select(c => (c.Article, Revision: c.After!, Blocks: c.After!.ReadBlocks(catalogue))).ToList();
        string[] cited = [.. shown.SelectMany(s => Subjects.SourcesOf(s.Revision, [.. s.Blocks.SelectMany(b => b.References())])).Distinct(StringComparer.Ordinal)];
        var publishers = cited.Length == 0 ? [] : await db.Sources.AsNoTracking().Where(s => cited.Contains(s.Slug)).Select(s => new { s.Slug, s.Publisher }).ToDictionaryAsync(s => s.Slug, s => s.Publisher, StringComparer.Ordinal, ct);
        StorySubject[] rows = [.. from s in shown from subject in Subjects.Of(s.Revision, s.Blocks, publishers.GetValueOrDefault) select new StorySubject { ArticleId = s.Article.Id, Subject = subject, PublishedAt = s.Article.PublishedAt!.Value }];
        happened.Tags.UnionWith(rows.Select(r => Subjects.Tag(r.Subject)));
        await db.InsertManyAsync(rows, ct);
    }
}
