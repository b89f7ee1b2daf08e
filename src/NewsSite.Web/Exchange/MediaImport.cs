using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Media;

namespace NewsSite.Web.Exchange;

/// <summary>A picture of a content directory.</summary>
/// <param name="File">The file.</param>
/// <param name="Details">What its sidecar says of it; without a sidecar, what the library knows.</param>
/// <param name="Act">What the import will do with it.</param>
internal sealed record MediaPlan(ContentFile File, MediaDetails Details, Act Act);

/// <summary>Brings pictures into the library: looked at first, made ready before the transaction, written inside it.</summary>
internal sealed class MediaImport(NewsDb db, MediaStore store)
{
    public async Task<IReadOnlyList<MediaPlan>> PlanAsync(IReadOnlyList<ContentFile> files, List<Fault> faults, CancellationToken ct)
    {
        if (files.Count == 0) return [];
        var stored = await db.Media.AsNoTracking().ToDictionaryAsync(m => m.File, StringComparer.Ordinal, ct);
        var plans = new List<MediaPlan>();
        foreach (var file in files)
        {
            var known = stored.GetValueOrDefault(file.Slug);
            var details = await DetailsAsync(file, faults, ct) ?? known?.Details ?? MediaDetails.None;
            try
            {
                await using var content = File.OpenRead(file.Path);
                if (known is not null && known.Hash == Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)))
                {
                    plans.Add(new(file, details, known.Details == details ? Act.Unchanged : Act.Changed));
                    continue;
                }
                content.Position = 0;
                var (_, refusal) = await store.InspectAsync(content, file.Slug, ct);
                if (refusal is not null) faults.Add(new(file.Name, 1, refusal));
                else plans.Add(new(file, details, known is null ? Act.New : Act.Changed));
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
            var result = await store.PrepareAsync(content, plan.File.Slug, plan.Details, ArticleImport.Actor, ct);
            if (!result.IsTaken) throw new ImportRefused($"{plan.File.Name}:1: {result.Refusal}");
            ready.Add(result.Item);
            progress.Advance();
        }
        return ready;
    }

    /// <summary>Writes the rows. Nobody adds or removes a picture until the import's transaction ends.</summary>
    /// <returns>Hashes of bytes that were replaced; their files go once the transaction is committed.</returns>
    public async Task<IReadOnlyList<string>> StoreAsync(IReadOnlyList<MediaItem> ready, CancellationToken ct)
    {
        if (ready.Count == 0) return [];
        await db.LockLibraryAsync(ct);
        var replaced = new List<string>();
        foreach (var item in ready)
        {
            if (!store.Holds(item)) throw new ImportRefused($"{ContentFile.Media}/{item.File}:1: somebody deleted the same picture while this import ran; import again.");
            if (await db.Media.Where(m => m.File == item.File && m.Hash != item.Hash).Select(m => m.Hash).FirstOrDefaultAsync(ct) is { } before) replaced.Add(before);
            await store.PutAsync(db, item, ct);
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return replaced;
    }

    /// <summary>Removes the files of bytes that no picture has any more.</summary>
    public async Task DropAsync(IReadOnlyList<string> replaced, CancellationToken ct)
    {
        foreach (var hash in replaced) await store.DropUnusedAsync(hash, ct);
    }

    // Null without a sidecar: the file then says nothing, and what the newsroom knows stays.
    private static async Task<MediaDetails?> DetailsAsync(ContentFile file, List<Fault> faults, CancellationToken ct)
    {
        var sidecar = file with { Path = file.Path + MediaSidecar.Ending, Name = file.Name + MediaSidecar.Ending };
        if (!File.Exists(sidecar.Path)) return null;
        var own = new Faults(sidecar.Name);
        var details = await ContentText.ReadAsync(sidecar, own, ct) is { } content && YamlRecord.Read(content.Text, 1, own) is { } yaml ? MediaSidecar.Read(yaml) : null;
        faults.AddRange(own.All);
        return details;
    }
}
