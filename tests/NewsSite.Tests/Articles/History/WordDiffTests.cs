using FsCheck;
using FsCheck.Fluent;
using NewsSite.Tests.Blocks;
using NewsSite.Web.Articles.History;

namespace NewsSite.Tests.Articles.History;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("The pier is gone.", "The pier is closed.", "The pier is [gone]{closed}.")]
    [InlineData("The red car stopped.", "The blue bus stopped.", "The [red car]{blue bus} stopped.")]
    [InlineData("The pier.", "The old pier.", "The {old }pier.")]
    [InlineData("See [the report](https://a.example/one).", "See [the report](https://a.example/two).", "See [the report](https://a.example/[one]{two}).")]
    [InlineData("", "New.", "{New.}")]
    [InlineData("Gone.", "", "[Gone.]")]
    [InlineData("children’s", "childrens", "[children’s]{childrens}")]
    [InlineData("a b c d", "a c d e", "a [b ]c d{ e}")]
    [InlineData("same", "same", "same")]
    public void Words_that_were_changed_are_told(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(WordDiff.Of(before, after).Select(s => s.Kind switch { SpanKind.Removed => $"[{s.Text}]", SpanKind.Added => $"{{{s.Text}}}", _ => s.Text })));

    [Fact]
    public void What_is_told_is_both_texts_whole() =>
        Prop.ForAll(AText.Lines.Two().ToArbitrary(), texts =>
        {
            var spans = WordDiff.Of(texts.Item1, texts.Item2);
            return Of(spans, SpanKind.Added) == texts.Item1 && Of(spans, SpanKind.Removed) == texts.Item2 && spans.All(s => s.Text.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void No_shorter_way_leads_from_one_row_to_the_other() =>
        Prop.ForAll(Gen.Elements("a", "b", "c").ArrayOf().Two().ToArbitrary(), rows =>
            ShortestEdit.Of(rows.Item1, rows.Item2).Count(e => e.Kind is SpanKind.Same) == LongestCommon(rows.Item1, rows.Item2)).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Two_long_texts_with_nothing_in_common_are_shown_one_after_the_other()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"a{i}")), string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"b{i}")));

        var spans = WordDiff.Of(before, after);

        Assert.Equal([SpanKind.Removed, SpanKind.Added], spans.Select(s => s.Kind));
        Assert.Equal([before, after], spans.Select(s => s.Text));
    }

    private static string Of(IReadOnlyList<Span> spans, SpanKind without) => string.Concat(spans.Where(s => s.Kind != without).Select(s => s.Text));

    private static int LongestCommon(string[] one, string[] other)
    {
        var lengths = new int[one.Length + 1, other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
            for (var j = 1; j <= other.Length; j++)
                lengths[i, j] = one[i - 1] == other[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
        return lengths[one.Length, other.Length];
    }
}
