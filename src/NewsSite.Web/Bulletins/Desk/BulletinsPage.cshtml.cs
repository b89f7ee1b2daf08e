using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.Desk;

/// <summary>An edition in the list of those that went out.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Name">The day, or the story.</param>
/// <param name="Waiting">Readers whose mail has not gone yet.</param>
internal sealed record EditionRow(Edition Edition, string Name, int Waiting);

/// <summary>The next bulletin, what can be done with it, and what became of earlier ones.</summary>
[Needs(Permission.SendBulletins)]
internal sealed class BulletinsPage(EditionDesk desk, BulletinWriter writer, NewsDb db, Site site, TimeProvider clock) : NewsroomPage
{
    private const int Shown = 30;

    /// <summary>The next bulletin.</summary>
    public NextBulletin Next { get; private set; } = null!;

    /// <summary>Its plain text; null while there is nothing in it.</summary>
    public BulletinBody? Body { get; private set; }

    /// <summary>Editions that have been made, the last first.</summary>
    public IReadOnlyList<EditionRow> Made { get; private set; } = [];

    /// <summary>Confirmed readers of the bulletin, of alerts, and addresses that take no mail.</summary>
    public (int Bulletin, int Alerts, int Stopped) Readers { get; private set; }

    /// <summary>The line as it was typed; null for the one that is kept.</summary>
    public string? Typed { get; private set; }

    /// <summary>Why something could not be done; null for nothing.</summary>
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        HttpContext.AllowOwnFrames();
        Next = await desk.NextAsync(ct);
        Body = Next.Content.IsEmpty ? null : await writer.WriteAsync(Next.Content, Selection.All, [], ct);
        var takes = db.Subscribers.Where(s => s.StoppedAt == null);
        Readers = (
            await takes.CountAsync(s => db.Set<Subscription>().Any(p => p.SubscriberId == s.Id && (p.Kind == WantedKind.Daily || p.Kind == WantedKind.Topic)), ct),
            await takes.CountAsync(s => db.Set<Subscription>().Any(p => p.SubscriberId == s.Id && (p.Kind == WantedKind.AlertTopic || p.Kind == WantedKind.AlertPerson)), ct),
            await db.Subscribers.CountAsync(s => s.StoppedAt > DateTimeOffset.UnixEpoch, ct));
        var made = await db.Editions.AsNoTracking().Where(e => e.MadeAt != null).OrderByDescending(e => e.MadeAt).Take(Shown).ToListAsync(ct);
        Guid[] stories = [.. made.Select(e => e.ArticleId).OfType<Guid>()];
        var headlines = await db.Set<Articles.Article>().Where(a => stories.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Headline, ct);
        var rows = new List<EditionRow>();
        foreach (var edition in made) rows.Add(new(edition, NameOf(edition, headlines), edition.State is EditionState.Sending ? await CountAsync(edition, ct) : 0));
        Made = rows;
    }

    /// <summary>Writes the newsroom's own line.</summary>
    public Task<IActionResult> OnPostLineAsync(DateOnly day, string? line, CancellationToken ct)
    {
        Typed = line;
        return DoneAsync(desk.WriteLineAsync(day, line, ct), "The line is kept.", ct);
    }

    /// <summary>Holds it back.</summary>
    public Task<IActionResult> OnPostHoldAsync(DateOnly day, CancellationToken ct) => DoneAsync(desk.HoldAsync(day, ct), "The bulletin is held until somebody lets it go.", ct);

    /// <summary>Lets it go at its minute.</summary>
    public Task<IActionResult> OnPostReleaseAsync(DateOnly day, string? seen, CancellationToken ct) => DoneAsync(desk.ReleaseAsync(day, seen, ct), "The bulletin is released: it goes at its minute, or now when that has passed.", ct);

    /// <summary>Lets the day go by without one.</summary>
    public Task<IActionResult> OnPostSkipAsync(DateOnly day, CancellationToken ct) => DoneAsync(desk.SkipAsync(day, ct), "The bulletin is skipped. Its stories come with the next one.", ct);

    /// <summary>Sends it now.</summary>
    public Task<IActionResult> OnPostSendAsync(DateOnly day, string? seen, CancellationToken ct) => DoneAsync(desk.SendAsync(day, seen, ct), "The bulletin goes out now.", ct);

    /// <summary>A time as the newsroom tells it.</summary>
    public string Spoken(DateTimeOffset instant) => site.Spoken(instant, clock.GetUtcNow());

    /// <summary>A time for machines.</summary>
    public string Machine(DateTimeOffset instant) => site.Machine(instant);

    /// <summary>A day in words.</summary>
    public string DayOf(Edition edition) => SpokenTimes.Day(edition.Day!.Value, site.Culture);

    /// <summary>A number of readers in words.</summary>
    public static string Count(int readers) => readers == 1 ? "one reader" : string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{readers:n0} readers");

    private async Task<IActionResult> DoneAsync(Task<string?> act, string words, CancellationToken ct)
    {
        if (await act is { } against)
        {
            Refusal = against;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await OnGetAsync(ct);
            return Page();
        }
        Done = words;
        return RedirectToPage();
    }

    private string NameOf(Edition edition, Dictionary<Guid, string> headlines) => edition.Kind is EditionKind.Alert ? $"Alert: {HeadlineWords.Of(headlines.GetValueOrDefault(edition.ArticleId!.Value, ""))}" : DayOf(edition);

    // What has been settled of one that is on its way.
    private async Task<int> CountAsync(Edition edition, CancellationToken ct)
    {
        var counts = await db.EditionMails.Where(m => m.EditionId == edition.Id).GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        (edition.Sent, edition.Failed, edition.Unknown, edition.Left) = (counts.GetValueOrDefault(EditionMailState.Sent), counts.GetValueOrDefault(EditionMailState.Failed), counts.GetValueOrDefault(EditionMailState.Unknown), counts.GetValueOrDefault(EditionMailState.Left));
        return counts.Values.Sum() - edition.Sent - edition.Failed - edition.Unknown - edition.Left;
    }
}
