using System.Text.RegularExpressions;

namespace NewsSite.Web.Articles.History;

/// <summary>What became of a stretch of text.</summary>
public enum SpanKind
{
    /// <summary>It is in both.</summary>
    Same,

    /// <summary>It is only in the text before.</summary>
    Removed,

    /// <summary>It is only in the text after.</summary>
    Added,
}

/// <summary>A stretch of text.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">Its words.</param>
public sealed record Span(SpanKind Kind, string Text);

/// <summary>Compares texts word by word. Together the same and the removed stretches are the text before, the same and the added ones the text after.</summary>
internal static partial class WordDiff
{
    /// <summary>The stretches, none empty and no two of a kind after each other.</summary>
    public static IReadOnlyList<Span> Of(string before, string after)
    {
        string[] old = Tokens(before), now = Tokens(after);
        var spans = new List<Span>();
        foreach (var (kind, token) in Readable(ShortestEdit.Of(old, now)))
            if (spans.Count > 0 && spans[^1].Kind == kind) spans[^1] = new(kind, spans[^1].Text + token);
            else spans.Add(new(kind, token));
        return spans;
    }

    // Two changed words with only a space in between are one change, removed words first: “red car” for “blue bus”, not word for word in turns.
    private static List<(SpanKind Kind, string Token)> Readable(IReadOnlyList<(SpanKind Kind, string Token)> edits)
    {
        var readable = new List<(SpanKind, string)>(edits.Count);
        for (var i = 0; i < edits.Count;)
        {
            if (edits[i].Kind is SpanKind.Same)
            {
                readable.Add(edits[i++]);
                continue;
            }
            var end = i;
            for (var at = i; at < edits.Count && (edits[at].Kind is not SpanKind.Same || string.IsNullOrWhiteSpace(edits[at].Token)); at++)
                if (edits[at].Kind is not SpanKind.Same) end = at + 1;
            var run = edits.Skip(i).Take(end - i).ToList();
            if (run.Any(e => e.Kind is SpanKind.Removed) && run.Any(e => e.Kind is SpanKind.Added))
            {
                readable.AddRange(run.Where(e => e.Kind is not SpanKind.Added).Select(e => (SpanKind.Removed, e.Token)));
                readable.AddRange(run.Where(e => e.Kind is not SpanKind.Removed).Select(e => (SpanKind.Added, e.Token)));
            }
            else
            {
                readable.AddRange(run);
            }
            i = end;
        }
        return readable;
    }

    private static string[] Tokens(string text) => [.. Token().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}’']+|\s|[^\p{L}\p{M}\p{Nd}\s’']")]
    private static partial Regex Token();
}
