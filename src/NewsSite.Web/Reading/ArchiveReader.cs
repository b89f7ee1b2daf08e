using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>Finds its way among the months that have stories; each question is a step in the index of months.</summary>
public sealed class ArchiveReader(NewsDb db, Site site)
{
    /// <summary>The latest month with stories, such as 202209; null for a site without stories.</summary>
    public Task<int?> LatestAsync(CancellationToken ct) =>
        db.Articles.Where(a => a.Month != null).OrderByDescending(a => a.Month).Select(a => a.Month).FirstOrDefaultAsync(ct);

    /// <summary>How many stories a month has.</summary>
    public Task<int> CountAsync(int month, CancellationToken ct) => db.Articles.CountAsync(a => a.Month == month, ct);

    /// <summary>The nearest earlier month with stories.</summary>
    public async Task<NavLink?> EarlierAsync(int month, CancellationToken ct) =>
        Link(await db.Articles.Where(a => a.Month < month).OrderByDescending(a => a.Month).Select(a => a.Month).FirstOrDefaultAsync(ct));

    /// <summary>The nearest later month with stories.</summary>
    public async Task<NavLink?> LaterAsync(int month, CancellationToken ct) =>
        Link(await db.Articles.Where(a => a.Month > month).OrderBy(a => a.Month).Select(a => a.Month).FirstOrDefaultAsync(ct));

    /// <summary>The twelve months of a year.</summary>
    public async Task<IReadOnlyList<CalendarMonth>> CalendarAsync(int year, int shown, CancellationToken ct)
    {
        var (first, last) = ((year * 100) + 1, (year * 100) + 12);
        var filled = await db.Articles.Where(a => a.Month >= first && a.Month <= last).Select(a => a.Month!.Value).Distinct().ToListAsync(ct);
        return
        [
            .. from number in Enumerable.Range(1, 12)
               let month = (year * 100) + number
               select new CalendarMonth(site.Culture.DateTimeFormat.GetMonthName(number), filled.Contains(month) ? PathOf(month) : null, month == shown),
        ];
    }

    /// <summary>The month in words, such as "September 2022".</summary>
    public string NameOf(int month) => new DateOnly(month / 100, month % 100, 1).ToString("MMMM yyyy", site.Culture);

    /// <summary>Where a month is.</summary>
    public static string PathOf(int month) => string.Create(CultureInfo.InvariantCulture, $"/archive/{month / 100:0000}/{month % 100:00}");

    private NavLink? Link(int? month) => month is { } m ? new(NameOf(m), PathOf(m)) : null;
}
