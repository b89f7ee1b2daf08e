using NewsSite.Core.Content;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Bulletins.Desk;

/// <summary>Something that an editor does with a bulletin or an alert that has not gone yet.</summary>
/// <param name="Name">In the audit trail.</param>
/// <param name="Words">What the editor did, before the words for the edition.</param>
/// <param name="Do">Does it.</param>
internal sealed record EditionAct(string Name, string Words, Action<Edition> Do)
{
    /// <summary>Whether it lets go what the editor must have seen as it is.</summary>
    public bool NeedsLook { get; init; }

    /// <summary>Whether it goes at once.</summary>
    public bool IsAtOnce { get; init; }

    /// <summary>What the audit trail keeps beside it; null for nothing.</summary>
    public string? Why { get; init; }
}

/// <summary>The acts, by whoever is signed in, and how one is done and recorded.</summary>
internal sealed class EditionActs(NewsDb db, IActs acts, ICurrentAccount who, ChangeFeed changes, TimeProvider clock)
{
    /// <summary>Most characters of the newsroom's own line.</summary>
    public const int LongestLine = 500;

    /// <summary>Holds it back until somebody lets it go.</summary>
    public EditionAct Hold => new("held", "held back", edition => edition.HeldBy = who.Name);

    /// <summary>Lets it go at its minute, or at once when that has passed; also one that was skipped.</summary>
    public EditionAct Release => new("released", "looked at and released", edition => (edition.State, edition.HeldBy, edition.ReleasedBy) = (EditionState.Planned, null, who.Name)) { NeedsLook = true };

    /// <summary>Lets it not go at all.</summary>
    public static EditionAct Skip => new("skipped", "skipped", edition => edition.State = EditionState.Skipped);

    /// <summary>Sends it now.</summary>
    public EditionAct Send => new("sent-early", "sent at once", edition => (edition.State, edition.HeldBy, edition.ReleasedBy, edition.DueAt) = (EditionState.Planned, null, who.Name, clock.GetUtcNow())) { NeedsLook = true, IsAtOnce = true };

    /// <summary>Puts a line at its top, or takes it away.</summary>
    /// <returns>The act; null when the line is too long.</returns>
    public static EditionAct? Line(string? line) => Plain.Text(line) is var text && text.Length > LongestLine ? null
        : text.Length == 0 ? new("line-written", "took the newsroom’s line from", edition => edition.Line = null)
        : new("line-written", "wrote a line for", edition => edition.Line = text) { Why = text };

    /// <summary>Does one and records it, in the caller's transaction.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="act">What is done with it.</param>
    /// <param name="kind">What the act's name begins with.</param>
    /// <param name="words">Words for the edition, such as “the bulletin of 4 May 2026”.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task DoAsync(Edition edition, EditionAct act, string kind, string words, CancellationToken ct)
    {
        if (db.Entry(edition).State is Microsoft.EntityFrameworkCore.EntityState.Detached) db.Add(edition);
        act.Do(edition);
        edition.Version++;
        acts.Add(db, new($"{kind}.{act.Name}", $"{act.Words} {words}") { Article = edition.ArticleId, Subject = edition.Subject, Why = act.Why });
        await db.SaveChangesAsync(ct);
        await db.AnnounceAsync([BulletinTag.Name], clock.GetUtcNow(), ct);
    }

    /// <summary>Tells this process at once; others learn of it by the same row.</summary>
    public Task TellAsync(CancellationToken ct) => changes.CatchUpAsync(ct);
}
