using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.History;
using NewsSite.Web.Audit;
using NewsSite.Web.Data;

namespace NewsSite.Web.Corrections;

/// <summary>Corrections in a story's history: each as it was made, and each time that it was amended, with the words that readers were told then.</summary>
internal sealed class CorrectionHappenings(NewsDb db) : IStoryHappenings
{
    private const string Import = "import";

    public async Task<IReadOnlyList<Happening.Told>> OfAsync(Guid article, CancellationToken ct)
    {
        var corrections = await db.Corrections.AsNoTracking().Where(c => c.ArticleId == article).ToListAsync(ct);
        if (corrections.Count == 0) return [];
        string[] slugs = [.. corrections.Select(c => c.Slug)];
        var amendments = (await db.CorrectionAmendments.AsNoTracking().Where(a => slugs.Contains(a.Correction)).ToListAsync(ct)).OrderBy(a => a.At).ThenBy(a => a.Id).ToLookup(a => a.Correction, StringComparer.Ordinal);
        // A correction does not say who made it; the record does, and to the millisecond.
        var entries = (await db.AuditEntries.AsNoTracking().Where(e => e.ArticleId == article && e.Act == CorrectionBook.Made).ToListAsync(ct)).ToLookup(e => e.Subject, StringComparer.Ordinal);
        return [.. corrections.SelectMany(c => Of(c, [.. amendments[c.Slug]], entries[CorrectionBook.SubjectOf(c.Slug)].FirstOrDefault()))];
    }

    private static IEnumerable<Happening.Told> Of(Correction correction, IReadOnlyList<CorrectionAmendment> amendments, AuditEntry? made)
    {
        // Each amendment keeps the words before it.
        string[] told = [.. amendments.Select(a => $"{a.Wrong} {a.Right}"), $"{correction.Wrong} {correction.Right}"];
        yield return new(made?.By ?? Import, made?.At ?? correction.At, "Corrected", told[0], null);
        foreach (var (i, amendment) in amendments.Index()) yield return new(amendment.By, amendment.At, "Its correction was amended", told[i + 1], amendment.Why);
    }
}
