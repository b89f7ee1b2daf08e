namespace NewsSite.Web.Articles.Notes;

/// <summary>Where a passage stands in a story.</summary>
/// <param name="Block">The block; <see cref="StoryWords.Head"/> for headline and standfirst.</param>
/// <param name="Start">Where it begins in the block's words.</param>
/// <param name="Length">Its characters.</param>
internal readonly record struct Place(string Block, int Start, int Length);

/// <summary>
/// Finds the passage of a note again after the story was changed. Better a note that says it has lost its place than one that stands at other words:
/// the same words elsewhere count only where they are new there.
/// </summary>
internal static class PassageSearch
{
    private const double Most = .5;
    private const double Some = .25;
    private const int TellingContext = 16;
    private const int TellingLength = 20;

    /// <summary>Finds a passage by its words and what stands around them.</summary>
    /// <param name="story">The story.</param>
    /// <param name="block">Where it stood; null when that is not known.</param>
    /// <param name="passage">The passage.</param>
    public static Place? Find(StoryWords story, string? block, Passage passage)
    {
        if (block is not null && story.In(block) is { } words)
        {
            if (Best(words, passage) is var (start, _)) return new(block, start, passage.Exact.Length);
            if (Between(words, passage) is var (from, to)) return new(block, from, to - from);
        }
        return (from other in story.Blocks
                where other != block
                let best = Best(story.In(other)!, passage)
                where best is not null && (best.Value.Around >= TellingContext || passage.Exact.Length >= TellingLength)
                orderby best.Value.Around descending
                select (Place?)new Place(other, best.Value.Start, passage.Exact.Length)).FirstOrDefault();
    }

    /// <summary>Follows a passage from one revision to a later one.</summary>
    /// <param name="before">The story as it was.</param>
    /// <param name="now">The story as it is.</param>
    /// <param name="place">Where the passage stood.</param>
    /// <param name="passage">The passage as it was.</param>
    public static Place? Follow(StoryWords before, StoryWords now, Place place, Passage passage)
    {
        var mapped = now.In(place.Block) is { } words && before.In(place.Block) is { } old ? Map(old, words, place, passage) : null;
        if (mapped is { Kept: >= Most }) return mapped.Value.Place;
        return Moved(before, now, place, passage) ?? (mapped is { Kept: 0 or >= Some } ? mapped.Value.Place : null);
    }

    private static (Place Place, double Kept)? Map(string before, string now, Place place, Passage passage)
    {
        if (before == now) return (place, 1);
        if (WordAlignment.Of(before, now).Map(place.Start, place.Length) is not var (start, end, kept)) return null;
        // In words that repeat themselves there is more than one way to compare: where the passage still stands whole, there it is.
        var whole = Every(now, passage.Exact).Where(at => at < end && at + passage.Exact.Length > start).OrderByDescending(at => passage.SameAround(now, at)).ToList();
        return whole.Count > 0 ? (new(place.Block, whole[0], passage.Exact.Length), 1) : (new(place.Block, start, end - start), kept);
    }

    private static Place? Moved(StoryWords before, StoryWords now, Place place, Passage passage)
    {
        Place? found = null;
        var most = -1;
        foreach (var block in now.Blocks)
        {
            var words = now.In(block)!;
            var places = Every(words, passage.Exact).ToList();
            var stood = before.In(block) is { } old ? Every(old, passage.Exact).Count() - (block == place.Block ? 1 : 0) : 0;
            if (places.Count <= stood) continue;
            foreach (var at in places)
            {
                var around = passage.SameAround(words, at);
                if (around <= most || (around < TellingContext && passage.Exact.Length < TellingLength)) continue;
                (found, most) = (new(block, at, passage.Exact.Length), around);
            }
        }
        return found;
    }

    private static (int Start, int Around)? Best(string words, Passage passage) =>
        Every(words, passage.Exact).Select(at => ((int, int)?)(at, passage.SameAround(words, at))).MaxBy(p => p!.Value.Item2);

    // The passage was rewritten, and what stood around it is still there.
    private static (int From, int To)? Between(string words, Passage passage)
    {
        var (prefix, suffix) = (passage.Prefix.Trim(), passage.Suffix.Trim());
        if (prefix.Length < TellingContext / 2 || suffix.Length < TellingContext / 2) return null;
        var from = words.IndexOf(prefix, StringComparison.Ordinal) + prefix.Length;
        if (from < prefix.Length || from > words.Length) return null;
        var to = words.IndexOf(suffix, from, StringComparison.Ordinal);
        while (from < to && words[from] == ' ') from++;
        while (to > from && words[to - 1] == ' ') to--;
        return to > from && to - from <= (2 * passage.Exact.Length) + 24 ? (from, to) : null;
    }

    private static IEnumerable<int> Every(string words, string exact)
    {
        for (var at = words.IndexOf(exact, StringComparison.Ordinal); at >= 0; at = words.IndexOf(exact, at + 1, StringComparison.Ordinal)) yield return at;
    }
}
