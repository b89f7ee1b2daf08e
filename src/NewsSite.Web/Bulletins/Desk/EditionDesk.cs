using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Background;
using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.Desk;

/// <summary>The next bulletin as an editor sees it.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Content">What it would carry if it were made now.</param>
/// <param name="Readers">How many would get it.</param>
/// <param name="NeedsRelease">Whether it waits until an editor has looked at it.</param>
/// <param name="IsOfToday">Whether its day has come; one of another day cannot go before it.</param>
/// <param name="Seen">What the content is known by, so that nobody lets go what they have not seen.</param>
internal sealed record NextBulletin(Edition Edition, BulletinContent Content, int Readers, bool NeedsRelease, bool IsOfToday, string Seen);

/// <summary>What editors do with the next bulletin, each act recorded in its transaction.</summary>
internal sealed class EditionDesk(NewsDb db, Editions editions, EditionReader reader, Audience audience, BulletinTimes times, IActs acts, ICurrentAccount who, ChangeFeed changes, Site site, TimeProvider clock)
{
    /// <summary>Most characters of the newsroom's own line.</summary>
    public const int LongestLine = 500;

    private const string Changed = "The bulletin has changed since this page was opened. Look at it again.", Gone = "This bulletin has been decided on meanwhile. This is the next one.",
        Early = "The bulletin of today has gone or was skipped, and this one has its own day. What is new goes out then.";

    /// <summary>The next bulletin.</summary>
    public async Task<NextBulletin> NextAsync(CancellationToken ct)
    {
        var edition = await editions.NextAsync(ct);
        var content = await reader.NextAsync(edition.Day, edition.Line, clock.GetUtcNow(), ct);
        return new(edition, content, await audience.CountAsync(await audience.OfBulletinAsync(content, ct), ct), await editions.NeedsReleaseAsync(edition, ct), edition.Day <= times.Today, SeenOf(content));
    }

    /// <summary>Puts a line at its top, or takes it away.</summary>
    /// <returns>What stands against it; null when it is done.</returns>
    public Task<string?> WriteLineAsync(DateOnly day, string? line, CancellationToken ct)
    {
        var text = Plain.Text(line) is { Length: > 0 } given ? given : null;
        if (text?.Length > LongestLine) return Task.FromResult<string?>($"This has {text.Length} characters; {LongestLine} is the most.");
        return DoAsync(day, null, "line-written", text is null ? "took the newsroom’s line from" : "wrote a line for", edition => edition.Line = text, ct, text);
    }

    /// <summary>Holds it back until somebody lets it go.</summary>
    public Task<string?> HoldAsync(DateOnly day, CancellationToken ct) => DoAsync(day, null, "held", "held back", edition => edition.HeldBy = who.Name, ct);

    /// <summary>Lets it go at its minute, or at once when that has passed.</summary>
    public Task<string?> ReleaseAsync(DateOnly day, string? seen, CancellationToken ct) =>
        DoAsync(day, seen ?? "", "released", "looked at and released", edition => (edition.HeldBy, edition.ReleasedBy) = (null, who.Name), ct);

    /// <summary>Lets the day go by without one. What it had comes with the next.</summary>
    public Task<string?> SkipAsync(DateOnly day, CancellationToken ct) => DoAsync(day, null, "skipped", "skipped", edition => edition.State = EditionState.Skipped, ct);

    /// <summary>Sends it now: on its own day, before its minute or after it.</summary>
    public Task<string?> SendAsync(DateOnly day, string? seen, CancellationToken ct) =>
        day > times.Today ? Task.FromResult<string?>(Early) : DoAsync(day, seen ?? "", "sent-early", "sent at once", edition => (edition.HeldBy, edition.ReleasedBy, edition.DueAt) = (null, who.Name, clock.GetUtcNow()), ct);

    private Task<string?> DoAsync(DateOnly day, string? seen, string name, string words, Action<Edition> act, CancellationToken ct, string? why = null) => db.InOneGoAsync(async transaction =>
    {
        var edition = await editions.NextAsync(ct);
        if (edition.Day != day) return Gone;
        if (seen is not null && seen != SeenOf(await reader.NextAsync(edition.Day, edition.Line, clock.GetUtcNow(), ct))) return Changed;
        if (db.Entry(edition).State is EntityState.Detached) db.Add(edition);
        act(edition);
        edition.Version++;
        acts.Add(db, new($"bulletin.{name}", $"{words} the bulletin of {day.ToString("d MMMM yyyy", site.Culture)}") { Subject = edition.Subject, Why = why });
        await db.SaveChangesAsync(ct);
        await db.AnnounceAsync([BulletinTag.Name], clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        await changes.CatchUpAsync(ct);
        return null;
    }, ct);

    private static string SeenOf(BulletinContent content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        [content.Line ?? "", .. content.Stories.Select(s => $"{s.Article} {s.Kind} {s.Headline} {s.Standfirst}"), .. content.Corrections.Select(c => $"{c.Key} {c.Wrong} {c.Right}")]))))[..16];
}
