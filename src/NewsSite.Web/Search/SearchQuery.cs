using System.Buffers;

namespace NewsSite.Web.Search;

/// <summary>Words that stand together: one, or several that a hyphen or an apostrophe joins, or a phrase.</summary>
/// <param name="Parts">At least one, as <see cref="SearchTokens"/> makes them.</param>
internal sealed record WordGroup(IReadOnlyList<string> Parts)
{
    /// <summary>The words with a space between them.</summary>
    public string Text { get; } = string.Join(' ', Parts);

    public bool Equals(WordGroup? other) => other is not null && other.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What somebody typed into the search box, read once. Nothing that can be typed is wrong: signs without a meaning are passed over.</summary>
/// <param name="Typed">What was typed, without white space around it, at most <see cref="Longest"/> characters.</param>
/// <param name="Words">The words to look for, of which a story need not have all; small words such as “the” are left out.</param>
/// <param name="Phrases">What stands between quotation marks: a story has to have each.</param>
/// <param name="Without">Words and phrases after a minus: a story must have none.</param>
/// <param name="IsOpen">Whether the last word may be only a beginning.</param>
internal sealed record SearchQuery(string Typed, IReadOnlyList<WordGroup> Words, IReadOnlyList<WordGroup> Phrases, IReadOnlyList<WordGroup> Without, bool IsOpen)
{
    /// <summary>Characters that are read.</summary>
    public const int Longest = 200;

    private const int MostWords = 8, MostPhrases = 4, MostParts = 12;

    private const string Quotes = "\"“”„«»";
    private const string Minuses = "-–−";

    private static readonly SearchValues<char> Closing = SearchValues.Create(Quotes);

    /// <summary>Whether something was typed that can be looked for.</summary>
    public bool Asks => Words.Count + Phrases.Count + Without.Count > 0;

    /// <summary>Every word that may stand in a story, for marking it.</summary>
    public IEnumerable<string> Wanted => Words.Concat(Phrases).SelectMany(w => w.Parts).Distinct(StringComparer.Ordinal);

    /// <summary>Reads what was typed.</summary>
    /// <param name="typed">Anything; null is read as nothing.</param>
    public static SearchQuery Parse(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length > Longest) text = text[..Longest];
        var (words, phrases, without) = (new List<WordGroup>(), new List<WordGroup>(), new List<WordGroup>());
        var isOpen = false;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var isMinus = Minuses.Contains(text[i], StringComparison.Ordinal);
            if (isMinus) i++;
            var isPhrase = i < text.Length && Quotes.Contains(text[i], StringComparison.Ordinal) && text.AsSpan(i + 1).IndexOfAny(Closing) >= 0;
            var end = isPhrase ? i + 1 + text.AsSpan(i + 1).IndexOfAny(Closing) : EndOfWord(text, i);
            string[] parts = [.. SearchTokens.WordsOf(text[i..end]).Take(MostParts)];
            isOpen = !isPhrase && !isMinus && parts.Length > 0;
            i = isPhrase ? end + 1 : end;
            if (parts.Length > 0) Add(new(parts), isMinus ? without : isPhrase ? phrases : words);
        }
        WordGroup[] telling = [.. words.Where(w => w.Parts.Any(p => !SmallWords.Has(p)))];
        isOpen = isOpen && telling.Length > 0 && words.Count > 0 && telling[^1] == words[^1];
        return new(text, [.. telling.Take(MostWords)], [.. phrases.Take(MostPhrases)], [.. without.Take(MostWords)], isOpen && telling.Length <= MostWords);
    }

    // A quotation mark ends a word, so that one that is never closed is passed over.
    private static int EndOfWord(string text, int from)
    {
        var i = from;
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && (i == from || !Quotes.Contains(text[i], StringComparison.Ordinal))) i++;
        return i;
    }

    private static void Add(WordGroup words, List<WordGroup> to)
    {
        if (!to.Contains(words)) to.Add(words);
    }
}
