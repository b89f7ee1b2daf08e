using Microsoft.AspNetCore.Html;
using NewsSite.Core.Blocks;

namespace NewsSite.Web.Search;

/// <summary>A piece of a text, and whether it is one of the words that were looked for.</summary>
/// <param name="Text">The words as written.</param>
/// <param name="IsMarked">Whether readers see it marked.</param>
public readonly record struct PassagePart(string Text, bool IsMarked);

/// <summary>A line of a story with the words that were looked for marked.</summary>
/// <param name="Parts">Its pieces in their order.</param>
public sealed record MarkedWords(IReadOnlyList<PassagePart> Parts)
{
    /// <summary>Whether anything in it is marked.</summary>
    public bool HasMarks => Parts.Any(p => p.IsMarked);

    /// <summary>As HTML: everything escaped, the marked words in <c>mark</c>.</summary>
    public IHtmlContent ToHtml()
    {
        var html = new HtmlContentBuilder();
        foreach (var part in Parts)
            if (part.IsMarked) html.AppendHtml("<mark>").Append(part.Text).AppendHtml("</mark>");
            else html.Append(part.Text);
        return html;
    }
}

/// <summary>Finds and marks, in the words of a story, what was looked for.</summary>
internal sealed class Passages(SearchQuery query)
{
    private const int About = 220, Before = 70;

    private readonly HashSet<string> _stems = [.. query.Wanted.Where(w => !SmallWords.Has(w)).Select(Stem.Of)];
    private readonly HashSet<string> _starts = [.. query.Wanted.Select(w => w[..Math.Min(2, w.Length)])];
    private readonly string? _beginning = query.IsOpen && query.Words[^1].Parts is [{ Length: > 2 } last] ? last : null;

    /// <summary>A line as it is, marked.</summary>
    public MarkedWords Mark(string text) => Marked(text, 0, text.Length, [.. SearchTokens.Of(text).Where(IsWanted)]);

    /// <summary>The passage of a story's blocks that has most of the words; null when they are nowhere in the text.</summary>
    public MarkedWords? Best(IEnumerable<Block> blocks)
    {
        (string Text, List<SearchToken> Hits)? best = null;
        var most = 0;
        foreach (var text in blocks.Where(b => b is not IRepeatsWords).SelectMany(b => b.ToPlainText().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var line = text.ReplaceLineEndings(" ");
            var hits = SearchTokens.Of(line).Where(IsWanted).ToList();
            var different = hits.Select(h => Stem.Of(h.Word)).Distinct(StringComparer.Ordinal).Count();
            if (different > most) (best, most) = ((line, hits), different);
        }
        return best is { } found ? Cut(found.Text, found.Hits) : null;
    }

    // No stem differs from its word in the first two letters, and most words of a text differ there from all that were looked for.
    private bool IsWanted(SearchToken token) => _starts.Contains(token.Word[..Math.Min(2, token.Word.Length)]) && IsOneOf(token);

    private bool IsOneOf(SearchToken token) => _stems.Contains(Stem.Of(token.Word)) || (_beginning is not null && token.Word.StartsWith(_beginning, StringComparison.Ordinal));

    // Around the densest stretch, from word to word.
    private static MarkedWords Cut(string text, List<SearchToken> hits)
    {
        if (text.Length <= About) return Marked(text, 0, text.Length, hits);
        var first = hits.MaxBy(h => (hits.Where(o => o.Start >= h.Start && o.Start + o.Length <= h.Start + About - Before).Select(o => o.Word).Distinct(StringComparer.Ordinal).Count(), -h.Start));
        var from = first.Start <= Before ? 0 : text.IndexOf(' ', first.Start - Before) + 1;
        if (from > first.Start) from = first.Start;
        var to = from + About >= text.Length ? text.Length : text.LastIndexOf(' ', from + About);
        if (to < first.Start + first.Length) to = first.Start + first.Length;
        var cut = Marked(text, from, to, hits);
        return new([.. from > 0 ? [new PassagePart("… ", false)] : Array.Empty<PassagePart>(), .. cut.Parts, .. to < text.Length ? [new PassagePart(" …", false)] : Array.Empty<PassagePart>()]);
    }

    private static MarkedWords Marked(string text, int from, int to, IReadOnlyList<SearchToken> hits)
    {
        var parts = new List<PassagePart>();
        var at = from;
        foreach (var hit in hits.Where(h => h.Start >= from && h.Start + h.Length <= to))
        {
            if (hit.Start > at) parts.Add(new(text[at..hit.Start], false));
            parts.Add(new(text.Substring(hit.Start, hit.Length), true));
            at = hit.Start + hit.Length;
        }
        if (at < to) parts.Add(new(text[at..to], false));
        return new(parts);
    }
}
