using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Previews;

/// <summary>A preview link as the newsroom sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Address">The address to send; null after the moment at which it was made, because only its hash is kept.</param>
/// <param name="Revision">The revision that it shows.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="ExpiresAt">From when on it shows nothing.</param>
/// <param name="RevokedAt">When it was taken back; null while it was not.</param>
/// <param name="Opens">How often it was opened.</param>
/// <param name="LastOpenedAt">When it was last opened; null for never.</param>
public sealed record PreviewLinkEntry(
    Guid Id, string? Address, Guid Revision, DateTimeOffset MadeAt, string MadeBy, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, int Opens, DateTimeOffset? LastOpenedAt)
{
    internal static PreviewLinkEntry Of(PreviewLink link, string? address = null) =>
        new(link.Id, address, link.RevisionId, link.MadeAt, link.MadeBy, link.ExpiresAt, link.RevokedAt, link.Opens, link.LastOpenedAt);
}

/// <summary>An open preview link with what it shows.</summary>
internal sealed record OpenPreview(PreviewLink Link, Article Article, Revision Revision);

/// <summary>Makes preview links, takes them back, and opens them.</summary>
public sealed class PreviewLinks(NewsDb db, ICurrentAccount who, IActs acts, Site site, TimeProvider clock)
{
    /// <summary>Makes a link to a revision.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="revision">One of its revisions; null for the newest.</param>
    /// <param name="days">Days that it is to serve, 1 to <see cref="PreviewLink.MostDays"/>.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>The link with its address; null when there is no such article or revision.</returns>
    public async Task<PreviewLinkEntry?> MakeAsync(Guid article, Guid? revision, int days, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, PreviewLink.MostDays);
        revision ??= await db.Articles.Where(a => a.Id == article).Select(a => a.HeadId).FirstOrDefaultAsync(ct);
        if (!await db.Revisions.AnyAsync(r => r.Id == revision && r.ArticleId == article, ct)) return null;
        var (now, token) = (clock.GetUtcNow(), Secret.Make());
        var link = new PreviewLink
        {
            Id = Guid.CreateVersion7(now),
            ArticleId = article,
            RevisionId = revision!.Value,
            TokenHash = Secret.HashOf(token),
            MadeAt = now,
            MadeBy = who.Name,
            ExpiresAt = now.AddDays(days),
        };
        db.Add(link);
        acts.Add(db, new("preview.link-made", $"made a preview link to {await HeadlineAsync(link, ct)} that serves {(days == 1 ? "1 day" : $"{days} days")}") { Article = article });
        await db.SaveChangesAsync(ct);
        return PreviewLinkEntry.Of(link, site.Address($"/preview/{token}"));
    }

    /// <summary>The links of an article, newest first.</summary>
    public async Task<IReadOnlyList<PreviewLinkEntry>> AllAsync(Guid article, CancellationToken ct) =>
        [.. (await db.PreviewLinks.AsNoTracking().Where(l => l.ArticleId == article).OrderByDescending(l => l.Id).ToListAsync(ct)).Select(l => PreviewLinkEntry.Of(l))];

    /// <summary>Takes a link back: from now on it shows nothing.</summary>
    /// <returns>False when the article has no such link.</returns>
    public async Task<bool> RevokeAsync(Guid article, Guid id, CancellationToken ct)
    {
        if (await db.PreviewLinks.FirstOrDefaultAsync(l => l.Id == id && l.ArticleId == article, ct) is not { } link) return false;
        link.Revoke(clock.GetUtcNow());
        acts.Add(db, new("preview.link-taken-back", $"took back a preview link to {await HeadlineAsync(link, ct)} that {link.MadeBy} had made") { Article = article });
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<string> HeadlineAsync(PreviewLink link, CancellationToken ct) =>
        Act.Headline(await db.Revisions.Where(r => r.Id == link.RevisionId).Select(r => r.Headline).FirstOrDefaultAsync(ct));

    /// <summary>What the link of a token shows.</summary>
    /// <returns>The link, if there is one, and what it shows; null when it shows nothing any more.</returns>
    internal async Task<(PreviewLink? Link, OpenPreview? Open)> FindAsync(string token, CancellationToken ct)
    {
        var hash = Secret.HashOf(token);
        var link = await db.PreviewLinks.AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash, ct);
        if (link?.IsOpen(clock.GetUtcNow()) != true) return (link, null);
        var article = await db.Articles.AsNoTracking().FirstAsync(a => a.Id == link.ArticleId, ct);
        return (link, new(link, article, await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == link.RevisionId, ct)));
    }

    /// <summary>Counts that somebody looked.</summary>
    internal Task CountAsync(PreviewLink link, CancellationToken ct)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.PreviewLinks.Where(l => l.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.Opens, l => l.Opens + 1).SetProperty(l => l.LastOpenedAt, now), ct);
    }
}
