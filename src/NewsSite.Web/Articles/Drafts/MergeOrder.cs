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
        HashSet<string> moved = Moved(from, yours), others = Moved(from, theirs);
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

    // The fewest blocks that have to move to make one order of the other: those outside a longest row that both have in the same order.
    private static HashSet<string> Moved(string[] from, string[] to)
    {
        var place = from.Index().ToDictionary(e => e.Item, e => e.Index, StringComparer.Ordinal);
        var (longest, before) = (new int[to.Length], new int[to.Length]);
        var end = -1;
        for (var i = 0; i < to.Length; i++)
        {
            before[i] = -1;
            for (var j = 0; j < i; j++)
                if (place[to[j]] < place[to[i]] && longest[j] >= longest[i]) (longest[i], before[i]) = (longest[j] + 1, j);
            if (end < 0 || longest[i] > longest[end]) end = i;
        }
        var moved = to.ToHashSet(StringComparer.Ordinal);
        for (; end >= 0; end = before[end]) moved.Remove(to[end]);
        return moved;
    }
}
