using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Tests.Blocks;

/// <summary>The editor's Markdown and the program's are the same: src/prose/fixtures.test.ts of the editor reads the same file.</summary>
public sealed partial class ProseFixtureTests
{
    public sealed record Fixture(string Name, string Markdown, string Canonical, string Plain, string Shape)
    {
        public override string ToString() => Name;
    }

    public static TheoryData<Fixture> Fixtures =>
        [.. JsonSerializer.Deserialize<List<Fixture>>(File.ReadAllText(Repository.PathOf("tests", "fixtures", "prose-round-trip.json")), JsonSerializerOptions.Web)!];

    [Fact]
    public void There_are_enough_cases() => Assert.True(Fixtures.Count >= 60);

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void The_words_are_the_same_before_and_after_the_editor(Fixture fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        Assert.Equal(fixture.Plain, ProseMarkdown.ToPlainText(fixture.Markdown));
        Assert.Equal(fixture.Plain, ProseMarkdown.ToPlainText(fixture.Canonical));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Readers_see_the_same_before_and_after_the_editor(Fixture fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        Assert.Equal(Seen(fixture.Markdown), Seen(fixture.Canonical));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void The_elements_are_those_of_the_editor(Fixture fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        Assert.Equal(fixture.Shape, Shape(fixture.Canonical));
    }

    // Which of two marks on the same words is the outer one, and where a line of Markdown breaks, nobody sees.
    private static string Seen(string markdown) => Spaces().Replace(
        WebUtility.HtmlDecode(ProseMarkdown.ToHtml(markdown))
            .Replace("<em><strong>", "<strong><em>", StringComparison.Ordinal).Replace("</strong></em>", "</em></strong>", StringComparison.Ordinal)
            .Replace(" class=\"language-sh\"", "", StringComparison.Ordinal), " ");

    private static string Shape(string markdown)
    {
        var shape = new System.Text.StringBuilder();
        foreach (Match tag in Tags().Matches(ProseMarkdown.ToHtml(markdown)))
        {
            if (tag.Groups[1].Length > 0)
            {
                if (shape.Length > 0 && shape[^1] == '(') shape.Length--;
                else shape.Append(')');
                continue;
            }
            if (shape.Length > 0 && shape[^1] != '(') shape.Append(' ');
            shape.Append(tag.Groups[2].Value);
            if (tag.Groups[3].Length > 0) shape.Append(':').Append(tag.Groups[3].Value);
            if (tag.Groups[2].Value != "hr") shape.Append('(');
        }
        return shape.ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"<(/?)(p|h2|h3|h4|ul|ol|li|blockquote|pre|hr|table|tr|th|td)(?: start=""(\d+)"")?(?=[ />])[^>]*>")]
    private static partial Regex Tags();
}
