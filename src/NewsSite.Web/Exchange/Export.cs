using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Media;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Exchange;

/// <summary>Writes the whole store as content files, as of one instant, always the same bytes for the same store.</summary>
internal sealed class Export(NewsDb db, Site site, BlockCatalogue catalogue, IEnumerable<IRegister> registers, MediaStore media, RedirectFile redirects)
{
    private const int AtATime = 200;

    /// <summary>Writes the files.</summary>
    /// <param name="target">A directory; see <see cref="ExportFolder"/>.</param>
    /// <param name="force">Write into a directory that holds something, in place of the content files there.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="ct">Cancelled when nobody waits any more; the directory is then as it was.</param>
    /// <returns>One line for each folder.</returns>
    /// <exception cref="StartupFault">The directory holds something, or cannot be written.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(string target, bool force, Progress progress, CancellationToken ct)
    {
        using var folder = new ExportFolder(target, force, registers.Select(r => r.Folder));
        var counts = new List<string>();
        await using (await SnapshotAsync(ct))
        {
            foreach (var register in registers)
            {
                var all = await register.StoredAsync(db, ct);
                foreach (var (slug, text) in all) await folder.WriteAsync($"{register.Folder}/{slug}.yml", text, ct);
                if (all.Count > 0) counts.Add($"{register.Folder}: {all.Count}");
            }
            if (await redirects.WriteAsync(ct) is { Length: > 0 } moved) await folder.WriteAsync(RedirectFile.Name, moved, ct);
            counts.AddRange(await WriteMediaAsync(folder, ct));
            counts.AddRange(await WriteArticlesAsync(folder, await db.TopicNamesAsync(ct), progress, ct));
        }
        folder.Finish();
        return counts;
    }

    // The newsroom goes on working meanwhile: a deferred transaction on SQLite, repeatable read on PostgreSQL, see one instant and hold nobody up.
    private async Task<IDbContextTransaction> SnapshotAsync(CancellationToken ct)
    {
        if (!db.IsSqlite) return await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await db.Database.OpenConnectionAsync(ct);
        DbTransaction transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(transaction, ct))!;
    }

    private async Task<IEnumerable<string>> WriteMediaAsync(ExportFolder folder, CancellationToken ct)
    {
        var all = await db.Media.AsNoTracking().ToListAsync(ct);
        foreach (var item in all)
        {
            await using var original = media.OpenOriginal(item) ?? throw new StartupFault($"The original of “{item.File}” is not in the media folder, so the export would be incomplete. “doctor” names all that are missing.");
            await folder.CopyAsync($"{ContentFile.Media}/{item.File}", original, ct);
            if (MediaSidecar.Write(item.Details) is { Length: > 0 } said) await folder.WriteAsync($"{ContentFile.Media}/{item.File}{MediaSidecar.Ending}", said, ct);
        }
        return all.Count == 0 ? [] : [$"{ContentFile.Media}: {all.Count}"];
    }

    private async Task<IEnumerable<string>> WriteArticlesAsync(ExportFolder folder, TopicNames topics, Progress progress, CancellationToken ct)
    {
        var ids = await db.Articles.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
        progress.Begin("Writing", ids.Count);
        foreach (var some in ids.Chunk(AtATime))
        {
            var articles = await db.Articles.AsNoTracking().Where(a => some.Contains(a.Id)).ToListAsync(ct);
            Guid[] wanted = [.. articles.SelectMany(a => new[] { a.HeadId, a.LiveId }).OfType<Guid>().Distinct()];
            var revisions = await db.Revisions.AsNoTracking().Where(r => wanted.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
            foreach (var article in articles)
                foreach (var (path, text) in FilesOf(article, revisions, topics)) await folder.WriteAsync(path, text, ct);
            progress.Advance(some.Length);
        }
        return ids.Count == 0 ? [] : [$"{ContentFile.Articles}: {ids.Count}"];
    }

    private IEnumerable<(string Path, string Text)> FilesOf(Article article, Dictionary<Guid, Revision> revisions, TopicNames topics)
    {
        if (article.HeadId is not { } headId) yield break; // nothing was ever saved
        var head = revisions[headId];
        var year = article.PublishedWall?[..4];
        if (article.State is ArticleState.Withdrawn)
        {
            yield return File(head, FileState.Withdrawn, $"{year ?? "undated"}/{article.Slug}.md");
            yield break;
        }
        if (article.LiveId is { } live) yield return File(revisions[live], FileState.Live, $"{year}/{article.Slug}.md");
        if (article.LiveId != headId) yield return File(head, FileState.Draft, $"{(article.IsLive ? year : "drafts")}/{article.Slug}{ContentFile.DraftEnding}.md");

        (string, string) File(Revision revision, FileState state, string path) =>
            ($"{ContentFile.Articles}/{path}", (ArticleFile.Of(article, revision, state, site, catalogue) with { Topics = topics.Now(revision.Topics) }).Write(article.Slug, catalogue));
    }
}
