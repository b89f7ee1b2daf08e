namespace NewsSite.Web.Articles.History;

/// <summary>The shortest way from one row of words to another (Myers, “An O(ND) difference algorithm and its variations”, 1986).</summary>
internal static class ShortestEdit
{
    /// <summary>Edits beyond which two texts have so little in common that one is shown in place of the other; its square is what memory is needed for.</summary>
    private const int Most = 1_200;

    public static IReadOnlyList<(SpanKind Kind, string Token)> Of(string[] before, string[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start]) start++;
        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        return
        [
            .. before[..start].Select(t => (SpanKind.Same, t)),
            .. Middle(before[start..^end], after[start..^end]),
            .. before[^end..].Select(t => (SpanKind.Same, t)),
        ];
    }

    private static List<(SpanKind, string)> Middle(string[] before, string[] after)
    {
        var (n, m) = (before.Length, after.Length);
        var most = Math.Min(n + m, Most);
        var reach = new int[(2 * most) + 3]; // how far down each diagonal, from -most to most
        var offset = most + 1;
        var rounds = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            rounds.Add(reach[(offset - d)..(offset + d + 1)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && reach[offset + k - 1] < reach[offset + k + 1]) ? reach[offset + k + 1] : reach[offset + k - 1] + 1;
                while (x < n && x - k < m && before[x] == after[x - k]) x++;
                reach[offset + k] = x;
                if (x >= n && x - k >= m) return Back(before, after, rounds);
            }
        }
        return [.. before.Select(t => (SpanKind.Removed, t)), .. after.Select(t => (SpanKind.Added, t))];
    }

    // Goes the way that was found from its end to its beginning.
    private static List<(SpanKind, string)> Back(string[] before, string[] after, List<int[]> rounds)
    {
        var edits = new List<(SpanKind, string)>();
        var (x, y) = (before.Length, after.Length);
        for (var d = rounds.Count - 1; d >= 0; d--)
        {
            var reach = rounds[d];
            int At(int diagonal) => Math.Abs(diagonal) > d ? -1 : reach[diagonal + d];
            var k = x - y;
            var down = k == -d || (k != d && At(k - 1) < At(k + 1));
            var from = down ? k + 1 : k - 1;
            var (startX, startY) = d == 0 ? (0, 0) : (At(from), At(from) - from);
            for (; x > startX && y > startY; x--, y--) edits.Add((SpanKind.Same, before[x - 1]));
            if (d == 0) break;
            if (down) edits.Add((SpanKind.Added, after[--y]));
            else edits.Add((SpanKind.Removed, before[--x]));
        }
        edits.Reverse();
        return edits;
    }
}
