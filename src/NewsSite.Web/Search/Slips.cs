namespace NewsSite.Web.Search;

/// <summary>How far one word is from another.</summary>
internal static class Slips
{
    /// <summary>The fewest letters to add, leave out, change or swap with their neighbour that turn one word into the other.</summary>
    /// <param name="one">A word.</param>
    /// <param name="other">Another.</param>
    /// <param name="most">When it takes more than these, the answer is one more than these.</param>
    public static int Between(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        Span<int> before = stackalloc int[other.Length + 1], last = stackalloc int[other.Length + 1], now = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return Math.Min(last[other.Length], most + 1);
    }
}
