using NewsSite.Web.Comments.Queue;

namespace NewsSite.Tests.Comments;

public sealed class CommentedPassageTests
{
    private static readonly string[] Story =
    [
        "Councillors met on Tuesday evening in Bridgwater.",
        "The library in Wells will close on Mondays from September, the report says.",
        "Inspectors found that children wait too long for an assessment by social workers.",
    ];

    [Theory]
    [InlineData("> children wait too long for an assessment\n\nAnd the library in Wells will close too, the report says.", 2)] // what is quoted
    [InlineData("Why should the library at Wells close when the report says it is used?", 1)]
    [InlineData("Shame on them all.", null)]
    [InlineData("", null)]
    public void The_paragraph_with_most_of_a_comments_words_stands_beside_it(string words, int? paragraph) =>
        Assert.Equal(paragraph is { } at ? Story[at] : null, CommentedPassage.Of(words, Story));

    [Fact]
    public void Of_a_long_paragraph_stands_what_is_around_the_words()
    {
        var filler = string.Concat(Enumerable.Repeat("The committee heard from officers at some length. ", 20));

        var passage = CommentedPassage.Of("> The harbour wall is to be rebuilt", [filler + "The harbour wall is to be rebuilt in stone. " + filler]);

        Assert.Contains("The harbour wall is to be rebuilt", passage);
        Assert.StartsWith("… ", passage);
        Assert.EndsWith(" …", passage);
        Assert.InRange(passage!.Length, 100, 330);
    }
}
