using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.History;

/// <summary>Two revisions side by side.</summary>
/// <param name="From">The earlier one.</param>
/// <param name="To">The later one.</param>
/// <param name="Parts">The story's parts, those without change too.</param>
/// <param name="IsInline">Whether both are shown in one column.</param>
public sealed record Comparison(SavedRow From, SavedRow To, IReadOnlyList<PartChange> Parts, bool IsInline);

/// <summary>A story's history: who saved it when and why, what has changed between any two revisions, and the way back to one of them.</summary>
[Needs(Permission.SeeAllStories)]
public sealed class HistoryPage(NewsDb db, BlockCatalogue catalogue, RevisionRestore restore, IEnumerable<IStoryHappenings> others, ICurrentAccount who, Site site, TimeProvider clock) : NewsroomPage
{
    /// <summary>Revisions that are listed.</summary>
    public const int Most = 2_000;

    /// <summary>The story.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>What happened, the last first; empty while two revisions are compared.</summary>
    public IReadOnlyList<Happening> Happenings { get; private set; } = [];

    /// <summary>Whether there are older revisions than those listed.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The revisions that are compared; null while the history is listed.</summary>
    public Comparison? Compared { get; private set; }

    /// <summary>Why something could not be done; null for nothing.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whether whoever looks may write stories.</summary>
    public bool MayWrite => who.May(Permission.WriteStories);

    /// <summary>The newest headline.</summary>
    public string Headline => HeadlineWords.Of(Article.Headline);

    /// <summary>Shows the history, or compares two revisions.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? from, Guid? to, string? view, CancellationToken ct) =>
        await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is { } article && await LoadAsync(article, from, to, view, ct) ? Page() : NotFound();

    /// <summary>Saves an earlier revision's words as a new one.</summary>
    /// <param name="id">The story.</param>
    /// <param name="revision">The revision whose words come back.</param>
    /// <param name="head">The newest revision when the page was made.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid revision, Guid head, CancellationToken ct)
    {
        if (!MayWrite) return StatusCode(StatusCodes.Status403Forbidden);
        var (done, refusal) = await restore.RunAsync(id, revision, head, ct);
        if (done is not null)
        {
            Done = done;
            return RedirectToPage(new { id });
        }
        if (refusal is null || await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } article) return NotFound();
        Refusal = refusal;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await LoadAsync(article, null, null, null, ct) ? Page() : NotFound();
    }

    /// <summary>A time as the newsroom tells it.</summary>
    public string Spoken(DateTimeOffset instant) => site.Spoken(instant, clock.GetUtcNow());

    /// <summary>A time for machines.</summary>
    public string Machine(DateTimeOffset instant) => site.Machine(instant);

    /// <summary>The address of a comparison.</summary>
    public string Compare(Guid from, Guid to, bool isInline = false) => $"/newsroom/articles/{Article.Id}/history?from={from}&to={to}{(isInline ? "&view=inline" : "")}";

    private async Task<bool> LoadAsync(Article article, Guid? from, Guid? to, string? view, CancellationToken ct)
    {
        Article = article;
        if (from is not null && to is not null) return await CompareAsync(from.Value, to.Value, view == "inline", ct);
        var rows = await Rows(db.Revisions.Where(r => r.ArticleId == article.Id).OrderByDescending(r => r.SavedAt).Take(Most + 1)).ToListAsync(ct);
        IsCut = rows.Count > Most;
        var changes = await db.StateChanges.AsNoTracking().Where(s => s.ArticleId == article.Id).ToListAsync(ct);
        var told = new List<Happening.Told>();
        foreach (var some in others) told.AddRange(await some.OfAsync(article.Id, ct));
        Happenings = Timeline.Of(rows.Take(Most), changes, article.HeadId, told);
        return true;
    }

    private async Task<bool> CompareAsync(Guid from, Guid to, bool isInline, CancellationToken ct)
    {
        var both = await db.Revisions.AsNoTracking().Where(r => r.ArticleId == Article.Id && (r.Id == from || r.Id == to)).ToListAsync(ct);
        if (both.FirstOrDefault(r => r.Id == from) is not { } before || both.FirstOrDefault(r => r.Id == to) is not { } after) return false;
        if (before.SavedAt > after.SavedAt) (before, after) = (after, before);
        var parts = new StoryDiff(catalogue).Of(DraftContent.Of(before, catalogue), DraftContent.Of(after, catalogue));
        Compared = new(RowOf(before), RowOf(after), parts, isInline);
        return true;
    }

    private static IQueryable<SavedRow> Rows(IQueryable<Revision> revisions) => revisions.Select(r => new SavedRow(r.Id, r.BaseId, r.SavedAt, r.SavedBy, r.Reason));

    private static SavedRow RowOf(Revision r) => new(r.Id, r.BaseId, r.SavedAt, r.SavedBy, r.Reason);
}
