using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Schedule.Calendar;

/// <summary>Gives a planned story another day, where scripts do not run.</summary>
[Needs(Permission.WriteStories)]
internal sealed class MovePlannedPage(NewsDb db, Embargoes plans, Site site) : MovePage
{
    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) is { } form ? Show(form) : NotFound();

    /// <summary>Gives it the day, or frees it of it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? day, bool free, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } form) return NotFound();
        DateOnly? chosen = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        var refusal = !free && chosen is null ? "Choose a day, such as 2026-10-24." : RefusalOf(await plans.PlanAsync(id, free ? null : chosen, ct));
        if (refusal is not null) return Refuse(form with { Day = day ?? "", Refusal = refusal });
        Done = free ? $"“{form.Title}” is off the calendar." : $"“{form.Title}” is planned for {SpokenTimes.Day(chosen!.Value, site.Culture)}.";
        return Redirect($"/newsroom/calendar{(free ? null : $"?from={CalendarPage.Machine(chosen!.Value)}")}");
    }

    private async Task<MoveForm?> FindAsync(Guid id, CancellationToken ct) =>
        await db.Articles.AsNoTracking().Where(a => a.Id == id && a.PlannedDay != null).Select(a => new { a.Headline, Day = a.PlannedDay!.Value }).FirstOrDefaultAsync(ct) is { } found
            ? new(HeadlineWords.Of(found.Headline), $"It is planned for {SpokenTimes.Day(found.Day, site.Culture)}.", CalendarPage.Machine(found.Day), null)
            : null;
}
