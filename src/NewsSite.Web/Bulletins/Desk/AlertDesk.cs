using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Bulletins.SignUp;
using NewsSite.Web.Data;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Bulletins.Desk;

/// <summary>An alert that has not gone yet, as an editor sees it.</summary>
/// <param name="Story">The story's id.</param>
/// <param name="Edition">The edition, in the store or not yet.</param>
/// <param name="Content">What it says.</param>
/// <param name="Names">The topics and people that it is about.</param>
/// <param name="Readers">How many would get it.</param>
/// <param name="LiveAt">The minute at which the story goes live; null when it is live.</param>
/// <param name="NeedsRelease">Whether it waits until an editor has looked at it.</param>
internal sealed record WaitingAlert(Guid Story, Edition Edition, BulletinContent Content, IReadOnlyList<string> Names, int Readers, DateTimeOffset? LiveAt, bool NeedsRelease)
{
    /// <summary>Whether an editor decided that it does not go.</summary>
    public bool IsSkipped => Edition.State is EditionState.Skipped;
}

/// <summary>What editors do with alerts, of stories that have just gone live and of those that have their minute, each act recorded in its transaction.</summary>
internal sealed class AlertDesk(NewsDb db, StoryAlerts alerts, Audience audience, WantedNames names, BlockCatalogue catalogue, EditionActs acts, TimeProvider clock)
{
    private const int MostAhead = 20;
    private const string Changed = "The story has changed since this page was opened. Look at its alert again.", Gone = "This alert has gone, or was decided on meanwhile.", NotLive = "The story is not live yet. Its alert goes once it is.";
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    /// <summary>Those that have readers, or that something was decided on: of live stories, then of stories that go live within a week, the next first.</summary>
    public async Task<IReadOnlyList<WaitingAlert>> WaitingAsync(CancellationToken ct)
    {
        var (now, found) = (clock.GetUtcNow(), new List<WaitingAlert>());
        var (old, far) = (now - StoryAlerts.Newest, now + Ahead);
        var live = await db.Editions.AsNoTracking().Where(e => e.Kind == EditionKind.Alert && (e.State == EditionState.Planned || e.State == EditionState.Skipped) && e.DueAt >= old)
            .Join(db.Articles.Where(a => a.State == ArticleState.Live), e => e.ArticleId, a => a.Id, (e, a) => new { Edition = e, Article = a }).ToListAsync(ct);
        foreach (var row in live.OrderBy(r => r.Edition.DueAt).ThenBy(r => r.Edition.Id)) await AddAsync(row.Article, row.Edition);
        var ahead = await db.Articles.AsNoTracking().Where(a => a.DueAt < far && a.PublishedAt == null).OrderBy(a => a.DueAt).ThenBy(a => a.Id).Take(MostAhead).ToListAsync(ct);
        Guid?[] ids = [.. ahead.Select(a => (Guid?)a.Id)];
        var decided = await db.Editions.AsNoTracking().Where(e => ids.Contains(e.ArticleId)).ToDictionaryAsync(e => e.ArticleId!.Value, ct);
        foreach (var article in ahead) await AddAsync(article, decided.GetValueOrDefault(article.Id) ?? New(article));
        return found;

        async Task AddAsync(Article article, Edition edition)
        {
            if (await ShowAsync(article, edition, ct) is var alert && (alert.Readers > 0 || edition.Version > 0)) found.Add(alert);
        }
    }

    /// <summary>The alert of one story; null when none waits.</summary>
    public async Task<WaitingAlert?> OfAsync(Guid story, CancellationToken ct) => await FindAsync(story, ct) is var (article, edition) ? await ShowAsync(article, edition, ct) : null;

    /// <summary>Does something with the alert of a story that has not gone yet.</summary>
    /// <param name="story">The story's id.</param>
    /// <param name="act">What is done.</param>
    /// <param name="seen">What the content was known by that the editor saw.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>What stands against it; null when it is done.</returns>
    public Task<string?> DoAsync(Guid story, EditionAct act, string? seen, CancellationToken ct) => db.InOneGoAsync(async transaction =>
    {
        if (await FindAsync(story, ct) is not var (article, edition)) return Gone;
        if (edition.State is EditionState.Skipped && !act.NeedsLook) return Gone;
        if (act.IsAtOnce && !article.IsLive) return NotLive;
        if (act.NeedsLook && seen != (await ShowAsync(article, edition, ct)).Content.Seen) return Changed;
        await acts.DoAsync(edition, act, "story-alert", $"the alert about {Plain.Quoted(article.Headline)}", ct);
        await transaction.CommitAsync(ct);
        await acts.TellAsync(ct);
        return null;
    }, ct);

    private async Task<(Article Article, Edition Edition)?> FindAsync(Guid story, CancellationToken ct)
    {
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == story, ct) is not { } article) return null;
        var edition = await db.Editions.FirstOrDefaultAsync(e => e.ArticleId == story, ct);
        if (edition is null) return article is { State: ArticleState.Scheduled, PublishedAt: null } ? (article, New(article)) : null;
        var isOpen = edition.State is EditionState.Planned or EditionState.Skipped && (article.State is ArticleState.Scheduled || (article.IsLive && edition.DueAt >= clock.GetUtcNow() - StoryAlerts.Newest));
        return isOpen ? (article, edition) : null;
    }

    private async Task<WaitingAlert> ShowAsync(Article article, Edition edition, CancellationToken ct)
    {
        var shown = article.LiveId ?? article.WorkRevisionId ?? article.HeadId;
        var revision = await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == shown, ct);
        var topics = (await db.TopicNamesAsync(ct)).Now(revision.Topics);
        var people = revision.ReadBlocks(catalogue).OfType<IAttributedWords>().Select(w => w.Person).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var called = new List<string>();
        foreach (var wanted in people.Select(p => new Wanted(WantedKind.AlertPerson, p)).Concat(topics.Select(t => new Wanted(WantedKind.AlertTopic, t))))
            if (await names.NameAsync(wanted, ct) is { } name) called.Add(name);
        var content = new BulletinContent(EditionKind.Alert, null, edition.Line, [new(article.Id, article.Slug, revision.Kind, revision.Headline, revision.Standfirst, topics)], []);
        var readers = await audience.CountAsync(await audience.OfAlertAsync(topics, people, ct), ct);
        return new(article.Id, edition, content, called, readers, article.IsLive ? null : article.DueAt, edition.ReleasedBy is null && await alerts.IsFirstAsync(ct));
    }

    private Edition New(Article article) => new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Kind = EditionKind.Alert, ArticleId = article.Id, DueAt = article.DueAt!.Value + StoryAlerts.Delay };
}
