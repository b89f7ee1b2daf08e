using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.PictureUses;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Audit;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>What became of a save.</summary>
public abstract record SaveOutcome
{
    /// <summary>It is kept.</summary>
    /// <param name="Article">The article.</param>
    /// <param name="Head">Its newest revision.</param>
    /// <param name="Merged">What that revision holds, when it is not what was sent; null otherwise.</param>
    /// <param name="MergedOf">Who made the difference; empty when there is none.</param>
    public sealed record Kept(Article Article, Revision Head, DraftContent? Merged, IReadOnlyList<string> MergedOf) : SaveOutcome;

    /// <summary>Somebody else has changed the same meanwhile; nothing is saved.</summary>
    public sealed record Conflicting(Revision Head, Merged Merge) : SaveOutcome;

    /// <summary>There is no such article.</summary>
    public sealed record NoArticle : SaveOutcome;

    /// <summary>The request makes no sense; in words.</summary>
    public sealed record Refused(string Field, string Why) : SaveOutcome;

    /// <summary>Others were faster, again and again.</summary>
    public sealed record Busy : SaveOutcome;
}

/// <summary>Saves drafts: a new revision on top, with what others have saved meanwhile merged in.</summary>
public sealed class DraftSaves(NewsDb db, BlockCatalogue catalogue, SlugBook slugs, GatherPictures pictures, StoryRecord record, ICurrentAccount who, IActs acts, TimeProvider clock)
{
    private const int Tries = 60;

    private const string Saved = "article.saved", Begun = "article.begun";
    private static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(10);

    /// <summary>Saves.</summary>
    /// <param name="id">The article's id; unknown for a new one.</param>
    /// <param name="request">What is to be saved.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <param name="act">What the audit trail says of it; null for a save as the editor makes them, of which those of one sitting are one act.</param>
    public async Task<SaveOutcome> RunAsync(Guid id, SaveRequest request, CancellationToken ct, Act? act = null)
    {
        var topics = await db.TopicNamesAsync(ct);
        var named = request with { Content = request.Content.With(topics) };
        for (var i = 0; i < Tries; i++)
        {
            db.ChangeTracker.Clear();
            var outcome = await PrepareAsync(id, named, topics, ct);
            if (outcome is SaveOutcome.Kept { Article: var article, Head: var head } && db.Entry(head).State is EntityState.Added) await RecordAsync(article, head, act, ct);
            if (await TrySaveAsync(ct)) return outcome;
        }
        return new SaveOutcome.Busy();
    }

    // The revisions are the full record of what was written; the trail tells who worked on what, and when.
    private async Task RecordAsync(Article article, Revision head, Act? act, CancellationToken ct)
    {
        if (act is null && head.BaseId is not null)
        {
            var (since, me) = (clock.GetUtcNow() - OneSitting, who.Id);
            if (await db.AuditEntries.AnyAsync(e => e.ArticleId == article.Id && e.At > since && e.AccountId == me && (e.Act == Saved || e.Act == Begun), ct)) return;
        }
        act ??= head.BaseId is null ? new(Begun, $"began {Act.Headline(head.Headline)}") : new(Saved, $"wrote {Act.Headline(head.Headline)}") { Why = head.Reason };
        acts.Add(db, act with { Article = article.Id });
    }

