using System.Globalization;

namespace NewsSite.Benchmarks;

/// <summary>One line of the result.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Bar">What it has to reach; empty for figures that are only told.</param>
/// <param name="IsMet">Whether it does; null where there is no bar.</param>
internal sealed record Figure(string What, string Value, string Bar, bool? IsMet);

/// <summary>The table of what was measured.</summary>
internal sealed class Figures
{
    private readonly List<Figure> _all = [];

    public bool AllMet => _all.TrueForAll(f => f.IsMet is not false);

    /// <summary>A figure that must not be above a bar.</summary>
    public void AtMost(string what, double value, double bar, string unit, string format = "0.00", string note = "") =>
        Add(new(what, With(value, unit, format) + note, "≤ " + With(bar, unit, "0.##"), value <= bar));

    /// <summary>A figure that must not be below a bar.</summary>
    public void AtLeast(string what, double value, double bar, string unit, string format = "0.00", string note = "") =>
        Add(new(what, With(value, unit, format) + note, "≥ " + With(bar, unit, "#,0.##"), value >= bar));

    /// <summary>A figure without a bar.</summary>
    public void Tell(string what, string value) => Add(new(what, value, "", null));

    /// <summary>The table in Markdown.</summary>
    public string ToMarkdown() =>
        "| | Measured | Bar | |\n|-|-|-|-|\n" + string.Concat(_all.Select(f => $"| {f.What} | {f.Value} | {f.Bar} | {f.IsMet switch { true => "met", false => "**not met**", null => "" }} |\n"));

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    public static string Number(double value, string format = "#,0") => value.ToString(format, CultureInfo.InvariantCulture);

    private static string With(double value, string unit, string format) => $"{Number(value, format)}{(unit.Length > 0 ? " " + unit : "")}";

    private void Add(Figure figure)
    {
        _all.Add(figure);
        Console.WriteLine($"{(figure.IsMet switch { true => "met    ", false => "NOT MET", null => "       " })}  {figure.What}: {figure.Value}{(figure.Bar.Length > 0 ? $" ({figure.Bar})" : "")}");
    }
}
