namespace NewsSite.Web.Jobs.Importing;

/// <summary>A row as the file gives it.</summary>
/// <param name="Number">Its number, as people count.</param>
/// <param name="Values">What is in each column of <see cref="VacancyColumns"/> that the file has; white space around it is gone, and empty ones are left out.</param>
internal sealed record RawRow(int Number, IReadOnlyDictionary<string, string> Values);

/// <summary>A file as rows.</summary>
/// <param name="Rows">The rows that could be read.</param>
/// <param name="Faults">What could not.</param>
internal sealed record RawFile(IReadOnlyList<RawRow> Rows, IReadOnlyList<RowFault> Faults);
