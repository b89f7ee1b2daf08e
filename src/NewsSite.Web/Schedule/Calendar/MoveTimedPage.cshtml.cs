using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Schedule.Calendar;

/// <summary>Moves a scheduled publication or withdrawal to another minute, where scripts do not run.</summary>
[Needs(Permission.PublishStories)]
internal sealed class MoveTimedPage(NewsDb db, Scheduling scheduling, Site site, TimeProvider clock) : MovePage
{
    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not var (act, headline)) return NotFound();
        var local = site.Local(act.DueAt).DateTime;
        var wall = WallTime.Of(local);
        return Show(FormOf(act, headline, CalendarPage.Machine(wall.Day), local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Moves it, by the rules of every other place.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? day, string? time, string? occurrence, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not var (act, headline)) return NotFound();
        var minute = new MinuteRequest($"{day} {time}", occurrence).Minute;
        var (refusal, due) = (RefusalOf(await scheduling.MoveAsync(id, minute, ct)), scheduling.FaultOf(minute, out var at) is null ? at : default);
        if (refusal is null)
        {
            Done = $"“{HeadlineWords.Of(headline)}” {(act.Kind is TimedKind.Publish ? "goes live" : "is withdrawn")} on {site.Spoken(due)}.";
            return Redirect($"/newsroom/calendar?from={CalendarPage.Machine(site.Day(due))}");
        }
        return Refuse(FormOf(act, headline, day ?? "", time ?? "") with
        {
            Refusal = refusal,
            Change = minute.At is { Time: not null } wall ? TimeAnswer.Of(wall, null, clock.GetUtcNow(), site.Zone, site.Culture).Change : null,
        });
    }

    private async Task<(TimedAct Act, string Headline)?> FindAsync(Guid id, CancellationToken ct) =>
        await db.TimedActs.AsNoTracking().Open().Where(t => t.Id == id).Join(db.Articles, t => t.ArticleId, a => a.Id, (t, a) => new { t, a.Headline }).FirstOrDefaultAsync(ct) is { } found
            ? (found.t, found.Headline)
            : null;

    private MoveForm FormOf(TimedAct act, string headline, string day, string time) => new(HeadlineWords.Of(headline), (act.Kind, act.Fault) switch
    {
        (TimedKind.Publish, null) => $"It goes live on {site.Spoken(act.DueAt)}.",
        (_, null) => $"It is withdrawn on {site.Spoken(act.DueAt)}.",
        (TimedKind.Publish, var fault) => $"It did not go live on {site.Spoken(act.DueAt)}: {fault}",
        (_, var fault) => $"It was not withdrawn on {site.Spoken(act.DueAt)}: {fault}",
    }, day, time);
}
