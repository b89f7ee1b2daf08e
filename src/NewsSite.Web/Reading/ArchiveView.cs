using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>A month of the archive.</summary>
/// <param name="Month">The month as readers see it, such as "September 2022".</param>
/// <param name="Total">How many stories it has.</param>
/// <param name="Days">The stories by day, latest first.</param>
/// <param name="Pages">Which page of the month it is, of how many.</param>
/// <param name="Earlier">The nearest earlier month with stories; null for none.</param>
/// <param name="Later">The nearest later month with stories; null for none.</param>
/// <param name="Year">The year shown in the calendar.</param>
/// <param name="Calendar">The twelve months of that year.</param>
/// <param name="Rail">What other features put beside it.</param>
public sealed record ArchiveView(
    string Month, int Total, IReadOnlyList<ArchiveDay> Days, PagesView Pages, NavLink? Earlier, NavLink? Later, int Year, IReadOnlyList<CalendarMonth> Calendar, IReadOnlyList<SlotPart> Rail);

/// <summary>A day of the archive.</summary>
/// <param name="Machine">The value of <c>datetime</c>.</param>
/// <param name="Text">The day as readers see it.</param>
/// <param name="Stories">Latest first.</param>
public sealed record ArchiveDay(string Machine, string Text, IReadOnlyList<Teaser> Stories);

/// <summary>A month of the calendar.</summary>
/// <param name="Name">Such as "September".</param>
/// <param name="Path">Where it is; null when it has no stories.</param>
/// <param name="IsShown">Whether it is the month of this page.</param>
public sealed record CalendarMonth(string Name, string? Path, bool IsShown);
