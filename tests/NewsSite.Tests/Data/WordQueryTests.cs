using NewsSite.Web.Data;

namespace NewsSite.Tests.Data;

public sealed class WordQueryTests
{
    [Theory]
    [InlineData("nic fra", "Frances Nicholson")]
    [InlineData("FRANCES", "Frances Nicholson")]
    [InlineData("sian", "Siân Pŵel")]
    [InlineData("Siân", "Sian Powell")]
    [InlineData("childrens", "Children’s services")]
    [InlineData("hall", "county-hall.jpg")]
    [InlineData(" ", "anything")]
    public void Words_are_found_by_their_beginnings(string typed, string text) => Assert.True(new WordQuery(typed).Finds(text));

    [Theory]
    [InlineData("cholson", "Frances Nicholson")]
    [InlineData("fra bea", "Frances Nicholson")]
    [InlineData("franceses", "Frances Nicholson")]
    public void Other_words_are_not(string typed, string text) => Assert.False(new WordQuery(typed).Finds(text));

    [Fact]
    public void The_words_may_stand_in_different_texts_of_a_record() => Assert.True(new WordQuery("ofsted report").Finds("Inspection report", null, "Ofsted"));
}
