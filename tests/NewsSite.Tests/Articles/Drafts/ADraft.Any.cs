using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Tests.Articles.Drafts;

/// <content>Generators of content and of what people make of it.</content>
internal static partial class ADraft
{
    private static readonly string[] Names = ["lead", "walls", "quote", "chart", "end", "more", "less", "last"];

    /// <summary>Some content.</summary>
    public static Gen<DraftContent> Any =>
        from headline in Words
        from standfirst in Words
        from kind in Gen.Elements(Enum.GetValues<ArticleKind>())
        from topics in Gen.SubListOf("council", "coast", "health")
        from ids in Gen.SubListOf(Names)
        from order in Gen.Shuffle(ids.ToArray())
        from texts in Words.ListOf(order.Length)
        select DraftContent.Empty with { Kind = kind, Headline = headline, Standfirst = standfirst, Topics = [.. topics], Blocks = [.. order.Zip(texts, (id, text) => Block(id, text))] };

    /// <summary>What somebody makes of it: words changed, blocks removed, moved and added.</summary>
    public static Gen<DraftContent> EditOf(DraftContent start) =>
        from other in Any
        from fields in Gen.Choose(0, 7)
        from kept in Gen.SubListOf(start.Blocks.ToArray())
        from changed in Gen.Choose(0, 3).ListOf(kept.Count)
        from isMoved in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
        from order in isMoved ? Gen.Shuffle(kept.ToArray()) : Gen.Constant(kept.ToArray())
        from added in Gen.SubListOf("new-1", "new-2", "new-3")
        from texts in Words.ListOf(3)
        from places in Gen.Choose(0, 9).ListOf(3)
        select start with
        {
            Headline = (fields & 1) != 0 ? other.Headline : start.Headline,
            Standfirst = (fields & 2) != 0 ? other.Standfirst : start.Standfirst,
            Topics = (fields & 4) != 0 ? other.Topics : start.Topics,
            Blocks = With([.. order.Zip(changed, (b, n) => n == 0 ? Block(b.Id, Text(b) + "!") : b)], [.. added.Zip(texts, Block)], places),
        };

    public static Gen<(DraftContent From, DraftContent Yours, DraftContent Theirs)> Two =>
        from start in Any
        from yours in EditOf(start)
        from theirs in EditOf(start)
        select (start, yours, theirs);

    private static Gen<string> Words => Gen.Elements("storm", "pier", "“gone”", "quay\n\nharbour", "£2m");

    private static List<BlockText> With(List<BlockText> blocks, BlockText[] added, IEnumerable<int> places)
    {
        foreach (var (block, place) in added.Zip(places)) blocks.Insert(Math.Min(place, blocks.Count), block);
        return blocks;
    }
}
