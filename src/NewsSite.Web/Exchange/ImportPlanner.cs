using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Exchange;

/// <summary>Reads a content directory, compares it with the store, and finds every fault before anything is changed.</summary>
internal sealed class ImportPlanner(NewsDb db, Site site, BlockCatalogue catalogue, IEnumerable<IRegister> registers, MediaImport media, RedirectFile redirects, TimeProvider clock)
{
    private const string Topics = "topics";

    public async Task<ImportPlan> PlanAsync(string path, bool force, Progress progress, CancellationToken ct)
    {
        var plan = new ImportPlan { Reading = new(site, catalogue, clock.GetUtcNow()) { Topics = await db.TopicNamesAsync(ct) }, Stored = new(await StoredAsync(ct)), RecordEdits = (await db.RecordEdits.CountAsync(ct), await db.RecordEdits.MaxAsync(e => (DateTimeOffset?)e.At, ct)) };
        var files = ContentFolder.Find(path, registers.Select(r => r.Folder), plan.Faults).ToLookup(f => f.Folder, StringComparer.Ordinal);
        var names = new List<(string File, IReadOnlyList<NamedRecord> Names)>();
        var known = new KnownRecords();
        var planned = new List<RegisterPlan>();
        foreach (var register in registers) planned.Add(await PlanRegisterAsync(register, [.. files[register.Folder]], known, names, plan, force, ct));
        plan.Registers = planned;
        plan.Media = await media.PlanAsync([.. files[ContentFile.Media]], plan.Faults, ct);
        known.Add(ContentFile.Media, await db.Media.Select(m => m.File).ToListAsync(ct));
        known.Add(ContentFile.Media, files[ContentFile.Media].Select(f => f.Slug));
        await PlanRedirectsAsync(files[ContentFile.Redirects].SingleOrDefault(), force, plan, ct);
        var (facts, faults) = await new ArticleScan(plan.Reading, plan.Stored, force).RunAsync([.. files[ContentFile.Articles]], progress, ct);
        plan.Faults.AddRange(faults);
        plan.Articles = await new ArticlePlanner(db, site, catalogue, plan.Reading.Topics, plan.Stored, force, plan.Faults).PlanAsync(facts, ct);
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
        IRegister register, IReadOnlyList<ContentFile> files, KnownRecords known, List<(string File, IReadOnlyList<NamedRecord> Names)> names, ImportPlan plan, bool force, CancellationToken ct)
    {
        var stored = await register.StoredAsync(db, ct);
        known.Add(register.Folder, stored.Keys);
        var edits = await db.RecordEdits.AsNoTracking().Where(e => e.Register == register.Folder).ToDictionaryAsync(e => e.Slug, StringComparer.Ordinal, ct);
        var records = new List<(RegisterRecord, ContentFile, Act)>();
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var own = new Faults(file.Name);
            if (await ContentText.ReadAsync(file, own, ct) is { } content && YamlRecord.Read(content.Text, 1, own) is { } yaml)
            {
                var record = register.Read(file.Slug, yaml);
                names.Add((file.Name, [.. record.Names.Select(n => n.Register == Topics ? n with { Key = plan.Reading.Topics.Now(n.Key) } : n)]));
                var isMerged = plan.Reading.Topics.Now(file.Slug) != file.Slug; // it has become part of another, which nothing undoes
                if (register.Folder == MergedTopicFile.Name && !isMerged && known.Has(Topics, file.Slug)) own.Add(1, $"“{file.Slug}” is a topic of its own; expected one that is no longer there. Make it part of the other in the newsroom first.");
                var act = isMerged && register.Folder == Topics ? Act.Kept
                    : isMerged && register.Folder == MergedTopicFile.Name ? Act.Unchanged
                    : ActOf(record, stored.GetValueOrDefault(file.Slug), edits.GetValueOrDefault(file.Slug), force, own);
                records.Add((record, file, act));
                if (act is Act.Kept && !stored.ContainsKey(file.Slug)) gone.Add(file.Slug);
            }
            plan.Faults.AddRange(own.All);
        }
        known.Add(register.Folder, files.Select(f => f.Slug).Where(slug => !gone.Contains(slug))); // a file with faults of its own is named once, not by all that refer to it
        return new(register, records);
    }

    // What the newsroom has made of a record, an import does not undo in silence.
    private static Act ActOf(RegisterRecord record, string? stored, RecordEdit? edit, bool force, Faults faults)
    {
        if (stored == record.Text) return Act.Unchanged;
        if (edit is not null && !force)
        {
            if (edit.FileDigest == RecordEdit.Digest(record.Text)) return Act.Kept;
            faults.Add(1, $"“{record.Slug}” has been {(edit.IsDeleted ? "deleted" : "edited")} in the newsroom by {edit.By} since its last import. Export it and take over what changed, or import with --force to write over it.");
        }
        return stored is null ? Act.New : Act.Changed;
    }

    private async Task PlanRedirectsAsync(ContentFile? file, bool force, ImportPlan plan, CancellationToken ct)
    {
        if (file is null) return;
        var own = new Faults(file.Name);
        if (await ContentText.ReadAsync(file, own, ct) is { } content && YamlRecord.Read(content.Text, 1, own) is { } yaml)
        {
            var all = RedirectFile.Read(yaml);
            plan.RedirectFile = all;
            plan.Redirects = await redirects.NewsOfAsync(all, force, ct);
            plan.KnownRedirects = all.Count - plan.Redirects.Count;
        }
        plan.Faults.AddRange(own.All);
    }
}
