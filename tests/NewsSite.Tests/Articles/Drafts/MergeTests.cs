using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Tests.Articles.Drafts;

public sealed class MergeTests
{
    [Theory]
    [InlineData("a b c", "a=1 b c", "a b c=2", "a=1 b c=2")]
    [InlineData("a b c", "a c", "a b c=2", "a c=2")]
    [InlineData("a b c", "b a c", "a b c=2", "b a c=2")]
    [InlineData("a b c d", "b a c d", "a b d c", "b a d c")]
    [InlineData("a b", "a mine b", "a theirs b", "a theirs mine b")]
    [InlineData("a b", "mine a b", "theirs a b", "theirs mine a b")]
    [InlineData("a b", "a b mine more", "a b theirs", "a b theirs mine more")]
    [InlineData("a b c", "a mine c", "a b=2 c theirs", "a mine c theirs", "b")]
    [InlineData("a b", "a mine b", "b a", "b a mine")]
    [InlineData("", "mine", "theirs", "theirs mine")]
    [InlineData("a b c", "a b c", "", "")]
    public void Changes_go_together(string from, string yours, string theirs, string expected, string conflicts = "")
    {
        var merge = Of(from, yours, theirs);

        Assert.Equal(conflicts, string.Join(' ', merge.Conflicts.Select(c => c.Key)));
        Assert.Equal(conflicts.Length > 0 ? expected.Replace("mine", "b=2 mine", StringComparison.Ordinal) : expected, ADraft.Told(merge.Content));
    }

    [Fact]
    public void A_block_that_both_have_changed_shows_both_and_what_they_made_of_it_stands()
    {
        var merge = Of("a b", "a=1 b", "a=2 b");

        var conflict = Assert.Single(merge.Conflicts);
        Assert.Equal((ConflictKind.Block, "a"), (conflict.Kind, conflict.Key));
        Assert.Equal(["a", "1", "2"], new[] { conflict.Base, conflict.Yours, conflict.Theirs }.Select(b => ADraft.Text((BlockText)b!)));
        Assert.Equal("a=2 b", ADraft.Told(merge.Content));
    }

    [Theory]
    [InlineData("b", "a=2 b", "a=2 b")]
    [InlineData("a=2 b", "b", "b")]
    public void A_block_that_one_has_removed_and_the_other_changed_is_a_conflict(string yours, string theirs, string stands)
    {
        var merge = Of("a b", yours, theirs);

        var conflict = Assert.Single(merge.Conflicts);
        Assert.Equal(yours == "b", conflict.Yours is null);
        Assert.Equal(theirs == "b", conflict.Theirs is null);
        Assert.Equal(stands, ADraft.Told(merge.Content));
    }

    [Fact]
    public void A_block_that_both_have_moved_elsewhere_is_a_conflict_of_order()
    {
        var merge = Of("a b c d e", "b c a d e", "b c d e a");

        var conflict = Assert.Single(merge.Conflicts);
        Assert.Equal((ConflictKind.Order, "blocks"), (conflict.Kind, conflict.Key));
        Assert.Equal("b c d e a", ADraft.Told(merge.Content));
    }

    [Fact]
    public void Two_new_blocks_with_one_id_both_stay_and_yours_gets_another()
    {
        var merge = Of("a", "a new=mine", "a new=theirs");

        Assert.Empty(merge.Conflicts);
        Assert.Equal(["a", "theirs", "mine"], merge.Content.Blocks.Select(ADraft.Text));
        Assert.Equal("new", merge.Content.Blocks[1].Id);
        Assert.NotEqual("new", merge.Content.Blocks[2].Id);
    }

    [Fact]
    public void Fields_go_together_and_a_list_is_one_field()
    {
        var start = ADraft.Of("a") with { Headline = "Pier", Topics = ["coast"], Bylines = ["ada-quill"] };

        var merge = Merge.Of(start, start with { Headline = "Pier gone", Topics = ["coast", "council"] }, start with { Standfirst = "It is gone.", Topics = ["council"] });

        Assert.Equal(("Pier gone", "It is gone."), (merge.Content.Headline, merge.Content.Standfirst));
        var conflict = Assert.Single(merge.Conflicts);
        Assert.Equal((ConflictKind.Field, "topics"), (conflict.Kind, conflict.Key));
    }

    [Fact]
    public void The_order_of_fields_and_the_form_of_numbers_are_no_change()
    {
        var stored = new BlockText("t", """{ "v": 99.0e0, "type": "tide-table", "id": "t", "high": [1.50] }""");
        var start = DraftContent.Empty with { Blocks = [stored] };
        var sent = (start with { Blocks = [new("t", """{"type":"tide-table","id":"t","v":99,"high":[1.5]}""")] }).KeepingBytesOf(start);

        Assert.Equal(stored.Json, Merge.Of(start, sent, start).Content.Blocks[0].Json);
    }

    private static Merged Of(string from, string yours, string theirs) => Merge.Of(Story(from), Story(yours), Story(theirs));

    private static DraftContent Story(string blocks) => ADraft.Of(blocks.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