    // Of two saves that race, the later looks again at what has become of the article.
    private async Task<bool> TrySaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (Exception e) when (Races.IsLost(e))
        {
            return false;
        }
    }

    private async Task<SaveOutcome> PrepareAsync(Guid id, SaveRequest request, TopicNames topics, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == id, ct);
        if (article is null)
        {
            if (request.Base is not null) return new SaveOutcome.NoArticle();
            if (id.Version != 7) return new SaveOutcome.Refused("id", "The id of a new story is a UUID of version 7.");
            db.Add(article = new(id, await slugs.OfHeadlineAsync(request.Content.Headline, id, null, ct)));
        }
        if (article.HeadId is not { } headId) return await KeepAsync(article, null, request.Content, request, null, ct);
        var head = await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == headId, ct);
        if (await BaseAsync(article, head, request, ct) is not { } from) return new SaveOutcome.Refused("base", "“base” is no revision of this story.");
        var before = DraftContent.Of(head, catalogue).With(topics);
        var merge = from.Id == headId
            ? new(request.Content.KeepingBytesOf(before), [])
            : Merge.Of(DraftContent.Of(from, catalogue).With(topics), request.Content.KeepingBytesOf(before), before);
        if (merge.Conflicts.Count > 0) return new SaveOutcome.Conflicting(head, merge);
        var others = from.Id == headId || merge.Content.Says(request.Content) ? [] : await SaversSinceAsync(article, from, request.Tab, ct);
        if (merge.Content.Says(before)) return new SaveOutcome.Kept(article, head, request.Content.Says(before) ? null : before, others);
        await FollowHeadlineAsync(article, merge.Content.Headline, ct);
        return await KeepAsync(article, from.Id, merge.Content, request, from.Id == headId ? null : others, ct);
    }

    // Others is null when nothing was merged.
    private async Task<SaveOutcome> KeepAsync(Article article, Guid? basedOn, DraftContent content, SaveRequest request, IReadOnlyList<string>? others, CancellationToken ct)
    {
        var (now, by, from, wasApproved) = (clock.GetUtcNow(), Actor.Of(who), article.State, article.Work is WorkState.Approved);
        var revision = content.ToRevision(article.Id, basedOn, now, by, Plain.Line(request.Reason), others is null ? request.Tab : null);
        article.Add(revision);
        db.Add(revision);
        if (wasApproved) record.Add(article, revision.Id, from, ArticleAct.ApprovalEnded, by, null);
        if (await db.Contributors.FirstOrDefaultAsync(c => c.ArticleId == article.Id && c.AccountId == who.Id, ct) is { } known) known.LastAt = now;
        else db.Add(new Contributor { ArticleId = article.Id, AccountId = who.Id, LastAt = now });
        await pictures.KeepAsync([article], [revision], ct);
        return new SaveOutcome.Kept(article, revision, others is not null && !content.Says(request.Content) ? content : null, others ?? []);
    }

    // Each once, in the order in which they saved; what this very window has saved is nobody else's.
    private async Task<IReadOnlyList<string>> SaversSinceAsync(Article article, Revision from, string? tab, CancellationToken ct)
    {
        var since = await db.Revisions.AsNoTracking().Where(r => r.ArticleId == article.Id && r.SavedAt >= from.SavedAt && r.Id != from.Id)
            .OrderBy(r => r.SavedAt).Select(r => new { r.SavedBy, r.Tab }).ToListAsync(ct);
        return [.. since.Where(r => tab is null || r.Tab != tab).Select(r => r.SavedBy).Distinct(StringComparer.Ordinal)];
    }

    // The revision that these words continue; null when the one named is none of this article.
    private async Task<Revision?> BaseAsync(Article article, Revision head, SaveRequest request, CancellationToken ct)
    {
        if (request.Base == head.Id || await IsOwnAsync(article, request, ct)) return head;
        // Nobody but the window that made the article knows its id without knowing a revision: its first answer was lost.
        return request.Base is { } named
            ? await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == named && r.ArticleId == article.Id, ct)
            : await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.ArticleId == article.Id && r.BaseId == null, ct);
    }

    // Whether all that was saved since is what this window has sent, so that it is in its words already.
    private async Task<bool> IsOwnAsync(Article article, SaveRequest request, CancellationToken ct)
    {
        if (request.Tab is not { } tab) return false;
        for (var at = article.HeadId; at != request.Base;)
        {
            var row = await db.Revisions.Where(r => r.Id == at).Select(r => new { r.BaseId, r.Tab }).FirstOrDefaultAsync(ct);
            if (row?.Tab != tab) return false;
            at = row.BaseId;
        }
        return true;
    }

    // The address of a story that readers have never seen.
    private async Task FollowHeadlineAsync(Article article, string headline, CancellationToken ct)
    {
        if (article.IsSlugChosen || article.PublishedAt is not null || article.ImportedId is not null || headline == article.Headline) return;
        var slug = await slugs.OfHeadlineAsync(headline, article.Id, article.Slug, ct);
        if (slug != article.Slug) article.MoveTo(slug);
    }
}
