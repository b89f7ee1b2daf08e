using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>
/// Who may say that words may go to readers. Whoever began them, sent them for review or saved them last cannot be their only approver:
/// they are approved once somebody else has approved them, or two people have.
/// </summary>
internal sealed class ApprovalRules(NewsDb db)
{
    /// <summary>The accounts that wrote a revision: who began the words that readers have not seen yet, who sent them for review, who saved them last.</summary>
    public async Task<IReadOnlySet<Guid>> WritersAsync(Article article, Revision revision, CancellationToken ct)
    {
        var seenAt = article.LiveId is { } live ? await db.Revisions.Where(r => r.Id == live).Select(r => (DateTimeOffset?)r.SavedAt).FirstOrDefaultAsync(ct) : null;
        var since = seenAt ?? DateTimeOffset.UnixEpoch;
        var began = await db.Revisions.Where(r => r.ArticleId == article.Id && r.SavedAt > since && r.SavedById != null).OrderBy(r => r.SavedAt).Select(r => r.SavedById).FirstOrDefaultAsync(ct);
        return new[] { began, article.WorkById, revision.SavedById }.OfType<Guid>().ToHashSet();
    }

    /// <summary>Whether the approvals of a revision suffice.</summary>
    public static bool Suffice(IReadOnlyCollection<Approval> approvals) => approvals.Any(a => a.IsIndependent) || approvals.Select(a => a.ById).Distinct().Count() > 1;

    /// <summary>The approvals of a revision, the first first.</summary>
    public async Task<IReadOnlyList<Approval>> OfAsync(Guid revision, CancellationToken ct) =>
        await db.Approvals.AsNoTracking().Where(a => a.RevisionId == revision).OrderBy(a => a.At).ToListAsync(ct);

    /// <summary>Whether a revision may go to readers: it is approved, or they have seen it before.</summary>
    public async Task<bool> MayGoAsync(Revision revision, CancellationToken ct) =>
        Suffice(await OfAsync(revision.Id, ct)) || await WasLiveAsync(revision, ct);

    private Task<bool> WasLiveAsync(Revision revision, CancellationToken ct) =>
        db.StateChanges.Shown().AnyAsync(s => s.ArticleId == revision.ArticleId && s.RevisionId == revision.Id, ct);
}
