using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Exchange;

/// <summary>Finds out what an import will do to each article, and what forbids it.</summary>
internal sealed class ArticlePlanner(NewsDb db, Site site, BlockCatalogue catalogue, TopicNames topics, StoredArticles stored, bool force, List<Fault> faults)
{
    private const int AtATime = 200;

    public async Task<IReadOnlyList<ArticlePlan>> PlanAsync(IReadOnlyList<ArticleFacts> all, CancellationToken ct)
    {
        var plans = Match(all);
        RefuseTakenSlugs(plans);
        var decided = new List<ArticlePlan>(plans.Count);
        foreach (var some in plans.Chunk(AtATime)) decided.AddRange(await DecideAsync(some, ct));
        return decided;
    }

    // By id first; a slug matches only what no id has claimed.
    private List<ArticlePlan> Match(IReadOnlyList<ArticleFacts> all)
    {
        var claimed = all.Where(f => f.Id is not null).Select(f => stored.ById(f.Id!.Value)).OfType<StoredArticle>().Select(a => a.Id).ToHashSet();
        var plans = new List<ArticlePlan>();
        foreach (var group in all.GroupBy(f => f.Slug, StringComparer.Ordinal))
        {
            var (main, draft) = (One(group, f => !f.File.IsDraft), One(group, f => f.File.IsDraft));
            if (main is null && draft is null) continue;
            if (main?.Id is { } a && draft?.Id is { } b && a != b) Fault(draft, $"id is {b}, but {main.File.Name}, the article of this draft, has {a}; expected the same.");
            if (main?.State is FileState.Draft && draft is not null) Fault(draft, $"{main.File.Name} is a draft of this article already; expected one draft.");
            var match = (main?.Id ?? draft?.Id) is { } id ? stored.ById(id) : stored.BySlug(group.Key) is { } bySlug && !claimed.Contains(bySlug.Id) ? bySlug : null;
            plans.Add(new(main, draft, match));
        }
        foreach (var twice in plans.Where(p => p.Id is not null).GroupBy(p => p.Id).Where(g => g.Count() > 1))
            foreach (var other in twice.Skip(1))
                Fault(other.First, $"the id {other.Id} is that of {twice.First().First.File.Name}; expected one file for each article.");
        return plans;
    }

    private ArticleFacts? One(IEnumerable<ArticleFacts> group, Func<ArticleFacts, bool> wanted)
    {
        var some = group.Where(wanted).ToList();
        foreach (var other in some.Skip(1)) Fault(other, $"the slug “{other.Slug}” is that of {some[0].File.Name}; slugs are unique.");
        return some.FirstOrDefault();
    }

    private void RefuseTakenSlugs(List<ArticlePlan> plans)
    {
        var leaving = plans.Where(p => p.IsMoved).Select(p => p.Stored!.Id).ToHashSet();
        foreach (var plan in plans)
            if (stored.BySlug(plan.Slug) is { } holder && holder.Id != plan.Id && !leaving.Contains(holder.Id))
                Fault(plan.First, $"the slug “{plan.Slug}” is that of the article with id {holder.Id}; expected that id, or another slug.");
    }

    private async Task<IEnumerable<ArticlePlan>> DecideAsync(ArticlePlan[] plans, CancellationToken ct)
    {
        Guid[] ids = [.. plans.Where(p => p.Main?.Canonical is not null || p.Draft?.Canonical is not null).Select(p => p.Stored!.Id)];
        var articles = ids.Length == 0 ? [] : await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        Guid[] wanted = [.. articles.Values.SelectMany(a => new[] { a.HeadId, a.LiveId }).OfType<Guid>().Distinct()];
        var revisions = wanted.Length == 0 ? [] : await db.Revisions.AsNoTracking().Where(r => wanted.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        Guid[] taken = [.. plans.Where(p => p.Stored is { LiveId: null }).Select(p => p.Stored!.Id)];
        var byNewsroom = taken.Length == 0 ? [] : await TakenInNewsroomAsync(taken, ct);
        return plans.Select(p => Decide(p, p.Stored is { } s ? articles.GetValueOrDefault(s.Id) : null, revisions, byNewsroom));
    }

    private ArticlePlan Decide(ArticlePlan plan, Article? article, Dictionary<Guid, Revision> revisions, HashSet<Guid> takenInNewsroom)
    {
        if (plan.Stored is not { } known) return plan with { Act = Act.New, MainChanged = true, DraftChanged = plan.Draft is not null };
        var mainChanged = plan.Main is { Canonical: { } main } && main != Canonical(article!, plan.Main.State, plan.Slug, revisions);
        var draftChanged = plan.Draft is { Canonical: { } draft } && draft != Canonical(article!, FileState.Draft, plan.Slug, revisions);
        var decided = plan with { MainChanged = mainChanged, DraftChanged = draftChanged };
        if (!mainChanged && !draftChanged && !plan.IsMoved)
        {
            var covered = plan.Draft is not null || plan.Main!.State is FileState.Draft or FileState.Withdrawn || known.HeadId == known.LiveId;
            var compared = plan.Main is not { Canonical: null } && plan.Draft is not { Canonical: null };
            return decided with { Act = known.IsEdited && !(compared && covered) ? Act.Kept : Act.Unchanged, IsInStep = compared && covered };
        }
        if (known.IsEdited && !force)
            Fault(plan.First, $"“{known.Slug}” has been edited in the newsroom since its last import. Export it and take over what changed, or import with --force to write over it.");
        else if (plan.Main?.State is FileState.Live && takenInNewsroom.Contains(known.Id) && !force)
        {
            var (what, state) = known.State is ArticleState.Withdrawn ? ("withdrawn", "withdrawn") : ("taken back to draft", "draft");
            Fault(plan.First, $"“{known.Slug}” has been {what} in the newsroom since its last import; expected “state: {state}”, or --force to show it to readers again.");
        }
        var withdraws = plan.Main?.State is FileState.Withdrawn && known.State is not ArticleState.Withdrawn;
        return decided with { Act = withdraws ? Act.Withdrawn : plan.IsMoved ? Act.Moved : Act.Changed };
    }

    private string? Canonical(Article article, FileState state, string slug, Dictionary<Guid, Revision> revisions)
    {
        var isAsStated = state switch { FileState.Live => article.IsLive, FileState.Withdrawn => article.State is ArticleState.Withdrawn, _ => true };
        var id = state is FileState.Live ? article.LiveId : article.HeadId;
        return isAsStated && id is { } known && revisions.TryGetValue(known, out var revision)
            ? ArticleFacts.CanonicalOf(ArticleFile.Of(article, revision, state, site, catalogue) with { Slug = slug, Topics = topics.Now(revision.Topics) }, catalogue)
            : null;
    }

    // What a person took from readers, an import does not put back in silence.
    private async Task<HashSet<Guid>> TakenInNewsroomAsync(Guid[] ids, CancellationToken ct)
    {
        var last = await db.StateChanges.SeenByReaders().Where(s => ids.Contains(s.ArticleId)).GroupBy(s => s.ArticleId).Select(g => g.Max(s => s.Id)).ToListAsync(ct);
        return [.. await db.StateChanges.Where(s => last.Contains(s.Id) && s.By != ArticleImport.Actor).Select(s => s.ArticleId).ToListAsync(ct)];
    }

    private void Fault(ArticleFacts at, string message) => faults.Add(new(at.File.Name, 1, message));
}
