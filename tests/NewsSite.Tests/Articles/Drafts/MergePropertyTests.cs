using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Tests.Articles.Drafts;

/// <summary>What holds for any two people's changes.</summary>
public sealed class MergePropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void What_only_one_has_changed_is_as_they_made_it() => ForAll((from, yours, theirs) =>
        Is(Merge.Of(from, yours, from), yours) && Is(Merge.Of(from, from, theirs), theirs));

    [Fact]
    public void What_both_have_changed_alike_is_no_conflict() => ForAll((from, yours, _) => Is(Merge.Of(from, yours, yours), yours));

    [Fact]
    public void Every_block_that_either_has_added_is_there_with_its_words() => ForAll((from, yours, theirs) =>
    {
        var known = from.Blocks.Select(b => b.Id).ToHashSet();
        var there = Merge.Of(from, yours, theirs).Content.Blocks.Select(ADraft.Text).ToList();
        return yours.Blocks.Concat(theirs.Blocks).Where(b => !known.Contains(b.Id)).All(b => there.Contains(ADraft.Text(b)));
    });

    [Fact]
    public void No_block_is_lost_that_nobody_removed_and_none_comes_back_that_somebody_did() => ForAll((from, yours, theirs) =>
    {
        var merge = Merge.Of(from, yours, theirs);
        var there = merge.Content.Blocks.Select(b => b.Id).ToHashSet();
        var open = merge.Conflicts.Where(c => c.Kind is ConflictKind.Block).Select(c => c.Key).ToHashSet();
        return from.Blocks.Select(b => b.Id).Where(id => !open.Contains(id)).All(id => there.Contains(id) == (Has(yours, id) && Has(theirs, id)));
    });

    [Fact]
    public void No_id_is_there_twice() => ForAll((from, yours, theirs) =>
    {
        var ids = Merge.Of(from, yours, theirs).Content.Blocks.Select(b => b.Id).ToList();
        return ids.Count == ids.Distinct().Count();
    });

    [Fact]
    public void There_is_no_conflict_about_what_only_one_has_changed() => ForAll((from, yours, theirs) =>
        Merge.Of(from, yours, theirs).Conflicts.Where(c => c.Kind is ConflictKind.Block).All(c => !Same(from, yours, c.Key) && !Same(from, theirs, c.Key) && !Same(yours, theirs, c.Key)));

    [Fact]
    public void Both_sides_meet_the_same_conflicts() => ForAll((from, yours, theirs) =>
        Keys(Merge.Of(from, yours, theirs)).SequenceEqual(Keys(Merge.Of(from, theirs, yours))));

    [Fact]
    public void Each_side_keeps_the_order_of_what_the_other_has_not_moved() => ForAll((from, yours, theirs) =>
    {
        var merged = Merge.Of(from, yours with { Blocks = [.. from.Blocks.Where(b => Has(yours, b.Id)), .. yours.Blocks.Where(b => !Has(from, b.Id))] }, theirs);
        var order = merged.Content.Blocks.Select(b => b.Id).Where(id => Has(theirs, id)).ToList();
        return order.SequenceEqual(theirs.Blocks.Select(b => b.Id).Where(order.Contains));
    });

    [Fact]
    public void Saving_the_same_once_more_changes_nothing() => ForAll((from, yours, theirs) =>
    {
        var once = Merge.Of(from, yours, theirs);
        return once.Conflicts.Count > 0 || Merge.Of(theirs, once.Content, theirs).Content.Says(once.Content);
    });

    private static void ForAll(Func<DraftContent, DraftContent, DraftContent, bool> holds) =>
        Prop.ForAll(ADraft.Two.ToArbitrary(), two => holds(two.From, two.Yours, two.Theirs)).Check(Often);

    private static bool Is(Merged merge, DraftContent expected) => merge.Conflicts.Count == 0 && merge.Content.Says(expected);

    private static bool Has(DraftContent content, string id) => content.Blocks.Any(b => b.Id == id);

    private static bool Same(DraftContent one, DraftContent other, string id) =>
        Has(one, id) == Has(other, id) && (!Has(one, id) || one.Blocks.First(b => b.Id == id).Says(other.Blocks.First(b => b.Id == id)));

    private static IEnumerable<string> Keys(Merged merge) => merge.Conflicts.Select(c => $"{c.Kind} {c.Key}").Order(StringComparer.Ordinal);
}
