using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.PictureUses;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>What became of a save.</summary>
public abstract record SaveOutcome
{
    /// <summary>It is kept.</summary>
    /// <param name="Article">The article.</param>
    /// <param name="Head">Its newest revision.</param>
    /// <param name="Merged">What that revision holds, when it is not what was sent; null otherwise.</param>
    public sealed record Kept(Article Article, Revision Head, DraftContent? Merged) : SaveOutcome;

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
public sealed class DraftSaves(NewsDb db, BlockCatalogue catalogue, SlugBook slugs, GatherPictures pictures, ICurrentAccount who, TimeProvider clock)
{
    private const int Tries = 60;

    public async Task<SaveOutcome> RunAsync(Guid id, SaveRequest request, CancellationToken ct)
    {
        for (var i = 0; i < Tries; i++)
        {
            db.ChangeTracker.Clear();
            var outcome = await PrepareAsync(id, request, ct);
            if (await TrySaveAsync(ct)) return outcome;
        }
        return new SaveOutcome.Busy();
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

    private async Task<SaveOutcome> PrepareAsync(Guid id, SaveRequest request, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == id, ct);
        if (article is null)
        {
            if (request.Base is not null) return new SaveOutcome.NoArticle();
            if (id.Version != 7) return new SaveOutcome.Refused("id", "The id of a new story is a UUID of version 7.");
            db.Add(article = new(id, await slugs.OfHeadlineAsync(request.Content.Headline, id, null, ct)));
        }
        if (article.HeadId is not { } headId) return await KeepAsync(article, null, request.Content, request, isMerged: false, ct);
        var head = await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == headId, ct);
        if (await BaseAsync(article, head, request, ct) is not { } from) return new SaveOutcome.Refused("base", "“base” is no revision of this story.");
        var before = DraftContent.Of(head, catalogue);
        var merge = from.Id == headId
            ? new(request.Content.KeepingBytesOf(before), [])
            : Merge.Of(DraftContent.Of(from, catalogue), request.Content.KeepingBytesOf(before), before);
        if (merge.Conflicts.Count > 0) return new SaveOutcome.Conflicting(head, merge);
        if (merge.Content.Says(before)) return new SaveOutcome.Kept(article, head, request.Content.Says(before) ? null : before);
        await FollowHeadlineAsync(article, merge.Content.Headline, ct);
        return await KeepAsync(article, from.Id, merge.Content, request, isMerged: from.Id != headId, ct);
    }

    private async Task<SaveOutcome> KeepAsync(Article article, Guid? basedOn, DraftContent content, SaveRequest request, bool isMerged, CancellationToken ct)
    {
        var revision = content.ToRevision(article.Id, basedOn, clock.GetUtcNow(), who.Name, Plain.Line(request.Reason), isMerged ? null : request.Tab);
        article.Add(revision);
        db.Add(revision);
        await pictures.KeepAsync([article], [revision], ct);
        return new SaveOutcome.Kept(article, revision, isMerged && !content.Says(request.Content) ? content : null);
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
