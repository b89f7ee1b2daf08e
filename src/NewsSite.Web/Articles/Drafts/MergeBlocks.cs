using NewsSite.Core.Content;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Merges bodies: which blocks there are and what they say, then their order.</summary>
internal static class MergeBlocks
{
    public static IReadOnlyList<BlockText> Of(IReadOnlyList<BlockText> from, IReadOnlyList<BlockText> yours, IReadOnlyList<BlockText> theirs, List<Conflict> conflicts)
    {
        var (old, others) = (ById(from), ById(theirs));
        yours = Renamed(yours, old, others);
        var mine = ById(yours);
        var kept = new Dictionary<string, BlockText>(StringComparer.Ordinal);
        foreach (var id in from.Concat(theirs).Concat(yours).Select(b => b.Id).Distinct(StringComparer.Ordinal))
            if (One(id, old.Get(id), mine.Get(id), others.Get(id), conflicts) is { } block) kept.Add(id, block);
        return [.. MergeOrder.Of(Ids(from), Ids(yours), Ids(theirs), kept.Keys, conflicts).Select(id => kept[id])];
    }

    // What becomes of one block; null when it goes.
    private static BlockText? One(string id, BlockText? old, BlockText? mine, BlockText? others, List<Conflict> conflicts)
    {
        if (Same(mine, others) || Same(mine, old)) return others;
        if (Same(others, old)) return mine;
        conflicts.Add(new(ConflictKind.Block, id, old, mine, others));
        return others;
    }

    // Two people may have given the same id to two new blocks: yours gets another, and both stay.
    private static IReadOnlyList<BlockText> Renamed(IReadOnlyList<BlockText> yours, Dictionary<string, BlockText> old, Dictionary<string, BlockText> others)
    {
        bool IsTaken(BlockText block) => !old.ContainsKey(block.Id) && others.TryGetValue(block.Id, out var other) && !block.Says(other);

        if (!yours.Any(IsTaken)) return yours;
        var taken = old.Keys.Concat(others.Keys).Concat(yours.Select(b => b.Id)).ToHashSet(StringComparer.Ordinal);
        return [.. yours.Select(b => IsTaken(b) ? b.Named(FreeId(b, taken)) : b)];
    }

    // Made of the block itself, so that saving the same once more gives the same id.
    private static string FreeId(BlockText block, HashSet<string> taken)
    {
        for (var i = 0; ; i++)
            if (BlockIds.Make(block.Json, i) is { } id && taken.Add(id)) return id;
    }

    private static bool Same(BlockText? a, BlockText? b) => (a, b) switch
    {
        (null, null) => true,
        ({ } left, { } right) => left.Says(right),
        _ => false,
    };

    private static Dictionary<string, BlockText> ById(IReadOnlyList<BlockText> blocks) => blocks.ToDictionary(b => b.Id, StringComparer.Ordinal);

    private static BlockText? Get(this Dictionary<string, BlockText> blocks, string id) => blocks.TryGetValue(id, out var block) ? block : null;

    private static string[] Ids(IReadOnlyList<BlockText> blocks) => [.. blocks.Select(b => b.Id)];
}
