using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Web.Articles.Checks;

/// <summary>A quotation mark without its partner.</summary>
/// <param name="Start">Where the passage to show begins.</param>
/// <param name="Length">Its length.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record UnbalancedMark(int Start, int Length, string Message);

/// <summary>
/// Which words of a text are quoted. In doubt they are: what a quotation is must never be corrected. A quotation may run over several paragraphs, each of which
/// may open anew; one that is never closed counts to the end; one that was never opened counts from the start of its paragraph.
/// </summary>
internal sealed class Quotations
{
    private const string Break = "\n\n";
    private readonly List<(int Start, int End)> _spans = [];
    private readonly List<UnbalancedMark> _unbalanced = [];

    private Quotations(string text)
    {
        FindDouble(text);
        SingleMarks.Find(text, _spans);
    }

    /// <summary>Marks without a partner; only double ones, because ’ is an apostrophe too.</summary>
    public IReadOnlyList<UnbalancedMark> Unbalanced => _unbalanced;

    /// <summary>Of a text in paragraphs with blank lines between them.</summary>
    public static Quotations Of(string text) => new(text);

    /// <summary>Of a prose block, in which paragraphs may be set off as somebody else's words.</summary>
    public static Quotations Of(ProseOutline outline)
    {
        var quotations = new Quotations(outline.Words);
        foreach (var part in outline.Parts.Where(p => p.Kind is ProseKind.Quotation or ProseKind.Code)) quotations._spans.Add((part.Start, part.Start + part.Words.Length));
        return quotations;
    }

    /// <summary>Whether any of these characters is quoted.</summary>
    public bool Touch(int start, int length)
    {
        foreach (var (from, to) in _spans)
            if (start < to && start + length > from) return true;
        return false;
    }

    private void FindDouble(string text)
    {
        var (open, paragraph) = (-1, 0);
        for (var i = text.AsSpan().IndexOfAny("“”\"\n"); i >= 0 && i < text.Length; i = Next(text, i + 1))
        {
            if (text[i] == '\n')
            {
                if (text.AsSpan(i).StartsWith(Break, StringComparison.Ordinal)) paragraph = i + Break.Length;
                continue;
            }
            var opens = text[i] == '“' || (text[i] == '"' && open < 0 && Opens(text, i));
            if (text[i] == '"' && open < 0 && !opens && i > 0 && char.IsAsciiDigit(text[i - 1])) continue; // inches
            if (open >= 0 && i == paragraph && text[i] is '“' or '"') continue; // a long quotation opens each paragraph anew
            if (opens)
            {
                if (open >= 0) Add(text, open, "A quotation mark opens here and never closes. If the source has it so, leave it.", i);
                open = i;
            }
            else if (open >= 0)
            {
                _spans.Add((open, i + 1));
                open = -1;
            }
            else
            {
                _spans.Add((paragraph, i + 1));
                var from = Math.Max(paragraph, i - 30);
                _unbalanced.Add(new(from, i + 1 - from, "A quotation mark closes here that never opened. If the source has it so, leave it."));
            }
        }
        if (open >= 0) Add(text, open, "A quotation mark opens here and never closes. If the source has it so, leave it.", text.Length);
    }

    private void Add(string text, int open, string message, int end)
    {
        _spans.Add((open, end));
        var paragraph = text.IndexOf('\n', open);
        _unbalanced.Add(new(open, Math.Min(30, (paragraph < 0 ? text.Length : paragraph) - open), message));
    }

    private static int Next(string text, int from)
    {
        var next = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny("“”\"\n");
        return next < 0 ? -1 : from + next;
    }

    private static bool Opens(string text, int i) =>
        (i == 0 || char.IsWhiteSpace(text[i - 1]) || "([{‘'—–-/".Contains(text[i - 1], StringComparison.Ordinal)) && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
}
