using NewsSite.Core.Blocks;
using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Web.Articles.History;

/// <summary>A field that says something else now.</summary>
/// <param name="Label">The name journalists see.</param>
/// <param name="Spans">Its words before and after.</param>
public sealed record FieldChange(string Label, IReadOnlyList<Span> Spans);

/// <summary>What became of a part of a story.</summary>
public enum PartKind
{
    /// <summary>It is the same and in its place.</summary>
    Same,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>The head of a story or one of its blocks, before and after.</summary>
/// <param name="Name">The name journalists see, such as "Statement".</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Move">"moved up" or "moved down"; null when it is in its place.</param>
/// <param name="Fields">The fields that say something else; of a part that is new or gone, all that say something.</param>
public sealed record PartChange(string Name, PartKind Kind, string? Move, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Whether anything became of it.</summary>
    public bool IsChange => Kind is not PartKind.Same || Move is not null;
}

/// <summary>Compares two revisions: the head first, then block by block in the order of the later one, those that are gone where they stood.</summary>
internal sealed class StoryDiff(BlockCatalogue catalogue)
{
    private readonly FieldTexts _texts = new(catalogue);

    public IReadOnlyList<PartChange> Of(DraftContent before, DraftContent after)
    {
        var head = Fields(FieldTexts.OfHead(before), FieldTexts.OfHead(after));
        return [.. head.Count > 0 ? [new PartChange("Headline and details", PartKind.Changed, null, head)] : Array.Empty<PartChange>(), .. Blocks(before.Blocks, after.Blocks)];
    }

    private IEnumerable<PartChange> Blocks(IReadOnlyList<BlockText> before, IReadOnlyList<BlockText> after)
    {
        var (old, now) = (before.ToDictionary(b => b.Id, StringComparer.Ordinal), after.ToDictionary(b => b.Id, StringComparer.Ordinal));
        string[] from = [.. before.Select(b => b.Id).Where(now.ContainsKey)], to = [.. after.Select(b => b.Id).Where(old.ContainsKey)];
        var moved = Moves.Between(from, to);
        foreach (var id in Order(before, after, now))
        {
            if (!old.TryGetValue(id, out var was)) yield return new(_texts.NameOf(now[id]), PartKind.Added, null, Fields([], _texts.Of(now[id])));
            else if (!now.TryGetValue(id, out var block)) yield return new(_texts.NameOf(was), PartKind.Removed, null, Fields(_texts.Of(was), []));
            else
            {
                var move = !moved.Contains(id) ? null : Array.IndexOf(to, id) < Array.IndexOf(from, id) ? "moved up" : "moved down";
                var isSame = was.Says(block);
                yield return new(_texts.NameOf(block), isSame ? PartKind.Same : PartKind.Changed, move, isSame ? [] : Fields(_texts.Of(was), _texts.Of(block)));
            }
        }
    }

    private static List<string> Order(IReadOnlyList<BlockText> before, IReadOnlyList<BlockText> after, Dictionary<string, BlockText> now)
    {
        List<string> order = [.. after.Select(b => b.Id)];
        var at = 0;
        foreach (var id in before.Select(b => b.Id))
        {
            if (!now.ContainsKey(id)) order.Insert(at, id);
            at = order.IndexOf(id) + 1;
        }
        return order;
    }

    private static List<FieldChange> Fields(IReadOnlyList<FieldText> before, IReadOnlyList<FieldText> after)
    {
        var labels = before.Concat(after).Select(f => f.Label).Distinct(StringComparer.Ordinal);
        return
        [
            .. from label in labels
               let was = before.FirstOrDefault(f => f.Label == label)
               let field = after.FirstOrDefault(f => f.Label == label)
               let old = was?.Text ?? ""
               let now = field?.Text ?? ""
               where old != now
               select new FieldChange(label, (field ?? was)!.IsName ? Whole(old, now) : WordDiff.Of(old, now)),
        ];
    }

    private static Span[] Whole(string old, string now) =>
        [.. new Span[] { new(SpanKind.Removed, old), new(SpanKind.Added, now) }.Where(s => s.Text.Length > 0)];
}
