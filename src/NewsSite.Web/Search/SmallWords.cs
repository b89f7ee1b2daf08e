using System.Collections.Frozen;

namespace NewsSite.Web.Search;

/// <summary>Words that are in nearly every story and say nothing of what it is about.</summary>
internal static class SmallWords
{
    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
        ("a about after all also am an and any are as at be because been before being but by can could did do does doing for from had has have having he her here hers him his how i if in into is it its just "
            + "me more most my no nor not of off on once only or other our out over own same she should so some such than that the their them then there these they this those through to too under until up "
            + "very was we were what when where which while who whom why will with would you your").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a word, as <see cref="SearchTokens"/> makes it, is one.</summary>
    public static bool Has(string word) => All.Contains(word);
}
