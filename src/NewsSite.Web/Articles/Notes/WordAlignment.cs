using System.Runtime.InteropServices;

namespace NewsSite.Web.Articles.Notes;

/// <summary>Which words of a text are still there in a later form of it: the fewest words taken out and put in that make one of the other. Capitals do not count.</summary>
internal sealed class WordAlignment
{
    private const int MostSteps = 2_000; // texts that differ by more have little to do with each other
    private readonly List<(int Start, int Length)> _before;
    private readonly List<(int Start, int Length)> _after;
    private readonly int[] _to;
    private readonly string _text;

    private WordAlignment(string before, string after)
    {
        (_before, _after, _text) = (Words(before), Words(after), after);
        _to = new int[_before.Count];
        Array.Fill(_to, -1);
        var (a, b) = Numbers(before, after);
        var head = 0;
        while (head < a.Length && head < b.Length && a[head] == b[head]) _to[head] = head++;
        var tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)] == b[^(tail + 1)]) _to[a.Length - ++tail] = b.Length - tail;
        Align(a.AsSpan(head..^tail), b.AsSpan(head..^tail), head);
    }

    /// <summary>Compares two forms of a text.</summary>
    public static WordAlignment Of(string before, string after) => new(before, after);

    /// <summary>Where a passage of the earlier form stands in the later one.</summary>
    /// <returns>The place, and how much of the passage was kept, from 0 (all of it was replaced) to 1; null when nothing is left of it.</returns>
    public (int Start, int End, double Kept)? Map(int start, int length)
    {
        var first = _before.FindIndex(w => w.Start + w.Length > start);
        var last = _before.FindLastIndex(w => w.Start < start + length);
        if (first < 0 || last < first) return null;
        var kept = Enumerable.Range(first, last - first + 1).Where(i => _to[i] >= 0).ToList();
        var left = EndOf(Enumerable.Range(0, first).LastOrDefault(i => _to[i] >= 0, -1));
        var right = StartOf(Enumerable.Range(last + 1, _before.Count - last - 1).FirstOrDefault(i => _to[i] >= 0, _before.Count));
        if (kept.Count == 0) return Trim(left, right) is var (from, to) && to - from <= Room(length) ? (from, to, 0) : null;
        // A word at the edge that was replaced: what stands in its place belongs to the passage, but not whatever was put in beside it.
        var (begin, end) = (StartOf(kept[0]), EndOf(kept[^1]));
        if (kept[0] == first) begin += Math.Max(0, start - _before[first].Start);
        else if (Trim(left, begin) is var (wider, _) && begin - wider <= Room(_before[kept[0]].Start - start)) begin = wider;
        if (kept[^1] == last) end -= Math.Max(0, _before[last].Start + _before[last].Length - start - length);
        else if (Trim(end, right) is var (_, further) && further - end <= Room(start + length - _before[kept[^1]].Start)) end = further;
        return begin < end ? (begin, end, (double)kept.Sum(i => _before[i].Length) / Enumerable.Range(first, last - first + 1).Sum(i => _before[i].Length)) : null;
    }

    private static int Room(int length) => (2 * length) + 24;

    private int StartOf(int word) => word >= _before.Count ? _text.Length : _after[_to[word]].Start;

    private int EndOf(int word) => word < 0 ? 0 : _after[_to[word]].Start + _after[_to[word]].Length;

    private (int From, int To)? Trim(int from, int to)
    {
        while (from < to && char.IsWhiteSpace(_text[from])) from++;
        while (to > from && char.IsWhiteSpace(_text[to - 1])) to--;
        return from < to ? (from, to) : null;
    }

    // Eugene Myers, "An O(ND) difference algorithm and its variations", 1986.
    private void Align(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int offset)
    {
        if (a.Length == 0 || b.Length == 0) return;
        var most = Math.Min(a.Length + b.Length, MostSteps);
        var furthest = new int[(2 * most) + 3];
        var history = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            history.Add(furthest[(most + 1 - d)..(most + 2 + d)]);
            for (var k = -d; k <= d; k += 2)
            {
                var i = most + 1 + k;
                var x = k == -d || (k != d && furthest[i - 1] < furthest[i + 1]) ? furthest[i + 1] : furthest[i - 1] + 1;
                while (x < a.Length && x - k < b.Length && a[x] == b[x - k]) x++;
                furthest[i] = x;
                if (x < a.Length || x - k < b.Length) continue;
                Retrace(history, a.Length, b.Length, offset);
                return;
            }
        }
    }

    private void Retrace(List<int[]> history, int x, int y, int offset)
    {
        for (var d = history.Count - 1; d >= 0 && x > 0 && y > 0; d--)
        {
            var (k, row) = (x - y, history[d]);
            var down = d > 0 && (k == -d || (k != d && row[k + d - 1] < row[k + d + 1]));
            var startX = d == 0 ? 0 : down ? row[k + d + 1] : row[k + d - 1] + 1;
            while (x > startX && x > 0 && y > 0) _to[offset + --x] = offset + --y;
            if (d == 0) return;
            if (down) y--;
            else x--;
        }
    }

    private (int[] Before, int[] After) Numbers(string before, string after)
    {
        var known = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return (NumbersOf(before, _before), NumbersOf(after, _after));

        int[] NumbersOf(string text, List<(int Start, int Length)> words)
        {
            var numbers = new int[words.Count];
            for (var i = 0; i < numbers.Length; i++)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, text.Substring(words[i].Start, words[i].Length), out var exists);
                if (!exists) number = known.Count;
                numbers[i] = number;
            }
            return numbers;
        }
    }

    // White space between words is left out: it stands for nothing.
    private static List<(int Start, int Length)> Words(string text)
    {
        var words = new List<(int, int)>();
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            if (char.IsLetterOrDigit(text[start])) while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            if (!char.IsWhiteSpace(text[start])) words.Add((start, i - start));
        }
        return words;
    }
}
