namespace NewsSite.Web.Comments.Queue;

/// <summary>Finds the passage of a story that a comment is about, by the words that both have. What a comment quotes counts before what it says.</summary>
internal static class CommentedPassage
{
    private const int ShortestWord = 5, FewestShared = 3, FewestQuoted = 2, Longest = 320, Before = 60;

    /// <summary>The passage, a paragraph or what of a long one is around the words; null when the words do not tell.</summary>
    /// <param name="comment">The comment, as it was written.</param>
    /// <param name="paragraphs">The story's paragraphs.</param>
    public static string? Of(string comment, IReadOnlyList<string> paragraphs)
    {
        var quoted = string.Join(' ', comment.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith('>')).Select(l => l.TrimStart('>', ' ')));
        if (quoted.Length >= ShortestWord && paragraphs.FirstOrDefault(p => p.Contains(quoted, StringComparison.OrdinalIgnoreCase)) is { } itself) return Cut(itself, itself.IndexOf(quoted, StringComparison.OrdinalIgnoreCase));
        return Nearest(quoted, paragraphs, FewestQuoted) ?? Nearest(comment, paragraphs, FewestShared);
    }

    // The first of those that share most.
    private static string? Nearest(string words, IReadOnlyList<string> paragraphs, int fewest)
    {
        var wanted = WordsIn(words).Select(w => w.Word).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count < fewest) return null;
        var best = paragraphs.Select(p => (Text: p, Shared: WordsIn(p).Where(w => wanted.Contains(w.Word)).DistinctBy(w => w.Word).ToList())).Where(p => p.Shared.Count >= fewest).OrderByDescending(p => p.Shared.Count).FirstOrDefault();
        return best.Text is null ? null : Cut(best.Text, best.Shared[0].Start);
    }

    private static string Cut(string paragraph, int at)
    {
        if (paragraph.Length <= Longest) return paragraph;
        var from = at <= Before ? 0 : paragraph.IndexOf(' ', at - Before) + 1;
        var to = from + Longest >= paragraph.Length ? paragraph.Length : paragraph.LastIndexOf(' ', from + Longest);
        if (to <= from) to = Math.Min(paragraph.Length, from + Longest);
        return $"{(from > 0 ? "… " : "")}{paragraph[from..to]}{(to < paragraph.Length ? " …" : "")}";
    }

    private static IEnumerable<(string Word, int Start)> WordsIn(string text)
    {
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (from < 0) from = i;
            }
            else if (from >= 0)
            {
                if (i - from >= ShortestWord) yield return (text[from..i].ToLowerInvariant(), from);
                from = -1;
            }
        }
    }
}
