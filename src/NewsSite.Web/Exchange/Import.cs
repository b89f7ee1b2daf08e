using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Redirects;

namespace NewsSite.Web.Exchange;

/// <summary>What an import is asked for.</summary>
/// <param name="Path">A content directory, or one file of it.</param>
/// <param name="DryRun">Plan only; nothing is changed.</param>
/// <param name="Force">Write over what the newsroom has edited since the last import.</param>
public sealed record ImportRequest(string Path, bool DryRun = false, bool Force = false);

/// <summary>What an import did, or would have done.</summary>
/// <param name="Faults">Every fault of every file, by file and line; with one of them nothing has changed.</param>
/// <param name="Lines">One line for each record that is new, changed, moved, withdrawn or kept as the newsroom has it.</param>
/// <param name="Counts">One line for each folder.</param>
public sealed record ImportResult(IReadOnlyList<string> Faults, IReadOnlyList<string> Lines, IReadOnlyList<string> Counts);

/// <summary>Brings content files into the store: all of them, in one transaction, or none.</summary>
internal sealed class Import(NewsDb db, ImportPlanner planner, ArticleImport articles, MediaImport media, RedirectFile redirects, ChangeFeed changes, IActs acts, TimeProvider clock)
{
    private const int AtATime = 500, PagesAtHand = 32 * 1024;

    public async Task<ImportResult> RunAsync(ImportRequest request, Progress progress, CancellationToken ct)
    {
        var plan = await planner.PlanAsync(request.Path, request.Force, progress, ct);
        IReadOnlyList<string> faults = [.. plan.Faults.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Message, StringComparer.Ordinal).Select(f => f.ToString())];
        if (faults.Count == 0 && !request.DryRun)
        {
            try
            {
                await StoreAsync(plan, request, progress, ct);
            }
            catch (ImportRefused refused)
            {
                faults = [refused.Message];
            }
        }
        return new(faults, [.. plan.Lines.Where(l => l.Act is not Act.Unchanged).Select(LineOf)], [.. CountsOf(plan)]);
    }

    private async Task StoreAsync(ImportPlan plan, ImportRequest request, Progress progress, CancellationToken ct)
    {
        var pictures = await media.PrepareAsync(plan.Media, progress, ct);
        IReadOnlyList<string> replaced;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.KeepPagesAsync(PagesAtHand, ct);
            await db.LockRegistersAsync(ct);
            if (await EditsAsync(ct) != plan.RecordEdits) throw new ImportRefused("A record of a register was changed in the newsroom while this import ran; import again.");
            await StoreRegistersAsync(plan.Registers.Where(r => !r.Register.FollowsArticles), ct);
            replaced = await media.StoreAsync(pictures, ct);
            await redirects.StoreAsync(plan.Redirects, plan.RedirectFile, ct);
            await articles.RunAsync(plan.Articles, plan.Stored, plan.Reading, progress, ct);
            await StoreRegistersAsync(plan.Registers.Where(r => r.Register.FollowsArticles), ct);
            if (WordsOf(plan, request) is { } words) acts.Add(db, new("import.done", words) { By = ArticleImport.Actor });
            await db.SaveChangesAsync(ct);
            await db.KeepPagesAsync(PageRoom.Usual, ct);
            await transaction.CommitAsync(ct);
        }
        await changes.CatchUpAsync(ct);
        await media.DropAsync(replaced, ct);
    }

    private async Task StoreRegistersAsync(IEnumerable<RegisterPlan> registers, CancellationToken ct)
    {
        foreach (var (register, records) in registers)
        {
            RegisterRecord[] news = [.. records.Where(r => r.Act is not (Act.Unchanged or Act.Kept)).Select(r => r.Record)];
            await ForgetEditsAsync(register.Folder, [.. records.Where(r => r.Act is not Act.Kept).Select(r => r.Record.Slug)], ct);
            if (news.Length == 0) continue;
            await db.AnnounceAsync(await register.StoreAsync(db, news, ct), clock.GetUtcNow(), ct);
        }
    }

    // One act for all of it, however many articles; none for an import that found everything as it was.
    private static string? WordsOf(ImportPlan plan, ImportRequest request)
    {
        if (plan.Lines.All(l => l.Act is Act.Unchanged or Act.Kept)) return null;
        var counts = plan.Lines.Where(l => l.Act is not (Act.Unchanged or Act.Kept)).GroupBy(l => l.Folder).Select(f => $"{f.Key}: {string.Join(", ", f.GroupBy(l => l.Act).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Kebab.Of(g.Key)}"))}");
        return $"brought content files in{(request.Force ? ", over what the newsroom had edited" : "")} ({string.Join("; ", counts)})";
    }

    // Each act of the newsroom on a record is one row more, or one row's time.
    private async Task<(int Count, DateTimeOffset? Last)> EditsAsync(CancellationToken ct) => (await db.RecordEdits.CountAsync(ct), await db.RecordEdits.MaxAsync(e => (DateTimeOffset?)e.At, ct));

    // File and store say the same again.
    private async Task ForgetEditsAsync(string register, IReadOnlyList<string> slugs, CancellationToken ct)
    {
        var edited = await db.RecordEdits.Where(e => e.Register == register).Select(e => e.Slug).ToListAsync(ct);
        foreach (var some in edited.Intersect(slugs, StringComparer.Ordinal).Chunk(AtATime))
            await db.RecordEdits.Where(e => e.Register == register && some.Contains(e.Slug)).ExecuteDeleteAsync(ct);
    }

    private static string LineOf((string Folder, string Name, Act Act) line) =>
        $"{Kebab.Of(line.Act),-10}{line.Folder}/{line.Name}{(line.Act is Act.Kept ? " (edited in the newsroom; its file has not changed)" : "")}";

    private static IEnumerable<string> CountsOf(ImportPlan plan)
    {
        foreach (var folder in plan.Lines.GroupBy(l => l.Folder))
        {
            var same = folder.Key == ContentFile.Redirects ? plan.KnownRedirects : 0;
            var acts = folder.GroupBy(l => l.Act).OrderBy(g => g.Key).Select(g => $"{g.Count() + (g.Key is Act.Unchanged ? same : 0)} {Kebab.Of(g.Key)}");
            yield return $"{folder.Key}: {string.Join(", ", acts)}";
        }
    }
}
