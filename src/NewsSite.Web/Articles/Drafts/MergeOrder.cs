namespace NewsSite.Web.Articles.Drafts;

/// <summary>Merges the order of blocks: moves of one side, or of both where they moved different blocks, then what each has added, yours after theirs at the same place.</summary>
internal static class MergeOrder
{
    /// <summary>The key of a conflict of order.</summary>
    public const string Key = "blocks";

    public static IReadOnlyList<string> Of(string[] from, string[] yours, string[] theirs, IReadOnlyCollection<string> kept, List<Conflict> conflicts)
    {
        var stays = kept.ToHashSet(StringComparer.Ordinal);
        var common = from.Where(stays.Contains).Intersect(yours, StringComparer.Ordinal).Intersect(theirs, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var order = Common(Only(from), Only(yours), Only(theirs), conflicts);
        var added = new HashSet<string>(StringComparer.Ordinal);
        Insert(order, theirs, stays, added);
        Insert(order, yours, stays, added);
        return order;

        string[] Only(string[] ids) => [.. ids.Where(common.Contains)];
    }

    // Blocks that were there before and still are on both sides.
    private static List<string> Common(string[] from, string[] yours, string[] theirs, List<Conflict> conflicts)
    {
        if (yours.SequenceEqual(from) || yours.SequenceEqual(theirs)) return [.. theirs];
        if (theirs.SequenceEqual(from)) return [.. yours];
        HashSet<string> moved = Moves.Between(from, yours), others = Moves.Between(from, theirs);
        if (moved.Any(id => others.Contains(id) && Before(id, yours) != Before(id, theirs)))
        {
            conflicts.Add(new(ConflictKind.Order, Key, from, yours, theirs));
            return [.. theirs];
        }
        List<string> order = [.. theirs.Where(id => !moved.Contains(id))];
        foreach (var id in yours.Where(moved.Contains)) order.Insert(Before(id, yours) is { } before ? order.IndexOf(before) + 1 : 0, id);
        return order;
    }

    // Puts what is not there yet after the block that it follows on this side, and after what the other side has added at that place.
    private static void Insert(List<string> order, string[] side, HashSet<string> stays, HashSet<string> added)
    {
        var there = order.ToHashSet(StringComparer.Ordinal);
        var own = new HashSet<string>(StringComparer.Ordinal);
        var at = 0;
        foreach (var id in side.Where(stays.Contains))
        {
            if (there.Add(id))
            {
                while (at < order.Count && added.Contains(order[at])) at++;
                order.Insert(at, id);
                own.Add(id);
            }
            at = order.IndexOf(id) + 1;
        }
        added.UnionWith(own);
    }

    private static string? Before(string id, string[] order) => Array.IndexOf(order, id) is > 0 and var at ? order[at - 1] : null;
}
