using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Exchange;

/// <summary>Reads a content directory, compares it with the store, and finds every fault before anything is changed.</summary>
internal sealed class ImportPlanner(NewsDb db, Site site, BlockCatalogue catalogue, IEnumerable<IRegister> registers, MediaImport media, RedirectFile redirects, TimeProvider clock)
{
    public async Task<ImportPlan> PlanAsync(string path, bool force, Progress progress, CancellationToken ct)
    {
        var plan = new ImportPlan { Reading = new(site, catalogue, clock.GetUtcNow()), Stored = new(await StoredAsync(ct)) };
        var files = ContentFolder.Find(path, registers.Select(r => r.Folder), plan.Faults).ToLookup(f => f.Folder, StringComparer.Ordinal);
        var names = new List<(string File, IReadOnlyList<NamedRecord> Names)>();
        var known = new KnownRecords();
        var planned = new List<RegisterPlan>();
        foreach (var register in registers) planned.Add(await PlanRegisterAsync(register, [.. files[register.Folder]], known, names, plan.Faults, ct));
        plan.Registers = planned;
        plan.Media = await media.PlanAsync([.. files[ContentFile.Media]], plan.Faults, ct);
        known.Add(ContentFile.Media, await db.Media.Select(m => m.File).ToListAsync(ct));
        known.Add(ContentFile.Media, files[ContentFile.Media].Select(f => f.Slug));
        await PlanRedirectsAsync(files[ContentFile.Redirects].SingleOrDefault(), plan, ct);
        var (facts, faults) = await new ArticleScan(plan.Reading, plan.Stored, force).RunAsync([.. files[ContentFile.Articles]], progress, ct);
        plan.Faults.AddRange(faults);
        plan.Articles = await new ArticlePlanner(db, site, catalogue, plan.Stored, force, plan.Faults).PlanAsync(facts, ct);
        var moved = plan.Articles.Where(p => p.IsMoved).Select(p => p.Stored!.Id).ToHashSet();
        known.Add(ContentFile.Articles, plan.Stored.All.Where(a => !moved.Contains(a.Id)).Select(a => a.Slug));
        known.Add(ContentFile.Articles, files[ContentFile.Articles].Select(f => f.Slug)); // a file with faults of its own is named once, not by all that refer to it
        known.Add(ContentFile.Articles, facts.Select(f => f.Slug));
        foreach (var (file, some) in names.Concat(facts.Select(f => (f.File.Name, (IReadOnlyList<NamedRecord>)f.Names)))) plan.Faults.AddRange(known.MissingOf(file, some));
        return plan;
    }

    private async Task<List<StoredArticle>> StoredAsync(CancellationToken ct) =>
        await db.Articles.AsNoTracking().Select(a => new StoredArticle(a.Id, a.Slug, a.State, a.HeadId, a.LiveId, a.ImportedId, a.ImportedDigest, a.Version)).ToListAsync(ct);

    private async Task<RegisterPlan> PlanRegisterAsync(
        IRegister register, IReadOnlyList<ContentFile> files, KnownRecords known, List<(string File, IReadOnlyList<NamedRecord> Names)> names, List<Fault> faults, CancellationToken ct)
    {
        var stored = await register.StoredAsync(db, ct);
        known.Add(register.Folder, stored.Keys);
        known.Add(register.Folder, files.Select(f => f.Slug));
        var records = new List<(RegisterRecord, ContentFile, Act)>();
        foreach (var file in files)
        {
            var own = new Faults(file.Name);
            if (await ContentText.ReadAsync(file, own, ct) is { } content && YamlRecord.Read(content.Text, 1, own) is { } yaml)
            {
                var record = register.Read(file.Slug, yaml);
                names.Add((file.Name, record.Names));
                records.Add((record, file, stored.TryGetValue(file.Slug, out var text) ? text == record.Text ? Act.Unchanged : Act.Changed : Act.New));
            }
            faults.AddRange(own.All);
        }
        return new(register, records);
    }

    private async Task PlanRedirectsAsync(ContentFile? file, ImportPlan plan, CancellationToken ct)
    {
        if (file is null) return;
        var own = new Faults(file.Name);
        if (await ContentText.ReadAsync(file, own, ct) is { } content && YamlRecord.Read(content.Text, 1, own) is { } yaml)
        {
            var all = RedirectFile.Read(yaml);
            plan.Redirects = await redirects.NewsOfAsync(all, ct);
            plan.KnownRedirects = all.Count - plan.Redirects.Count;
        }
        plan.Faults.AddRange(own.All);
    }
}
