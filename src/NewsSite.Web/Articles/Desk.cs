using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Hooks;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles;

/// <summary>
/// The one way in which an article reaches readers or leaves them: state row, redirect, hooks and the announcement of the touched pages,
/// inside the caller's transaction. The import and the newsroom both go through here.
/// </summary>
public sealed class Desk(NewsDb db, Site site, RedirectBook redirects, StoryRecord record, IEnumerable<IHook<LiveChanges>> hooks, TimeProvider clock)
{
    /// <summary>Shows a revision to readers and says so in the record. Effects follow with <see cref="FinishAsync"/>.</summary>
    /// <param name="article">The article.</param>
    /// <param name="revision">One of its revisions.</param>
    /// <param name="before">The revision that readers saw; null when they saw none.</param>
    /// <param name="slugBefore">The slug until now; null for a new article.</param>
    /// <param name="published">The chosen day or minute.</param>
    /// <param name="updated">The chosen day or minute of the update; null for none.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="why">Why; null for no reason given.</param>
    /// <param name="act">What it is called in the record.</param>
    public LiveChange GoLive(Article article, Revision revision, Revision? before, string? slugBefore, WallTime published, WallTime? updated, Actor by, string? why, ArticleAct act = ArticleAct.Published)
    {
        var from = article.State;
        article.GoLive(revision, published, updated, site.Zone);
        record.Add(article, revision.Id, from, act, by, why);
        return new(article, before, revision, slugBefore);
    }

    /// <summary>Takes an article from readers and says so in the record. Effects follow with <see cref="FinishAsync"/>.</summary>
    /// <param name="article">The article.</param>
    /// <param name="before">The revision that readers saw; null when they saw none.</param>
    /// <param name="withdrawal">Why, and what readers are told; null for content files.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="why">Why, for the record alone; null for no reason given.</param>
    public LiveChange Withdraw(Article article, Revision? before, Withdrawal? withdrawal, Actor by, string? why)
    {
        var from = article.State;
        article.Withdraw(withdrawal?.Reason, withdrawal?.Note, withdrawal?.To);
        record.Add(article, before?.Id, from, ArticleAct.Withdrawn, by, why, withdrawal?.Reason.ToString());
        return new(article, before, null, article.Slug);
    }

    /// <summary>Takes an article from readers so that it can be worked on, and says so in the record. Effects follow with <see cref="FinishAsync"/>.</summary>
    public LiveChange BackToDraft(Article article, Revision? before, Actor by, string? why)
    {
        var from = article.State;
        article.BackToDraft();
        record.Add(article, before?.Id, from, ArticleAct.BackToDraft, by, why);
        return new(article, before, null, article.Slug);
    }

    /// <summary>Saves, makes redirects, runs the hooks, announces the pages that the changes touch and saves what the hooks added. The caller commits.</summary>
    public async Task FinishAsync(IReadOnlyList<LiveChange> changes, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        foreach (var change in changes)
            if (change.SlugBefore is { } old && old != change.Article.Slug) await redirects.AddAsync($"/news/{old}", $"/news/{change.Article.Slug}", ct);
        var happened = new LiveChanges(changes);
        foreach (var hook in hooks) await hook.RunAsync(happened, ct);
        var topics = await db.TopicNamesAsync(ct);
        await db.AnnounceAsync(changes.SelectMany(c => Touched(c, topics)).Concat(happened.Tags), clock.GetUtcNow(), ct);
    }

    /// <summary>Leads the address of an article that readers no longer see to the page that takes its place. Inside the caller's transaction.</summary>
    public Task LeadAsync(Article article, string to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(article);
        return redirects.AddAsync($"/news/{article.Slug}", to, ct);
    }

    private static IEnumerable<string> Touched(LiveChange change, TopicNames topics)
    {
        yield return PageTag.Article(change.Article.Id);
        yield return PageTag.Slug(change.Article.Slug);
        if (change.SlugBefore is { } old) yield return PageTag.Slug(old);
        foreach (var revision in new[] { change.Before, change.After })
            if (revision is not null)
                foreach (var list in Listing.Of(revision, topics)) yield return Listing.Tag(list);
    }
}

/// <summary>Tags of pages that show articles.</summary>
public static class PageTag
{
    /// <summary>The tag of every page that shows something of an article.</summary>
    public static string Article(Guid id) => $"article:{id}";

    /// <summary>The tag of every page that names an article by its slug, whether it is live or not yet.</summary>
    public static string Slug(string slug) => $"slug:{slug}";

    /// <summary>The tag of every page that shows something of a person of the register.</summary>
    public static string Person(string slug) => $"person:{slug}";
}
