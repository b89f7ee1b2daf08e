using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Hooks;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Data;
using NewsSite.Web.Media;

namespace NewsSite.Web.Articles.PictureUses;

/// <summary>Keeps the library's rows of which story shows which picture in step with the newest and the live revisions, and with the one that waits for its minute.</summary>
public sealed class GatherPictures(NewsDb db, BlockCatalogue catalogue) : IHook<LiveChanges>
{
    /// <inheritdoc/>
    public Task RunAsync(LiveChanges happened, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return KeepAsync([.. happened.Articles.Select(c => c.Article)], [.. happened.Articles.Select(c => c.After).OfType<Revision>()], ct);
    }

    /// <summary>Brings the rows of some articles up to date; they are saved with what the caller saves next.</summary>
    /// <param name="articles">The articles, with the revisions that they point to now.</param>
    /// <param name="known">Revisions that need not be read, because they are at hand or not saved yet.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task KeepAsync(IReadOnlyList<Article> articles, IReadOnlyList<Revision> known, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(articles);
        if (articles.Count == 0) return;
        Guid?[] ids = [.. articles.Select(a => (Guid?)a.Id)];
        var stored = (await db.MediaUses.Where(u => ids.Contains(u.ArticleId)).ToListAsync(ct)).ToLookup(u => u.ArticleId);
        var revisions = known.DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        var waiting = await WaitingAsync([.. articles.Select(a => a.Id)], ct);
        Guid[] missing = [.. articles.SelectMany(a => new[] { a.HeadId, a.LiveId }).OfType<Guid>().Concat(waiting.Values).Distinct().Where(id => !revisions.ContainsKey(id))];
        if (missing.Length > 0)
            foreach (var revision in await db.Revisions.AsNoTracking().Where(r => missing.Contains(r.Id)).ToListAsync(ct)) revisions.Add(revision.Id, revision);
        foreach (var article in articles) Keep(article, [.. stored[article.Id]], Of(article.LiveId), Of(article.HeadId), Of(waiting.TryGetValue(article.Id, out var id) ? id : null));

        Dictionary<string, Place> Of(Guid? revision) => revision is { } id && revisions.TryGetValue(id, out var found) ? PlacesIn(found) : [];
    }

    // Tracked, so that what this transaction has settled or added counts already.
    private async Task<Dictionary<Guid, Guid>> WaitingAsync(Guid[] articles, CancellationToken ct)
    {
        var stored = await db.TimedActs.Open().Where(a => articles.Contains(a.ArticleId)).ToListAsync(ct);
        return stored.Concat(db.TimedActs.Local.Where(a => articles.Contains(a.ArticleId))).Where(a => a is { RevisionId: not null, Status: TimedStatus.Waiting or TimedStatus.Failed })
            .DistinctBy(a => a.ArticleId).ToDictionary(a => a.ArticleId, a => a.RevisionId!.Value);
    }

    private void Keep(Article article, IReadOnlyList<MediaUse> stored, Dictionary<string, Place> live, Dictionary<string, Place> head, Dictionary<string, Place> waiting)
    {
        foreach (var gone in stored.Where(u => !live.ContainsKey(u.File) && !head.ContainsKey(u.File) && !waiting.ContainsKey(u.File))) db.Remove(gone);
        foreach (var file in live.Keys.Union(head.Keys).Union(waiting.Keys).Order(StringComparer.Ordinal)) // in one order, or two stories could wait for each other
        {
            var use = stored.FirstOrDefault(u => u.File == file);
            if (use is null) db.Add(use = new() { User = MediaUse.OfArticle(article.Id), File = file, ArticleId = article.Id });
            var place = head.TryGetValue(file, out var newest) ? newest : live.TryGetValue(file, out var seen) ? seen : waiting[file];
            (use.InLive, use.InHead, use.AsLead, use.InBlocks) = (live.ContainsKey(file), head.ContainsKey(file), place.IsLead, place.IsInBlocks);
        }
    }

    private Dictionary<string, Place> PlacesIn(Revision revision)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        if (revision.LeadImage is { } lead) places[lead.Media] = new(IsLead: true, IsInBlocks: false);
        foreach (var picture in revision.ReadBlocks(catalogue).SelectMany(b => b.References()).Where(r => r.Kind is ReferenceKind.Media))
            places[picture.Key] = new(places.GetValueOrDefault(picture.Key).IsLead, IsInBlocks: true);
        return places;
    }

    private readonly record struct Place(bool IsLead, bool IsInBlocks);
}
