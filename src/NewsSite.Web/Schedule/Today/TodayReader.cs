using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Schedule.Today;

/// <summary>Reads what somebody has to know when they come in. Each query is a range of an index, however large the archive.</summary>
internal sealed class TodayReader(NewsDb db, ApprovalRules rules, ICurrentAccount who)
{
    private const int Mine = 20, LookedAt = 60, Waiting = 20, Next = 8, Failed = 20, Live = 6;

    /// <summary>Stories that whoever asks wrote in and readers do not see as they are now: those that were sent back first, then the last saved.</summary>
    public async Task<IReadOnlyList<MineRow>> MineAsync(CancellationToken ct)
    {
        var last = await db.Contributors.Where(c => c.AccountId == who.Id).OrderByDescending(c => c.LastAt).Take(LookedAt).Select(c => new { c.ArticleId, c.LastAt }).ToDictionaryAsync(c => c.ArticleId, c => c.LastAt, ct);
        Guid[] ids = [.. last.Keys];
        if (ids.Length == 0) return [];
        var rows = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.State != ArticleState.Withdrawn && (a.LiveId == null || a.LiveId != a.HeadId))
            .Select(a => new { a.Id, a.Headline, a.State, a.Work, a.DueAt }).ToListAsync(ct);
        var notes = await SentBackAsync([.. rows.Where(r => r.Work is WorkState.Draft).Select(r => r.Id)], ct);
        return [.. rows.Select(r => new MineRow(r.Id, r.Headline, r.State, r.Work, last[r.Id], r.DueAt, notes.GetValueOrDefault(r.Id))).OrderBy(r => r.SentBack is null).ThenByDescending(r => r.LastAt).Take(Mine)];
    }

    /// <summary>Stories in review whose approval by whoever asks would suffice, the longest waiting first.</summary>
    public async Task<IReadOnlyList<WaitingRow>> WaitingAsync(CancellationToken ct)
    {
        if (!who.May(Permission.ApproveStories)) return [];
        var me = who.Id;
        var articles = await db.Articles.AsNoTracking().Where(a => a.Work == WorkState.InReview).OrderBy(a => a.SavedAt).ThenBy(a => a.Id).Take(LookedAt).ToListAsync(ct);
        var others = articles.Where(a => a.WorkById != me).ToList();
        Guid[] ids = [.. others.Select(a => a.Id)], heads = [.. others.Select(a => a.HeadId).OfType<Guid>()];
        if (ids.Length == 0) return [];
        var given = await db.Approvals.Where(a => heads.Contains(a.RevisionId) && a.ById == me).Select(a => a.RevisionId).ToListAsync(ct);
        var written = await db.Contributors.Where(c => ids.Contains(c.ArticleId) && c.AccountId == me).Select(c => c.ArticleId).ToListAsync(ct);
        var rows = new List<WaitingRow>();
        foreach (var article in others.Where(a => a.HeadId is { } head && !given.Contains(head)).OrderBy(a => a.WorkAt))
        {
            if (rows.Count == Waiting) break;
            if (written.Contains(article.Id) && await IsWriterAsync(article, ct)) continue;
            rows.Add(new(article.Id, article.Headline, article.WorkBy, article.WorkAt, article.IsLive));
        }
        return rows;
    }

    /// <summary>What happens next at its minute.</summary>
    public async Task<IReadOnlyList<TimedRow>> NextAsync(CancellationToken ct) =>
        [.. (await RowsAsync(db.TimedActs.Where(t => t.Status == TimedStatus.Waiting).OrderBy(t => t.DueAt).ThenBy(t => t.Id).Take(Next), ct)).OrderBy(r => r.DueAt)];

    /// <summary>What was refused at its minute and waits for somebody, the last first.</summary>
    public async Task<IReadOnlyList<TimedRow>> FailedAsync(CancellationToken ct) =>
        [.. (await RowsAsync(db.TimedActs.Where(t => t.Status == TimedStatus.Failed).OrderByDescending(t => t.DueAt).ThenByDescending(t => t.Id).Take(Failed), ct)).OrderByDescending(r => r.DueAt)];

    /// <summary>The last published.</summary>
    public Task<List<LiveRow>> LiveAsync(CancellationToken ct) =>
        db.Articles.AsNoTracking().Where(a => a.State == ArticleState.Live && a.PublishedAt != null).OrderByDescending(a => a.PublishedAt).Take(Live)
            .Select(a => new LiveRow(a.Id, a.Slug, a.Headline, a.PublishedAt!.Value, a.PublishedWall)).ToListAsync(ct);

    private Task<List<TimedRow>> RowsAsync(IQueryable<TimedAct> acts, CancellationToken ct) =>
        acts.AsNoTracking().Join(db.Articles, t => t.ArticleId, a => a.Id, (t, a) => new TimedRow(t.Id, a.Id, a.Headline, t.Kind, t.DueAt, a.LiveId != null, t.MadeBy, t.Fault)).ToListAsync(ct);

    // Whoever wrote in a story may still approve it when these words are somebody else's from their beginning.
    private async Task<bool> IsWriterAsync(Article article, CancellationToken ct)
    {
        var head = await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == article.HeadId, ct);
        return (await rules.WritersAsync(article, head, ct)).Contains(who.Id);
    }

    private async Task<Dictionary<Guid, SentBackNote>> SentBackAsync(Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return [];
        var last = await db.StateChanges.AboutSendingBack().Where(s => ids.Contains(s.ArticleId)).GroupBy(s => s.ArticleId).Select(g => g.Max(s => s.Id)).ToListAsync(ct);
        var rows = await db.StateChanges.AsNoTracking().Where(s => last.Contains(s.Id) && s.Act == ArticleAct.SentBack).ToListAsync(ct);
        return rows.ToDictionary(s => s.ArticleId, s => new SentBackNote(s.By, s.At, s.Why ?? ""));
    }
}
