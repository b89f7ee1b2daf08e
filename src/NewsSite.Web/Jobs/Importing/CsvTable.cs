using System.Text;

namespace NewsSite.Web.Jobs.Importing;

/// <summary>Reads comma-separated values (RFC 4180), as spreadsheets of any country write them: commas, semicolons or tabs between, quotation marks around, lines within.</summary>
internal static class CsvTable
{
    /// <summary>The rows with their numbers; the first are the headings. A quotation mark that never closes ends with the file, which the last row then says.</summary>
    public static IReadOnlyList<(int Number, IReadOnlyList<string> Cells, bool IsOpen)> Read(string text)
    {
        var between = BetweenOf(text);
        var rows = new List<(int, IReadOnlyList<string>, bool)>();
        var (cells, cell, at, number) = (new List<string>(), new StringBuilder(), 0, 1);
        var isQuoted = false;
        while (at < text.Length)
        {
            var c = text[at++];
            if (isQuoted)
            {
                if (c != '"') cell.Append(c);
                else if (at < text.Length && text[at] == '"') cell.Append(text[at++]);
                else isQuoted = false;
            }
            else if (c == '"' && cell.ToString().AsSpan().Trim().IsEmpty) (isQuoted, _) = (true, cell.Clear());
            else if (c == between) EndCell();
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && at < text.Length && text[at] == '\n') at++;
                EndRow(isOpen: false);
            }
            else cell.Append(c);
        }
        if (cell.Length > 0 || cells.Count > 0 || isQuoted) EndRow(isQuoted);
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndRow(bool isOpen)
        {
            EndCell();
            if (cells.Exists(v => v.Length > 0)) rows.Add((number, cells, isOpen));
            (cells, number) = ([], number + 1);
        }
    }

    // The headings tell: none of them has a comma, a semicolon or a tab in it.
    private static char BetweenOf(string text)
    {
        var headings = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var (commas, semicolons, tabs) = (headings.Count(','), headings.Count(';'), headings.Count('\t'));
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
