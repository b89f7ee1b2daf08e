namespace NewsSite.Web.Corrections;

/// <summary>A field of several lines in a form, drawn by <c>CorrectionField.cshtml</c>; its error is that of the model state under its name.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Value">What is in it; null for nothing.</param>
internal sealed record CorrectionField(string Name, string Label, string? Value)
{
    /// <summary>What helps to fill it in.</summary>
    public required string Hint { get; init; }

    /// <summary>Most characters.</summary>
    public int Longest { get; init; } = CorrectionWords.Longest;

    /// <summary>Lines that are seen.</summary>
    public int Rows { get; init; } = 3;
}
