using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Jobs.Importing;

/// <summary>Brings vacancies of a file into the register: those with faults are named and left alone, the others are taken all at once. The same recruiter and reference is the same vacancy, however often it comes.</summary>
internal sealed class VacancyImport(NewsDb db, VacancyFile register, IActs acts, ChangeFeed changes, Site site, TimeProvider clock)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 2 * 1_048_576;

    private const int MostRows = 2_000, Tries = 5;

    /// <summary>What taking a file would do. Nothing is changed.</summary>
    public async Task<VacancyImportPlan> PlanAsync(byte[] file, CancellationToken ct)
    {
        var raw = Raw(file);
        var (faults, read) = (raw.Faults.ToList(), new List<(int Row, Vacancy Vacancy)>());
        var reader = new VacancyRowReader(site, clock);
        var seen = new Dictionary<(string, string), int>();
        foreach (var row in raw.Rows)
        {
            if (reader.Read(row, faults) is not { } vacancy) continue;
            if (!seen.TryAdd((vacancy.Recruiter, vacancy.Reference!), row.Number)) faults.Add(new(row.Number, VacancyColumns.Reference, $"row {seen[(vacancy.Recruiter, vacancy.Reference!)]} has the same recruiter and reference; expected one of its own."));
            else read.Add((row.Number, vacancy));
        }
        string[] references = [.. read.Select(r => r.Vacancy.Reference!).Distinct(StringComparer.Ordinal)];
        var known = (await db.Vacancies.AsNoTracking().Where(v => references.Contains(v.Reference!)).ToListAsync(ct)).ToDictionary(v => (v.Recruiter, v.Reference!));
        var taken = read.Count == 0 ? [] : (await db.Vacancies.AsNoTracking().Select(v => v.Slug).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return new([.. read.Select(r => Planned(r.Row, r.Vacancy, known.GetValueOrDefault((r.Vacancy.Recruiter, r.Vacancy.Reference!)), taken))], [.. faults.OrderBy(f => f.Row ?? 0)]);
    }

    /// <summary>Takes the good rows of a file, all in one transaction.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What it is called, for the audit trail.</param>
    /// <param name="shown">The version of the plan that was shown; null to take whatever there is.</param>
    /// <param name="by">Who takes it, for what the newsroom is told of each record.</param>
    /// <param name="asImport">Whether nobody is signed in, and the act is the import's own.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>What was done; null when it would not be what was shown.</returns>
    public Task<VacancyImportPlan?> TakeAsync(byte[] file, string name, string? shown, string by, bool asImport, CancellationToken ct) => db.InOneGoAsync(async transaction =>
    {
        await db.LockRegistersAsync(ct);
        var plan = await PlanAsync(file, ct);
        if (shown is not null && plan.Version != shown) return null;
        if (!plan.Changes.Any()) return plan;
        foreach (var row in plan.Changes)
        {
            if (row.Becomes is PlannedChange.New) db.Add(row.Vacancy);
            else db.Update(row.Vacancy);
            await db.NoteEditAsync("vacancies", row.Vacancy.Slug, row.Before, isDeleted: false, by, clock.GetUtcNow(), ct);
        }
        acts.Add(db, new Act("vacancy.imported", $"took vacancies from “{name}”: {plan.Words}") { By = asImport ? by : null });
        await db.SaveChangesAsync(ct);
        await db.AnnounceAsync([.. plan.Changes.Select(r => $"vacancy:{r.Vacancy.Slug}"), "vacancies"], clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        await changes.CatchUpAsync(ct);
        return plan;
    }, ct, Tries);

    private static RawFile Raw(byte[] file)
    {
        if (file.Length > LargestFile) return new([], [new(null, null, $"it has {file.Length:N0} bytes; {LargestFile:N0} are the most.")]);
        string text;
        try
        {
            using var reader = new StreamReader(new MemoryStream(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            text = reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return new([], [new(null, null, "its letters are not in UTF-8. Save it as “CSV UTF-8” and take it again.")]);
        }
        var raw = text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal) ? VacancyXml.Read(text) : VacancyCsv.Read(text);
        return raw.Rows.Count <= MostRows ? raw : new([], [new(null, null, $"it has {raw.Rows.Count:N0} vacancies; {MostRows:N0} are taken at once.")]);
    }

    private PlannedVacancy Planned(int row, Vacancy read, Vacancy? known, HashSet<string> taken)
    {
        if (known is null)
        {
            var opens = read.OpensAt == default ? site.StartOf(site.Day(clock.GetUtcNow())) : read.OpensAt;
            return new(row, read with { Slug = FreeSlugOf(read, taken), OpensAt = opens }, PlannedChange.New, null);
        }
        var vacancy = read with { Slug = known.Slug, OpensAt = read.OpensAt == default ? known.OpensAt : read.OpensAt };
        var before = register.TextOf(known);
        return new(row, vacancy, register.TextOf(vacancy) == before ? PlannedChange.Unchanged : PlannedChange.Changed, before);
    }

    private static string FreeSlugOf(Vacancy vacancy, HashSet<string> taken)
    {
        const int longest = 80;
        var stem = Slug.Of(vacancy.Title, longest) is { Length: > 0 } made ? made : "vacancy";
        for (var number = 1; ; number++)
        {
            var slug = number == 1 ? stem : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{number}");
            if (taken.Add(slug)) return slug;
        }
    }
}
