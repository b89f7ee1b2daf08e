using System.Globalization;

namespace NewsSite.Web.Jobs.Importing;

/// <summary>What is wrong with a row.</summary>
/// <param name="Row">The row as spreadsheets number it, the headings being row 1; for a feed, the number of the item, from 1. Null for the whole file.</param>
/// <param name="Column">The column, or the element; null for the whole row.</param>
/// <param name="Message">What is there and what was expected.</param>
public sealed record RowFault(int? Row, string? Column, string Message)
{
    /// <summary>As one line.</summary>
    public override string ToString() =>
        string.Concat(Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"row {row}") : "the file", Column is null ? "" : $", {Column}", ": ", Message);
}
