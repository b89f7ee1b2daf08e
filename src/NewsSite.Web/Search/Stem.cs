namespace NewsSite.Web.Search;

/// <summary>
/// The stem of an English word by Porter's algorithm (M. F. Porter, “An algorithm for suffix stripping”, Program 14(3), 1980), as SQLite's index has it and PostgreSQL's nearly.
/// The databases stem for themselves; this one says which words of a passage are to be marked.
/// </summary>
internal static class Stem
{
    private static readonly (string Suffix, string To)[] Second =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
        ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string To)[] Third = [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Fourth = ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ou"];

    /// <summary>The stem of a word in small letters.</summary>
    public static string Of(string word)
    {
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower)) return word;
        var w = Plural(word);
        w = Past(w);
        if (w.EndsWith('y') && HasVowel(w[..^1])) w = w[..^1] + "i";
        w = Replaced(w, Second);
        w = Replaced(w, Third);
        w = Stripped(w);
        if (w.EndsWith('e') && (Measure(w[..^1]) > 1 || (Measure(w[..^1]) == 1 && !EndsShort(w[..^1])))) w = w[..^1];
        return w.EndsWith("ll", StringComparison.Ordinal) && Measure(w[..^1]) > 1 ? w[..^1] : w;
    }

    private static string Plural(string w) => w switch
    {
        _ when Ends(w, "sses") || Ends(w, "ies") => w[..^2],
        _ when Ends(w, "ss") || !Ends(w, "s") => w,
        _ => w[..^1],
    };

    private static string Past(string w)
    {
        if (Ends(w, "eed")) return Measure(w[..^3]) > 0 ? w[..^1] : w;
        var stem = Ends(w, "ed") && HasVowel(w[..^2]) ? w[..^2] : Ends(w, "ing") && HasVowel(w[..^3]) ? w[..^3] : null;
        if (stem is null) return w;
        if (Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz")) return stem + "e";
        if (stem.Length > 1 && stem[^1] == stem[^2] && !IsVowel(stem, stem.Length - 1) && stem[^1] is not ('l' or 's' or 'z')) return stem[..^1];
        return Measure(stem) == 1 && EndsShort(stem) ? stem + "e" : stem;
    }

    private static string Replaced(string w, (string Suffix, string To)[] rules)
    {
        foreach (var (suffix, to) in rules)
            if (Ends(w, suffix)) return Measure(w[..^suffix.Length]) > 0 ? w[..^suffix.Length] + to : w;
        return w;
    }

    private static string Stripped(string w)
    {
        foreach (var suffix in Fourth)
        {
            if (!Ends(w, suffix)) continue;
            var stem = w[..^suffix.Length];
            return Measure(stem) > 1 && (suffix != "ion" || stem[^1] is 's' or 't') ? stem : w;
        }
        return w;
    }

    // How often vowels are followed by consonants.
    private static int Measure(string w)
    {
        var count = 0;
        for (var i = 1; i < w.Length; i++)
            if (IsVowel(w, i - 1) && !IsVowel(w, i)) count++;
        return count;
    }

    private static bool HasVowel(string w) => Enumerable.Range(0, w.Length).Any(i => IsVowel(w, i));

    private static bool EndsShort(string w) => w.Length > 2 && !IsVowel(w, w.Length - 3) && IsVowel(w, w.Length - 2) && !IsVowel(w, w.Length - 1) && w[^1] is not ('w' or 'x' or 'y');

    private static bool IsVowel(string w, int at) => w[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (w[at] == 'y' && at > 0 && !IsVowel(w, at - 1));

    private static bool Ends(string w, string suffix) => w.EndsWith(suffix, StringComparison.Ordinal);
}
