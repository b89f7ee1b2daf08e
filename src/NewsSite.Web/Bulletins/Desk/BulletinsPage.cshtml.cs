using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
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

/// <summary>Which edition a form is about.</summary>
/// <param name="Day">The day of a bulletin; null for an alert.</param>
/// <param name="Story">The story of an alert; null for a bulletin.</param>
/// <param name="Seen">What its content was known by on the page; null where that does not matter.</param>
internal sealed record EditionName(DateOnly? Day, Guid? Story, string? Seen);

/// <summary>What the buttons and the line under an edition need to know.</summary>
/// <param name="Field">Name of the hidden field that says which edition it is.</param>
/// <param name="Value">Its value.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Seen">What its content is known by.</param>
/// <param name="NeedsRelease">Whether it waits until an editor has looked at it.</param>
/// <param name="Readers">How many it would go to now; null where it cannot go now.</param>
/// <param name="Line">The line in the field.</param>
internal sealed record EditionControls(string Field, string Value, Edition Edition, string Seen, bool NeedsRelease, int? Readers, string? Line);

/// <summary>The next bulletin and the alerts that wait, what can be done with them, and what became of earlier ones.</summary>
[Needs(Permission.SendBulletins)]
internal sealed class BulletinsPage(EditionDesk desk, AlertDesk alerts, EditionActs acts, BulletinWriter writer, NewsDb db, Site site, TimeProvider clock) : NewsroomPage
{
    private const int Shown = 30;
    private (EditionName Of, string? Line)? _typed; // kept on the page when it was not taken

    /// <summary>The next bulletin.</summary>
    public NextBulletin Next { get; private set; } = null!;

    /// <summary>Its plain text; null while there is nothing in it.</summary>
    public BulletinBody? Body { get; private set; }

    /// <summary>Alerts that wait, those that go first before the others.</summary>
    public IReadOnlyList<WaitingAlert> Alerts { get; private set; } = [];

    /// <summary>Editions that have been made, the last first.</summary>
    public IReadOnlyList<EditionRow> Made { get; private set; } = [];

    /// <summary>Confirmed readers of the bulletin, of alerts, and addresses that take no mail.</summary>
    public (int Bulletin, int Alerts, int Stopped) Readers { get; private set; }

    /// <summary>Why something could not be done; null for nothing.</summary>
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        HttpContext.AllowOwnFrames();
        Next = await desk.NextAsync(ct);
        Alerts = await alerts.WaitingAsync(ct);
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
    public Task<IActionResult> OnPostLineAsync(EditionName of, string? line, CancellationToken ct)
    {
        _typed = (of, line);
        return EditionActs.Line(line) is { } act ? DoneAsync(of, act, "The line is kept.", ct) : RefuseAsync($"The line is too long: {EditionActs.LongestLine} characters is the most.", ct);
    }

    /// <summary>Holds it back.</summary>
    public Task<IActionResult> OnPostHoldAsync(EditionName of, CancellationToken ct) => DoneAsync(of, acts.Hold, $"{Called(of)} is held until somebody lets it go.", ct);

    /// <summary>Lets it go at its minute.</summary>
    public Task<IActionResult> OnPostReleaseAsync(EditionName of, CancellationToken ct) => DoneAsync(of, acts.Release, $"{Called(of)} is released: it goes at its minute, or now when that has passed.", ct);

    /// <summary>Lets it not go at all.</summary>
    public Task<IActionResult> OnPostSkipAsync(EditionName of, CancellationToken ct) =>
        DoneAsync(of, EditionActs.Skip, of.Story is null ? "The bulletin is skipped. Its stories come with the next one." : "The alert is skipped: nobody is told of the story by one.", ct);

    /// <summary>Sends it now.</summary>
    public Task<IActionResult> OnPostSendAsync(EditionName of, CancellationToken ct) => DoneAsync(of, acts.Send, $"{Called(of)} goes out now.", ct);

    /// <summary>The buttons and the line of the next bulletin.</summary>
    public EditionControls ControlsOf(NextBulletin next)
    {
        var day = next.Edition.Day!.Value;
        return new("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), next.Edition, next.Content.Seen, next.NeedsRelease, next is { IsOfToday: true, Content.IsEmpty: false } ? next.Readers : null, _typed is ({ Day: { } of }, var line) && of == day ? line : next.Edition.Line);
    }

    /// <summary>The buttons and the line of an alert.</summary>
    public EditionControls ControlsOf(WaitingAlert alert) =>
        new("story", alert.Story.ToString(), alert.Edition, alert.Content.Seen, alert.NeedsRelease, alert.LiveAt is null ? alert.Readers : null, _typed is ({ Story: { } of }, var line) && of == alert.Story ? line : alert.Edition.Line);

    /// <summary>The subject of an alert, as mails have it.</summary>
    public static string SubjectOf(WaitingAlert alert) => alert.Content.Stories[0] is var story ? story.Kind.Labelled(story.Headline) : "";

    /// <summary>A time as the newsroom tells it.</summary>
    public string Spoken(DateTimeOffset instant) => site.Spoken(instant, clock.GetUtcNow());

    /// <summary>A time for machines.</summary>
    public string Machine(DateTimeOffset instant) => site.Machine(instant);

    /// <summary>A day in words.</summary>
    public string DayOf(Edition edition) => SpokenTimes.Day(edition.Day!.Value, site.Culture);

    /// <summary>A number of readers in words.</summary>
    public static string Count(int readers) => Count(readers, "reader", "readers");

    /// <summary>A number of things in words.</summary>
    public static string Count(int number, string one, string many) => number switch
    {
        0 => $"no {many}",
        1 => $"one {one}",
        _ => string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{number:n0} {many}"),
    };

    /// <summary>What became of an edition's mails.</summary>
    public static (string Label, int Count)[] Tally(EditionRow row) =>
        [("Sent", row.Edition.Sent), ("Failed", row.Edition.Failed), ("Unknown", row.Edition.Unknown), ("Left", row.Edition.Left), ("Waiting", row.Waiting)];

    private static string Called(EditionName of) => of.Story is null ? "The bulletin" : "The alert";

    private async Task<IActionResult> DoneAsync(EditionName of, EditionAct act, string words, CancellationToken ct)
    {
        var against = of switch
        {
            { Day: { } day } => await desk.DoAsync(day, act, of.Seen, ct),
            { Story: { } story } => await alerts.DoAsync(story, act, of.Seen, ct),
            _ => "The form does not say which bulletin or alert it is about. Look at the page again.",
        };
        if (against is not null) return await RefuseAsync(against, ct);
        Done = words;
        return RedirectToPage();
    }

    private async Task<IActionResult> RefuseAsync(string against, CancellationToken ct)
    {
        Refusal = against;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await OnGetAsync(ct);
        return Page();
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
