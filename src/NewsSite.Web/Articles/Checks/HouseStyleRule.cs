using System.Text.RegularExpressions;
using NewsSite.Core.Content;

namespace NewsSite.Web.Articles.Checks;

/// <summary>A rule of the house style.</summary>
/// <param name="Id">Its name, of a–z, 0–9 and hyphens.</param>
/// <param name="Pattern">What it looks for.</param>
/// <param name="Suggestion">What to write instead; null when that depends.</param>
/// <param name="Why">The reason, one sentence.</param>
/// <param name="Source">Where more is said about it, a web address; null for nowhere.</param>
/// <param name="Flags">Sentences in which it must find what stands between [ and ].</param>
/// <param name="Leaves">Sentences in which it must find nothing.</param>
internal sealed record HouseStyleRule(string Id, Regex Pattern, string? Suggestion, string Why, string? Source, IReadOnlyList<string> Flags, IReadOnlyList<string> Leaves)
{
    /// <summary>The longest that one rule may take for one text.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    /// <summary>What the journalist is told.</summary>
    /// <param name="words">The text.</param>
    /// <param name="start">Where it was found.</param>
    public string Message(string words, int start)
    {
        var found = Pattern.Match(words, start);
        return Suggestion is null ? $"“{found.Value}”: {Why}" : $"“{found.Value}”: perhaps “{Cased(found)}”. {Why}";
    }

    /// <summary>Reads a rule; what is wrong with it goes to the file's faults, and null comes back.</summary>
    public static HouseStyleRule? Read(YamlRecord yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var id = yaml.RequiredLine("id");
        var (words, pattern) = (yaml.Texts("words"), yaml.Optional("pattern"));
        var regex = Compile(yaml, words, pattern, yaml.IsYes("case"));
        var rule = (Suggestion: yaml.OneLine("suggest"), Why: yaml.RequiredLine("why"), Source: yaml.WebAddress("source"), Flags: yaml.Texts("flags"), Leaves: yaml.Texts("leaves"));
        yaml.RefuseTheRest();
        if (!Slug.IsSlug(id)) yaml.Fault($"id is “{id}”; expected a–z, 0–9 and hyphens.", yaml.LineOf("id"));
        if ((words.Count == 0) == (pattern is null)) yaml.Fault($"{id} needs either words or a pattern.");
        if (rule.Flags.Count == 0 || rule.Leaves.Count == 0) yaml.Fault($"{id} needs an example under flags and one under leaves: they are its tests.");
        return regex is null ? null : new(id, regex, rule.Suggestion, rule.Why, rule.Source, rule.Flags, rule.Leaves);
    }

    private static Regex? Compile(YamlRecord yaml, IReadOnlyList<string> words, string? pattern, bool isCased)
    {
        var text = pattern ?? $@"\b(?:{string.Join('|', words.Select(w => string.Join(@"\s+", w.Split(' ').Select(Regex.Escape))))})\b";
        try
        {
            return new(text, RegexOptions.Compiled | RegexOptions.CultureInvariant | (isCased ? RegexOptions.None : RegexOptions.IgnoreCase), Longest);
        }
        catch (ArgumentException e)
        {
            yaml.Fault($"pattern is no regular expression: {e.Message.TrimEnd('.')}.", yaml.LineOf("pattern"));
            return null;
        }
    }

    // A suggestion at the start of a sentence has a capital where the words found have one.
    private string Cased(Match found)
    {
        var (words, better) = (found.Value, found.Result(Suggestion!));
        return char.IsUpper(words[0]) && words.Any(char.IsLower) && char.IsLower(better[0]) && !words.Contains(better, StringComparison.Ordinal) ? char.ToUpperInvariant(better[0]) + better[1..] : better;
    }
}
