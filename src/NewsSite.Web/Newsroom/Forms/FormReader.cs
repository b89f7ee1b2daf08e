using System.Globalization;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Newsroom.Forms;

/// <summary>Reads a form that somebody has sent; what is wrong is said beside the field.</summary>
/// <param name="values">What was sent.</param>
/// <param name="prefix">What stands before the names of a row's fields; empty for the form itself.</param>
public sealed class FormReader(FormValues values, string prefix = "")
{
    private readonly List<(string Field, string Message)> _faults = [];

    private FormReader(FormValues values, string prefix, List<(string Field, string Message)> faults)
        : this(values, prefix) => _faults = faults;

    /// <summary>What is wrong, in the order of the fields.</summary>
    public IReadOnlyList<(string Field, string Message)> Faults => _faults;

    /// <summary>What was sent.</summary>
    public FormValues Values => values;

    /// <summary>Says that something is wrong with a field.</summary>
    public void Fault(string field, string message) => _faults.Add((prefix + field, message));

    /// <summary>What was typed, white space around it left out; null for nothing.</summary>
    public string? Typed(string field) => values[prefix + field].Trim() is { Length: > 0 } typed ? typed : null;

    /// <summary>A line; null for nothing.</summary>
    public string? Line(string field, int longest)
    {
        var line = Plain.Line(values[prefix + field]);
        if (line?.Length > longest) Fault(field, $"This has {line.Length} characters; {longest} is the most.");
        return line;
    }

    /// <summary>A line that must be there.</summary>
    /// <param name="field">The field.</param>
    /// <param name="what">What is missing when it is empty, such as “the name”.</param>
    /// <param name="longest">Most characters.</param>
    public string RequiredLine(string field, string what, int longest)
    {
        if (Line(field, longest) is { } line) return line;
        Fault(field, $"Write {what}.");
        return "";
    }

    /// <summary>A text of several lines; null for nothing.</summary>
    public string? Text(string field, int longest)
    {
        var text = Plain.Text(values[prefix + field]);
        if (text.Length > longest) Fault(field, $"This has {text.Length} characters; {longest} is the most.");
        return text.Length == 0 ? null : text;
    }

    /// <summary>Lines of their own, none empty, none twice.</summary>
    public IReadOnlyList<string> Lines(string field, int longest, int most)
    {
        string[] lines = [.. Plain.Text(values[prefix + field]).Split('\n').Select(Plain.Line).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (lines.FirstOrDefault(l => l.Length > longest) is { } over) Fault(field, $"“{over[..40]}…” has {over.Length} characters; {longest} is the most.");
        if (lines.Length > most) Fault(field, $"These are {lines.Length} lines; {most} is the most.");
        return lines;
    }

    /// <summary>A date as far as it is known; null for nothing.</summary>
    public PartialDate? Date(string field)
    {
        if (Typed(field) is not { } typed) return null;
        if (PartialDate.TryParse(typed, out var date) && date.First.Year is > 1000 and < 9000) return date;
        if (DateOnly.TryParseExact(typed, ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy"], CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None, out var day)
            && PartialDate.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out date)) return date;
        Fault(field, $"“{typed}” is no date; write one such as 2015, 2017-11 or 2022-09-21.");
        return null;
    }

    /// <summary>A whole number from 1; null for nothing.</summary>
    public int? Count(string field, int most)
    {
        if (Typed(field) is not { } typed) return null;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        Fault(field, $"“{typed}” is no whole number from 1 to {most}.");
        return null;
    }

    /// <summary>A sum of money, with or without commas and a pound sign; null for nothing.</summary>
    public decimal? Amount(string field)
    {
        if (Typed(field) is not { } typed) return null;
        var bare = typed.TrimStart('£', '€', '$').Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (decimal.TryParse(bare, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and < 1_000_000_000m && decimal.Round(amount, 2) == amount) return amount;
        Fault(field, $"“{typed}” is no sum; write one such as 24404 or 12.65.");
        return null;
    }

    /// <summary>An address on the web; null for nothing.</summary>
    public string? WebAddress(string field)
    {
        if (Line(field, 2_000) is not { } typed) return null;
        if (IsWebAddress(typed)) return typed;
        Fault(field, $"“{typed}” is no address on the web; write one that begins with https://.");
        return null;
    }

    /// <summary>Whether a box is ticked.</summary>
    public bool IsYes(string field) => Typed(field) is not null;

    /// <summary>The choice of a list; the first value when nothing that is in it was chosen.</summary>
    public T Choice<T>(string field)
        where T : struct, Enum
    {
        if (Kebab.TryParse<T>(values[prefix + field], out var chosen)) return chosen;
        Fault(field, "Choose one of the list.");
        return default;
    }

    /// <summary>The rows of a field that have something in them. Their faults are those of the form.</summary>
    public IEnumerable<FormReader> Rows(string field) =>
        from row in Enumerable.Range(0, values.RowsOf(field))
        where !values.IsEmpty(field, row)
        select new FormReader(values, $"{prefix}{field}-{row}-", _faults);

    /// <summary>Whether words are an address on the web.</summary>
    public static bool IsWebAddress(string words) => Uri.TryCreate(words, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.Host.Length > 0 && !words.Any(char.IsWhiteSpace);
}
