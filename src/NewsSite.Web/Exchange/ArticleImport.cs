using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.PictureUses;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Exchange;

/// <summary>Stores planned articles, some hundred at a time, inside the import's transaction.</summary>
internal sealed class ArticleImport(NewsDb db, Desk desk, PlaceInListings places, GatherPictures pictures, BlockCatalogue catalogue, Site site, TimeProvider clock)
{
    /// <summary>Who made the revisions and changes of state that an import makes.</summary>
    public const string Actor = "import";

    private const int AtATime = 250;
    private static readonly Articles.Workflow.Actor ByImport = Articles.Workflow.Actor.Import;

    public async Task RunAsync(IReadOnlyList<ArticlePlan> plans, StoredArticles stored, FileReading reading, Progress progress, CancellationToken ct)
    {
        ArticlePlan[] work = [.. plans.Where(p => p.Act is not (Act.Unchanged or Act.Kept))];
        await FreeSlugsAsync(work, ct);
        progress.Begin("Storing", work.Length);
        var renumber = false;
        await foreach (var some in new ReadAhead(stored, reading).RunAsync(work, AtATime, ct))
        {
            renumber |= await StoreAsync(some, ct) > PlaceInListings.ManyAtOnce;
            progress.Advance(some.Count);
        }
        if (renumber) await places.RenumberAsync(ct);
        await DropShadowedRedirectsAsync(work, ct);
        await RememberAsync(plans, ct);
    }

    // Two articles may swap their slugs.
    private async Task FreeSlugsAsync(ArticlePlan[] work, CancellationToken ct)
    {
        foreach (var plan in work.Where(p => p.IsMoved))
        {
            var id = plan.Stored!.Id;
            await db.Articles.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Slug, $"moving-{id:N}"), ct);
        }
    }

    private async Task<int> StoreAsync(IReadOnlyList<PlannedFiles> files, CancellationToken ct)
    {
        Guid[] ids = [.. files.Select(f => f.Plan.Stored?.Id).OfType<Guid>()];
        var articles = ids.Length == 0 ? [] : await db.Articles.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        Guid[] liveIds = [.. articles.Values.Select(a => a.LiveId).OfType<Guid>()];
        var live = liveIds.Length == 0 ? [] : await db.Revisions.AsNoTracking().Where(r => liveIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var changes = new List<LiveChange>();
        var (unseen, heads) = (new List<Article>(), new List<Revision>());
        foreach (var (plan, main, draft) in files)
        {
            var article = plan.Stored is { } known ? articles.GetValueOrDefault(known.Id) : null;
            if (plan.Stored is not null && article?.Version != plan.Stored.Version) throw new ImportRefused($"{plan.First.File.Name}:1: “{plan.Stored.Slug}” was changed in the newsroom while this import ran; import again.");
            var (saved, head, change) = Store(plan, article, main, draft, article?.LiveId is { } seen ? live[seen] : null);
            if (change is not null) changes.Add(change);
            else unseen.Add(saved);
            if (head is not null) heads.Add(head);
        }
        await pictures.KeepAsync(unseen, heads, ct);
        await desk.FinishAsync(changes, ct);
        db.ChangeTracker.Clear();
        return changes.Count;
    }

    private (Article Article, Revision? Head, LiveChange? Change) Store(ArticlePlan plan, Article? article, ArticleFile? main, ArticleFile? draft, Revision? before)
    {
        var slugBefore = plan.Stored?.Slug;
        if (article is null) db.Add(article = new Article(plan.Id ?? Guid.CreateVersion7(clock.GetUtcNow()), plan.Slug));
        else if (plan.IsMoved) article.MoveTo(plan.Slug);
        Revision? head = null;
        LiveChange? change = null;
        if (main is not null && plan.MainChanged)
        {
            head = Add(article, main);
            if (main.State is FileState.Live) change = desk.GoLive(article, head, before, slugBefore, main.Published!.Value, main.Updated, ByImport, null);
            else if (main.State is FileState.Withdrawn) change = Withdraw(article, head, before, slugBefore, main);
        }
        if (main?.CommentsUntil is { } end && article.CommentsUntil != end.At) article.TakeCommentsUntil(end.At);
        if (change is null && plan.IsMoved && article.IsLive) change = new(article, before, before, slugBefore);
        if (draft is not null && (plan.DraftChanged || plan.MainChanged)) head = Add(article, draft);
        if ((draft ?? main) is { State: FileState.Draft } waiting) Hold(article, waiting);
        if (head is not null) article.WasImported(head, plan.Digest);
        return (article, head, change);
    }

    // A file may hold a story back for longer, but ends no embargo that the newsroom has set.
    private void Hold(Article article, ArticleFile file)
    {
        if (file.Embargo is { } embargo && !(article.EmbargoUntil >= embargo.At)) article.Embargo(embargo.At, site.WallOf(embargo.At).ToString());
        if (file.Planned is { } day && article.PlannedDay != day) article.PlanFor(day);
    }

    // It has been published at some time, which its file says too.
    private LiveChange? Withdraw(Article article, Revision head, Revision? before, string? slugBefore, ArticleFile file)
    {
        if (file.Published is { } published && file.State is FileState.Withdrawn) desk.GoLive(article, head, before, slugBefore, published, file.Updated, ByImport, null);
        var change = desk.Withdraw(article, before, file.Withdrawal, ByImport, null);
        return change with { SlugBefore = slugBefore };
    }

    private Revision Add(Article article, ArticleFile file)
    {
        var revision = file.ToRevision(article.Id, article.HeadId, clock.GetUtcNow(), Actor, catalogue);
        article.Add(revision);
        db.Add(revision);
        return revision;
    }

    private async Task DropShadowedRedirectsAsync(ArticlePlan[] work, CancellationToken ct)
    {
        foreach (var paths in work.Where(p => p.IsMoved).Select(p => $"/news/{p.Slug}").Chunk(AtATime))
            await db.Redirects.Where(r => paths.Contains(r.From)).ExecuteDeleteAsync(ct);
    }

    // A moved article keeps its revision, and one that came home from the newsroom counts as imported.
    private async Task RememberAsync(IReadOnlyList<ArticlePlan> plans, CancellationToken ct)
    {
        foreach (var plan in plans)
        {
            var moved = plan is { IsMoved: true, MainChanged: false, DraftChanged: false };
            if (plan.Stored is not { } known || !(moved || (plan.IsInStep && (known.IsEdited || known.ImportedDigest != plan.Digest)))) continue;
            var digest = plan.Digest;
            await db.Articles.Where(a => a.Id == known.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.ImportedId, a => a.HeadId).SetProperty(a => a.ImportedDigest, digest), ct);
        }
    }
}

/// <summary>The import stops and changes nothing, for a reason that came up only while it stored.</summary>
/// <param name="message">The fault, as <c>file:line: …</c>.</param>
internal sealed class ImportRefused(string message) : Exception(message);
