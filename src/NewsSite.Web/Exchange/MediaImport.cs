using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Media;

namespace NewsSite.Web.Exchange;

/// <summary>A picture of a content directory.</summary>
/// <param name="File">The file.</param>
/// <param name="Credit">Whom its sidecar credits; null for nobody.</param>
/// <param name="Act">What the import will do with it.</param>
internal sealed record MediaPlan(ContentFile File, string? Credit, Act Act);

/// <summary>Brings pictures into the library: looked at first, made ready before the transaction, written inside it.</summary>
internal sealed class MediaImport(NewsDb db, MediaStore store)
{
    public const string SidecarEnding = ".yml";

    public async Task<IReadOnlyList<MediaPlan>> PlanAsync(IReadOnlyList<ContentFile> files, List<Fault> faults, CancellationToken ct)
    {
        if (files.Count == 0) return [];
        var stored = await db.Media.AsNoTracking().ToDictionaryAsync(m => m.File, StringComparer.Ordinal, ct);
        var plans = new List<MediaPlan>();
        foreach (var file in files)
        {
            var credit = await CreditAsync(file, faults, ct);
            try
            {
                await using var content = File.OpenRead(file.Path);
                if (stored.GetValueOrDefault(file.Slug) is { } known && known.Hash == Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)))
                {
                    plans.Add(new(file, credit, known.Credit == credit ? Act.Unchanged : Act.Changed));
                    continue;
                }
                content.Position = 0;
                var (_, refusal) = await store.InspectAsync(content, file.Slug, ct);
                if (refusal is not null) faults.Add(new(file.Name, 1, refusal));
                else plans.Add(new(file, credit, stored.ContainsKey(file.Slug) ? Act.Changed : Act.New));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                faults.Add(new(file.Name, 1, $"this file cannot be read: {e.Message}"));
            }
        }
        return plans;
    }

    /// <summary>Keeps the files and makes their sizes. Nothing is served before its row is written.</summary>
    public async Task<IReadOnlyList<MediaItem>> PrepareAsync(IReadOnlyList<MediaPlan> plans, Progress progress, CancellationToken ct)
    {
        MediaPlan[] work = [.. plans.Where(p => p.Act is not Act.Unchanged)];
        progress.Begin("Pictures", work.Length);
        var ready = new List<MediaItem>();
        foreach (var plan in work)
        {
            await using var content = File.OpenRead(plan.File.Path);
            var result = await store.PrepareAsync(content, plan.File.Slug, plan.Credit, ct);
            if (!result.IsTaken) throw new ImportRefused($"{plan.File.Name}:1: {result.Refusal}");
            ready.Add(result.Item);
            progress.Advance();
        }
        return ready;
    }

    public async Task StoreAsync(IReadOnlyList<MediaItem> ready, CancellationToken ct)
    {
        foreach (var item in ready) await store.PutAsync(db, item, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static async Task<string?> CreditAsync(ContentFile file, List<Fault> faults, CancellationToken ct)
    {
        var sidecar = file with { Path = file.Path + SidecarEnding, Name = file.Name + SidecarEnding };
        if (!File.Exists(sidecar.Path)) return null;
        var own = new Faults(sidecar.Name);
        string? credit = null;
        if (await ContentText.ReadAsync(sidecar, own, ct) is { } content && YamlRecord.Read(content.Text, 1, own) is { } yaml)
        {
            credit = yaml.OneLine("credit");
            yaml.RefuseTheRest();
        }
        faults.AddRange(own.All);
        return credit;
    }
}
