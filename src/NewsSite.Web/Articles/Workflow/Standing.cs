using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Where a story stands, and what whoever asks may do with it.</summary>
/// <param name="Id">The article.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="State">Where the article stands.</param>
/// <param name="Work">Where the newest words stand on their way to readers.</param>
/// <param name="Head">The newest revision; null before the first.</param>
/// <param name="Live">The revision that readers see; null while they see none.</param>
/// <param name="Address">Its page for readers; null while they see none.</param>
/// <param name="PublishedAt">When it was first published; null while it never was.</param>
/// <param name="WorkBy">Who sent it for review; null while nobody has.</param>
/// <param name="WorkAt">When it came to stand there; null while it is being written.</param>
/// <param name="SentBack">The note with which it was sent back last; null unless that is why it is a draft.</param>
/// <param name="Approvals">Approvals of the newest revision, the first first.</param>
/// <param name="IsWriter">Whether whoever asks wrote the newest words, so that their approval alone does not suffice.</param>
/// <param name="MayGo">Whether the newest words may go to readers as they are: they are approved, or readers have seen them before.</param>
/// <param name="Publication">What waits for its minute to go live; null for nothing.</param>
/// <param name="Withdrawal">What waits for its minute to be withdrawn; null for nothing.</param>
/// <param name="EmbargoUntil">Until when nothing of it reaches readers; null for no embargo.</param>
/// <param name="EmbargoWords">The same as people say it; null for no embargo.</param>
/// <param name="PlannedDay">The day in the calendar; null for none.</param>
/// <param name="WithdrawnFor">Why it is withdrawn; null when it is not, or content files did it.</param>
public sealed record StandingAnswer(
    Guid Id, string Slug, ArticleState State, WorkState Work, Guid? Head, Guid? Live, string? Address, DateTimeOffset? PublishedAt, string? WorkBy, DateTimeOffset? WorkAt,
    SentBackNote? SentBack, IReadOnlyList<ApprovalEntry> Approvals, bool IsWriter, bool MayGo, TimedEntry? Publication, TimedEntry? Withdrawal,
    DateTimeOffset? EmbargoUntil, string? EmbargoWords, DateOnly? PlannedDay, WithdrawalReason? WithdrawnFor);

/// <summary>Why a story was sent back.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Note">What is missing.</param>
public sealed record SentBackNote(string By, DateTimeOffset At, string Note);

/// <summary>An approval.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Suffices">Whether it suffices alone.</param>
/// <param name="Note">What they had to say; null for nothing.</param>
public sealed record ApprovalEntry(string By, DateTimeOffset At, bool Suffices, string? Note);

/// <summary>Something that waits for its minute.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Revision">The revision that goes live; null for a withdrawal.</param>
/// <param name="At">The minute on the clock on the wall.</param>
/// <param name="DueAt">The minute as an instant.</param>
/// <param name="Words">The minute as people say it.</param>
/// <param name="By">Who chose it.</param>
/// <param name="Fault">What stood against it at its minute; null when nothing did, or it has not come.</param>
public sealed record TimedEntry(Guid Id, TimedKind Kind, Guid? Revision, string At, DateTimeOffset DueAt, string Words, string By, string? Fault);

/// <summary>Reads where stories stand.</summary>
internal sealed class StandingReader(NewsDb db, ApprovalRules rules, DraftReader drafts, Site site, ICurrentAccount who, TimeProvider clock)
{
    /// <summary>Where a story stands; null when there is none.</summary>
    public async Task<StandingAnswer?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } article) return null;
        var open = await db.TimedActs.AsNoTracking().Open().Where(a => a.ArticleId == id).ToListAsync(ct);
        var head = article.HeadId is { } headId ? await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == headId, ct) : null;
        var approvals = head is null ? [] : await rules.OfAsync(head.Id, ct);
        var isWriter = head is not null && article.Work is not WorkState.Draft && (await rules.WritersAsync(article, head, ct)).Contains(who.Id);
        var mayGo = head is not null && await rules.MayGoAsync(head, ct);
        var embargo = article.IsEmbargoed(clock.GetUtcNow()) ? article.EmbargoUntil : null;
        return new(id, article.Slug, article.State, article.Work, article.HeadId, article.LiveId, drafts.AddressOf(article), article.PublishedAt, article.WorkBy, article.WorkAt,
            article.Work is WorkState.Draft ? await SentBackAsync(id, ct) : null, [.. approvals.Select(a => new ApprovalEntry(a.By, a.At, a.IsIndependent, a.Note))], isWriter, mayGo,
            Entry(open, TimedKind.Publish), Entry(open, TimedKind.Withdraw), embargo, embargo is { } until ? site.Spoken(until) : null, article.PlannedDay, article.WithdrawnFor);
    }

    private TimedEntry? Entry(List<TimedAct> open, TimedKind kind) =>
        open.Find(a => a.Kind == kind) is { } act ? new(act.Id, kind, act.RevisionId, act.Wall, act.DueAt, site.Spoken(act.DueAt), act.MadeBy, act.Fault) : null;

    private async Task<SentBackNote?> SentBackAsync(Guid id, CancellationToken ct)
    {
        var last = await db.StateChanges.AsNoTracking().AboutSendingBack().Where(s => s.ArticleId == id).OrderByDescending(s => s.Id).FirstOrDefaultAsync(ct);
        return last is { Act: ArticleAct.SentBack, Why: { } note } ? new(last.By, last.At, note) : null;
    }
}
