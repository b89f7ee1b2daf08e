namespace NewsSite.Web.Articles.Checks;

/// <summary>
/// Quotations in single marks. The mark that closes one is also the apostrophe, so a quotation is taken to reach to the last place in its paragraph,
/// before the next one opens, where it can end.
/// </summary>
internal static class SingleMarks
{
    public static void Find(string text, List<(int Start, int End)> spans)
    {
        if (text.AsSpan().IndexOfAny('‘', '\'') < 0) return;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            var next = Math.Min(text.Length, end + 2);
            FindIn(text, start, end, next < text.Length && Opens(text, next, next), spans);
            start = next;
        }
    }

    private static void FindIn(string text, int start, int end, bool nextOpens, List<(int Start, int End)> spans)
    {
        for (var open = NextOpen(text, start, start, end); open < end;)
        {
            var (limit, close) = (open, -1);
            do
            {
                limit = NextOpen(text, start, limit + 1, end);
                close = LastClose(text, open + 1, limit);
            }
            while (close < 0 && limit < end);
            var goesOn = nextOpens && limit == end && text[end - 1] is not ('’' or '\''); // the next paragraph opens anew
            if (close < 0 || goesOn)
            {
                if (goesOn || text[open] == '‘') spans.Add((open, end)); // a straight one without an end is an apostrophe
                return;
            }
            spans.Add((open, close + 1));
            open = limit;
        }
    }

    private static int NextOpen(string text, int start, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (Opens(text, i, start)) return i;
        return end;
    }

    private static int LastClose(string text, int from, int limit)
    {
        for (var i = limit - 1; i >= from; i--)
            if (text[i] is '’' or '\'' && !char.IsWhiteSpace(text[i - 1]) && (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]))) return i;
        return -1;
    }

    // Not in ’90s, which some programs turn the wrong way.
    private static bool Opens(string text, int i, int start)
    {
        if (text[i] is not ('‘' or '\'')) return false;
        if (i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1]) || (char.IsAsciiDigit(text[i + 1]) && i + 3 < text.Length && char.IsAsciiDigit(text[i + 2]) && text[i + 3] == 's')) return false;
        return i == start || char.IsWhiteSpace(text[i - 1]) || "([{“\"—–-/".Contains(text[i - 1], StringComparison.Ordinal);
    }
}
