namespace NewsSite.Web.Jobs.Importing;

/// <summary>Vacancies in a file of comma-separated values.</summary>
internal static class VacancyCsv
{
    public static RawFile Read(string text)
    {
        var table = CsvTable.Read(text);
        if (table.Count == 0) return new([], [new(null, null, "it is empty; expected a row of headings and a row for each vacancy.")]);
        var meant = table[0].Cells.Select(VacancyColumns.Meant).ToList();
        var missing = VacancyColumns.Required.Where(column => meant.All(m => m?.Column != column)).ToList();
        if (missing.Count > 0) return new([], [new(1, null, $"there is no column {string.Join(", ", missing.Select(m => $"“{m}”"))}; expected headings such as {string.Join(", ", VacancyColumns.Required)}.")]);
        var (rows, faults) = (new List<RawRow>(), new List<RowFault>());
        foreach (var (number, cells, isOpen) in table.Skip(1))
        {
            if (isOpen) faults.Add(new(number, null, "a quotation mark in it is never closed."));
            else if (cells.Count > meant.Count && cells.Skip(meant.Count).Any(c => c.Length > 0)) faults.Add(new(number, null, $"it has {cells.Count} cells; expected {meant.Count}, as many as there are headings. A cell with a comma needs quotation marks around it."));
            else rows.Add(new(number, Best(meant.Zip(cells))));
        }
        return new(rows, faults);
    }

    /// <summary>For each column what the heading or element gives that names it best and has something in it.</summary>
    internal static Dictionary<string, string> Best(IEnumerable<((string Column, int Rank)? Meant, string Value)> values) =>
        values.Where(v => v.Meant is not null && v.Value.Length > 0).GroupBy(v => v.Meant!.Value.Column, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(v => v.Meant!.Value.Rank).First().Value, StringComparer.Ordinal);
}
