using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.Desk;

/// <summary>The next bulletin as an editor sees it.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Content">What it would carry if it were made now.</param>
/// <param name="Readers">How many would get it.</param>
/// <param name="NeedsRelease">Whether it waits until an editor has looked at it.</param>
/// <param name="IsOfToday">Whether its day has come; one of another day cannot go before it.</param>
internal sealed record NextBulletin(Edition Edition, BulletinContent Content, int Readers, bool NeedsRelease, bool IsOfToday);

/// <summary>What editors do with the next bulletin, each act recorded in its transaction.</summary>
internal sealed class EditionDesk(NewsDb db, Editions editions, EditionReader reader, Audience audience, BulletinTimes times, EditionActs acts, Site site, TimeProvider clock)
{
    private const string Changed = "The bulletin has changed since this page was opened. Look at it again.", Gone = "This bulletin has been decided on meanwhile. This is the next one.",
        Early = "The bulletin of today has gone or was skipped, and this one has its own day. What is new goes out then.";

    /// <summary>The next bulletin.</summary>
    public async Task<NextBulletin> NextAsync(CancellationToken ct)
    {
        var edition = await editions.NextAsync(ct);
        var content = await ContentAsync(edition, ct);
        return new(edition, content, await audience.CountAsync(await audience.OfBulletinAsync(content, ct), ct), await editions.NeedsReleaseAsync(edition, ct), edition.Day <= times.Today);
    }

    /// <summary>Does something with the bulletin of a day, if it is the next one.</summary>
    /// <param name="day">The day.</param>
    /// <param name="act">What is done.</param>
    /// <param name="seen">What the content was known by that the editor saw.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>What stands against it; null when it is done.</returns>
    public Task<string?> DoAsync(DateOnly day, EditionAct act, string? seen, CancellationToken ct) => db.InOneGoAsync(async transaction =>
    {
        if (act.IsAtOnce && day > times.Today) return Early;
        var edition = await editions.NextAsync(ct);
        if (edition.Day != day) return Gone;
        if (act.NeedsLook && seen != (await ContentAsync(edition, ct)).Seen) return Changed;
        await acts.DoAsync(edition, act, "bulletin", $"the bulletin of {day.ToString("d MMMM yyyy", site.Culture)}", ct);
        await transaction.CommitAsync(ct);
        await acts.TellAsync(ct);
        return null;
    }, ct);

    private Task<BulletinContent> ContentAsync(Edition edition, CancellationToken ct) => reader.NextAsync(edition.Day, edition.Line, clock.GetUtcNow(), ct);
}
