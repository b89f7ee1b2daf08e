using System.Globalization;

namespace NewsSite.Web.Blocks.Ratings;

/// <summary>
/// Where everything stands in the chart. Across, time runs from 20 % to 88 % of the width; down, each grade has a band of 60 pixels, the best on top.
/// The labels of grades have the left edge to themselves.
/// </summary>
public sealed class RatingsChart
{
    private const int Band = 60;
    private const double Left = 20, Span = 68;

    private RatingsChart(RatingsBlock block, IReadOnlyList<RatingGroup> groups)
    {
        Top = groups.Count > 1 ? 26 : 6;
        Grades = block.Steps;
        Height = Top + Band * Grades.Count;
        var times = groups.SelectMany(g => g.Entries).Select(TimeOf).ToList();
        var (first, last) = (times.Min(), times.Max());
        Groups =
        [
            .. from g in groups
               select new ChartGroup(g.Letter,
               [
                   .. from e in g.Entries
                      let t = TimeOf(e)
                      select new ChartMark(last > first ? Left + Span * (t - first) / (last - first) : 50, Top + block.StepOf(e.Grade!) * Band + 34, e.When!.Value.First.Year, t == last),
               ]),
        ];
        Bounds = [.. Groups.Zip(Groups.Skip(1)).Where(p => p.First.Marks[^1].X < p.Second.Marks[0].X).Select(p => Percent((p.First.Marks[^1].X + p.Second.Marks[0].X) / 2))];
    }

    /// <summary>The scale, best first.</summary>
    public IReadOnlyList<string> Grades { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Where the best grade's band begins, in pixels.</summary>
    public int Top { get; }

    /// <summary>The marks of each framework; lines join only marks of one group.</summary>
    public IReadOnlyList<ChartGroup> Groups { get; }

    /// <summary>Where one framework ended and the next began, as percentages of the width.</summary>
    public IReadOnlyList<string> Bounds { get; }

    /// <summary>Where the bands begin and end, in pixels.</summary>
    public IEnumerable<int> Rules => Enumerable.Range(0, Grades.Count + 1).Select(i => Top + i * Band);

    /// <summary>Lays the chart out; null when there is nothing to draw, or a grade is not on the scale.</summary>
    public static RatingsChart? Of(RatingsBlock block, IReadOnlyList<RatingGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (block.Entries.Any(e => e.Grade is null || block.StepOf(e.Grade) < 0)) return null;
        var dated = groups.Select(g => g with { Entries = [.. g.Entries.Where(e => e.When is not null)] }).Where(g => g.Entries.Count > 0).ToList();
        return dated.Count == 0 ? null : new(block, dated);
    }

    /// <summary>A place across, as SVG writes it.</summary>
    public static string Percent(double x) => x.ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static double TimeOf(Rating entry)
    {
        var day = entry.When!.Value.First;
        return day.Year + (day.DayOfYear - 1) / 365.25;
    }
}

/// <summary>The grades of one framework, earliest first.</summary>
/// <param name="Letter">"A", "B"… when there are several; null for the only one.</param>
/// <param name="Framework">Its name; null when not known.</param>
/// <param name="Entries">Its grades; those without a date come last.</param>
public sealed record RatingGroup(string? Letter, string? Framework, IReadOnlyList<Rating> Entries)
{
    /// <summary>The grades of a block by framework, the earliest framework first.</summary>
    public static IReadOnlyList<RatingGroup> Of(RatingsBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var groups = block.Entries.GroupBy(e => e.Framework ?? block.Framework)
            .Select(g => (g.Key, Entries: g.OrderBy(e => e.When is null).ThenBy(e => e.When).ToList()))
            .OrderBy(g => g.Entries[0].When is null).ThenBy(g => g.Entries[0].When).ToList();
        return [.. groups.Select((g, i) => new RatingGroup(groups.Count > 1 ? ((char)('A' + i % 26)).ToString() : null, g.Key, g.Entries))];
    }

    /// <summary>The grades in a row of words: "A: Inadequate (2015), then Requires improvement (2017)."</summary>
    public string InWords() =>
        $"{(Letter is null ? "" : $"{Letter}: ")}{string.Join(", then ", Entries.Select(e => e.When is { } when ? $"{e.Grade} ({when.First.Year})" : e.Grade))}.";
}

/// <summary>The marks of one framework.</summary>
/// <param name="Letter">"A", "B"… when there are several; null for the only one.</param>
/// <param name="Marks">At least one, earliest first.</param>
public sealed record ChartGroup(string? Letter, IReadOnlyList<ChartMark> Marks);

/// <summary>A mark.</summary>
/// <param name="X">Percentage of the width.</param>
/// <param name="Y">Pixels from the top.</param>
/// <param name="Year">The year written under it.</param>
/// <param name="IsLatest">Whether it is the latest of all.</param>
public sealed record ChartMark(double X, int Y, int Year, bool IsLatest)
{
    /// <summary><see cref="X"/> as SVG writes it.</summary>
    public string Across => RatingsChart.Percent(X);
}
