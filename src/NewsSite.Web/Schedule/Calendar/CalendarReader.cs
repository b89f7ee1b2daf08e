using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Schedule.Calendar;

/// <summary>Reads what is on the calendar's days. Each query is a range of an index, however large the archive.</summary>
internal sealed class CalendarReader(NewsDb db, Site site, ICurrentAccount who, TimeProvider clock)
{
    /// <summary>Stories of one kind that are shown at most.</summary>
    public const int Most = 500;

    /// <summary>The days, and whether there was more on them than is shown.</summary>
    public async Task<(IReadOnlyList<CalendarDay> Days, bool IsCut)> ReadAsync(CalendarRange range, CancellationToken ct)
    {
        var (start, end) = (site.StartOf(range.Begin).ToUniversalTime(), site.StartOf(range.End).ToUniversalTime());
        List<CalendarEntry>[] kinds =
        [
            await TimedAsync(TimedStatus.Waiting, start, end, ct), await TimedAsync(TimedStatus.Failed, start, end, ct),
            await EmbargoesAsync(start, end, ct), await PlannedAsync(range, ct), await LiveAsync(start, end, ct),
        ];
        var byDay = kinds.SelectMany(k => k).ToLookup(e => e.Day);
        return ([.. range.Days.Select(day => new CalendarDay(day, [.. byDay[day].OrderBy(e => e.At ?? default).ThenBy(e => e.Kind).ThenBy(e => e.Headline, StringComparer.Ordinal)], site.ClocksOn(day)))],
            kinds.Any(k => k.Count == Most));
    }

    /// <summary>How many stories were refused at their minute and wait for somebody, on whatever day.</summary>
    public Task<int> FailedAsync(CancellationToken ct) => db.TimedActs.CountAsync(a => a.Status == TimedStatus.Failed, ct);

    private async Task<List<CalendarEntry>> TimedAsync(TimedStatus status, DateTimeOffset start, DateTimeOffset end, CancellationToken ct)
    {
        var rows = await db.TimedActs.AsNoTracking().Where(t => t.Status == status && t.DueAt >= start && t.DueAt < end).OrderBy(t => t.DueAt).ThenBy(t => t.Id).Take(Most)
            .Join(db.Articles, t => t.ArticleId, a => a.Id, (t, a) => new { t.Id, t.Kind, t.DueAt, t.Fault, t.MadeBy, t.ArticleId, a.Headline, a.State, IsLive = a.LiveId != null }).ToListAsync(ct);
        var mayMove = who.May(Permission.PublishStories);
        return [.. rows.Select(r => At(r.Kind is TimedKind.Publish ? EntryKind.Publication : EntryKind.Withdrawal, r.ArticleId, r.Headline, r.State, r.DueAt) with
        {
            Timed = r.Id, IsUpdate = r.IsLive, Fault = r.Fault, MadeBy = r.MadeBy, MovePath = mayMove ? $"/newsroom/calendar/timed/{r.Id}" : null,
        })];
    }

    // One that has ended is no news any more, nor is that of a story which readers see.
    private async Task<List<CalendarEntry>> EmbargoesAsync(DateTimeOffset start, DateTimeOffset end, CancellationToken ct)
    {
        var from = start < clock.GetUtcNow() ? clock.GetUtcNow() : start;
        var rows = await db.Articles.AsNoTracking().Where(a => a.EmbargoUntil >= from && a.EmbargoUntil < end && a.LiveId == null).OrderBy(a => a.EmbargoUntil).Take(Most)
            .Select(a => new { a.Id, a.Headline, a.State, a.EmbargoUntil }).ToListAsync(ct);
        return [.. rows.Select(r => At(EntryKind.EmbargoEnd, r.Id, r.Headline, r.State, r.EmbargoUntil!.Value))];
    }

    private async Task<List<CalendarEntry>> PlannedAsync(CalendarRange range, CancellationToken ct)
    {
        var (begin, end) = (range.Begin, range.End);
        var rows = await db.Articles.AsNoTracking().Where(a => a.PlannedDay >= begin && a.PlannedDay < end && a.LiveId == null && a.State != ArticleState.Withdrawn)
            .OrderBy(a => a.PlannedDay).Take(Most).Select(a => new { a.Id, a.Headline, a.State, a.PlannedDay, IsScheduled = a.DueAt != null }).ToListAsync(ct);
        var mayMove = who.May(Permission.WriteStories);
        return [.. rows.Where(r => !r.IsScheduled).Select(r => new CalendarEntry(EntryKind.Planned, r.Id, r.Headline, r.State, r.PlannedDay!.Value, null) { MovePath = mayMove ? $"/newsroom/calendar/planned/{r.Id}" : null })];
    }

    private async Task<List<CalendarEntry>> LiveAsync(DateTimeOffset start, DateTimeOffset end, CancellationToken ct)
    {
        var rows = await db.Articles.AsNoTracking().Where(a => a.State == ArticleState.Live && a.PublishedAt >= start && a.PublishedAt < end).OrderByDescending(a => a.PublishedAt).Take(Most)
            .Select(a => new { a.Id, a.Headline, a.State, a.PublishedAt, a.PublishedWall }).ToListAsync(ct);
        return
        [
            .. rows.Select(r => r.PublishedWall is { } wall && WallTime.Parse(wall) is { Time: null } // only the day is known
                ? new CalendarEntry(EntryKind.Live, r.Id, r.Headline, r.State, site.Day(r.PublishedAt!.Value), null)
                : At(EntryKind.Live, r.Id, r.Headline, r.State, r.PublishedAt!.Value)),
        ];
    }

    private CalendarEntry At(EntryKind kind, Guid article, string headline, ArticleState state, DateTimeOffset at)
    {
        var local = site.Local(at);
        var wall = WallTime.Of(local.DateTime);
        return new(kind, article, headline, state, wall.Day, at)
        {
            Clock = local.ToString("H:mm", site.Culture),
            Time = local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            IsSecond = wall.IsTwiceIn(site.Zone) && wall.InZone(site.Zone) != at,
        };
    }
}
