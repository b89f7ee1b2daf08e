namespace NewsSite.Web.Search;

/// <summary>One thing to look for.</summary>
/// <param name="Forms">Words or phrases, any of which will do.</param>
/// <param name="Marks">Marks, from <see cref="SearchMark"/>, any of which will do as well.</param>
internal sealed record SearchTerm(IReadOnlyList<WordGroup> Forms, IReadOnlyList<string> Marks)
{
    /// <summary>What has one mark.</summary>
    public static SearchTerm Marked(string mark) => new([], [mark]);
}

/// <summary>What an engine is asked. Each database turns it into its own language.</summary>
/// <param name="Any">A story has to have one of these; the more and the rarer it has, the higher it stands. Empty: nothing is asked for by words.</param>
/// <param name="All">A story has to have each of these.</param>
/// <param name="Without">A story must have none of these.</param>
internal sealed record SearchPlan(IReadOnlyList<SearchTerm> Any, IReadOnlyList<SearchTerm> All, IReadOnlyList<SearchTerm> Without)
{
    /// <summary>The lowest number of a story; null for no limit.</summary>
    public long? From { get; init; }

    /// <summary>The number that stories stay below; null for no limit.</summary>
    public long? Until { get; init; }

    /// <summary>Whether a story has to have each of <see cref="Any"/> as well.</summary>
    public bool NeedsEvery { get; init; }

    /// <summary>What it asks of a story, told by <see cref="All"/> alone where every word is needed.</summary>
    public SearchPlan Whole => NeedsEvery ? this with { Any = [], All = [.. Any, .. All] } : this;

    /// <summary>The words as a phrase, for stories that have them side by side; null when there are not several.</summary>
    public WordGroup? SideBySide => Any.Count > 1 && Any.All(t => t.Forms.Count > 0) ? new([.. Any.SelectMany(t => t.Forms[0].Parts)]) : null;

    /// <summary>The same, and a story has to have this too.</summary>
    public SearchPlan And(SearchTerm? term) => term is null ? this : this with { All = [.. All, term] };

    /// <summary>What has a term, and nothing else is asked.</summary>
    public static SearchPlan Of(SearchTerm term) => new([term], [], []);
}
