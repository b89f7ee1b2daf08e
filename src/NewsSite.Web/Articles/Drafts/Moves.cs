namespace NewsSite.Web.Articles.Drafts;

/// <summary>Tells which blocks were moved.</summary>
internal static class Moves
{
    /// <summary>The fewest blocks that have to move to make one order of the other: those outside a longest row that both have in the same order.</summary>
    /// <param name="from">Ids in the order before.</param>
    /// <param name="to">The same ids in the order after.</param>
    public static HashSet<string> Between(string[] from, string[] to)
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
