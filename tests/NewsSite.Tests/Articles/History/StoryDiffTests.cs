using FsCheck;
using FsCheck.Fluent;
using NewsSite.Core.Blocks;
using NewsSite.Core.Fields;
using NewsSite.Tests.Blocks;
using NewsSite.Tests.Exchange;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.History;
using NewsSite.Web.Blocks.Embed;
using NewsSite.Web.Blocks.Image;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.Ratings;
using NewsSite.Web.Blocks.Source;
using NewsSite.Web.Blocks.Statement;

namespace NewsSite.Tests.Articles.History;

public sealed class StoryDiffTests
{
    private static readonly StatementBlock Said = new() { Id = "s", Person = "una-pike", Name = "Una Pike", Role = "harbour master", Occasion = "the quay", Words = ["“We will rebuild it.”"] };
    private static readonly ImageBlock Picture = new() { Id = "i", Media = "pier.jpg", Purpose = PicturePurpose.Described, Alt = "The pier", Caption = "In March", Credit = "Ada" };

    public static TheoryData<Block, Block, string> Changes => new()
    {
        { new ProseBlock { Id = "p", Text = "See [it](https://a.example)." }, new ProseBlock { Id = "p", Text = "See [it](https://b.example)." }, "Text: See [it](https://[a]{b}.example)." },
        { Said, Said with { Role = null }, "Role that day: [harbour master]" },
        { Said, Said with { Person = "kofi-thorne", Name = "Kofi Thorne" }, "Person: [una-pike]{kofi-thorne} / Name as given: [Una Pike]{Kofi Thorne}" },
        { Said, Said with { Words = [.. Said.Words, "“Soon.”"] }, "Words: “We will rebuild it.”{\n\n“Soon.”}" },
        { Picture, Picture with { Alt = "The broken pier" }, "Description: The {broken }pier" },
        { Picture, Picture with { Purpose = PicturePurpose.Decorative, Credit = null }, "Purpose: [described]{decorative} / Credit: [Ada]" },
        { Picture, Picture with { Media = "quay.jpg" }, "Picture: [pier.jpg]{quay.jpg}" },
        { new SourceBlock { Id = "c", Slug = "survey", ShowAddress = true }, new SourceBlock { Id = "c", Slug = "survey", ShowAddress = false }, "Write the address out: [yes]{no}" },
        { new EmbedBlock { Id = "e", Kind = EmbedKind.Video }, new EmbedBlock { Id = "e", Kind = EmbedKind.Video, Address = "https://example.com/w" }, "Address: {https://example.com/w}" },
        {
            new RatingsBlock { Id = "r", Entries = [new() { Grade = "Good" }, new() { Grade = "Inadequate" }] },
            new RatingsBlock { Id = "r", Entries = [new() { Grade = "Good" }, new() { Grade = "Inadequate", Inspected = PartialDate.TryParse("2015-03", out var date) ? date : null }] }, "Grades 2: Inspected: {2015-03}"
        },
        { new UnknownBlock { Type = "tide-table", Id = "t", Json = """{"type":"tide-table","id":"t","v":1,"high":4}""" }, new UnknownBlock { Type = "tide-table", Id = "t", Json = """{"type":"tide-table","id":"t","v":1,"high":5}""" }, """As it is stored: {"type":"tide-table","id":"t","v":1,"high":[4]{5}}""" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_change_of_a_field_of_a_block_is_told(Block before, Block after, string expected)
    {
        var part = Assert.Single(Diff(Of(before), Of(after)));

        Assert.Equal((PartKind.Changed, null, expected), (part.Kind, part.Move, Told(part)));
    }

    [Fact]
    public void Every_change_above_the_blocks_is_told()
    {
        var lead = new LeadImage("pier.jpg", PicturePurpose.Described, "The pier", null, null);
        var before = DraftContent.Empty with { Headline = "Pier", Topics = ["coast"], LeadImage = lead };
        var after = new DraftContent(ArticleKind.Opinion, "Pier gone", "It is.", "Social", "Words", ["ada-quill"], ["coast", "council"], ["survey"], lead with { Alt = "Water", Caption = "March", Credit = "Ada" }, CommentPolicy.Closed, []);

        var part = Assert.Single(Diff(before, after));

        Assert.Equal(
            ["Kind", "Headline", "Standfirst", "Headline for social cards", "Description for social cards", "Byline", "Topics", "Sources", "Lead picture: description", "Lead picture: caption", "Lead picture: credit", "Comments"],
            part.Fields.Select(f => f.Label));
        Assert.Contains("Topics: coast{, council}", Told(part), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_added_removed_and_moved_is_told_where_it_stands()
    {
        var parts = Diff(ADraftOf("a b c d e"), ADraftOf("a e b new d"));

        Assert.Equal(["Same", "Same moved up", "Same", "Removed", "Added", "Same"], parts.Select(p => $"{p.Kind} {p.Move}".Trim()));
    }

    [Fact]
    public void A_block_that_was_moved_and_changed_is_told_as_both()
    {
        var parts = Diff(ADraftOf("a b c"), ADraftOf("b c a=other"));

        Assert.Equal((PartKind.Changed, "moved down", "Text: [a]{other}"), (parts[2].Kind, parts[2].Move, Told(parts[2])));
    }

    [Fact]
    public void A_story_differs_from_itself_in_nothing_and_from_any_other_in_something() =>
        Prop.ForAll(ABlock.Standard.Body("one").Two().ToArbitrary(), bodies =>
        {
            var (one, other) = (Of([.. bodies.Item1]), Of([.. bodies.Item2]));
            return !Diff(one, one).Any(p => p.IsChange) && Diff(one, other).Any(p => p.IsChange) == !one.Says(other);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_becomes_of_any_block_is_told() =>
        Prop.ForAll(Gen.OneOf(ABlock.Standard.Kinds).Two().ToArbitrary(), blocks =>
        {
            var (one, other) = (Of(blocks.Item1 with { Id = "x" }), Of(blocks.Item2 with { Id = "x" }));
            return blocks.Item1 is UnknownBlock || blocks.Item2 is UnknownBlock || one.Says(other) || Diff(one, other).Single().Fields.Count > 0 || blocks.Item1.GetType() != blocks.Item2.GetType();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static IReadOnlyList<PartChange> Diff(DraftContent before, DraftContent after) => new StoryDiff(AStore.Catalogue).Of(before, after);

    private static DraftContent Of(params Block[] blocks) => DraftContent.Empty with { Blocks = [.. blocks.Select(b => DraftContent.TextOf(b, AStore.Catalogue))] };

    private static DraftContent ADraftOf(string blocks) => Drafts.ADraft.Of(blocks.Split(' '));

    private static string Told(PartChange part) => string.Join(" / ", part.Fields.Select(f => $"{f.Label}: {string.Concat(f.Spans.Select(s => s.Kind switch { SpanKind.Removed => $"[{s.Text}]", SpanKind.Added => $"{{{s.Text}}}", _ => s.Text }))}"));
}
