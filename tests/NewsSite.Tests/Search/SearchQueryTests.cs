using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Search;

namespace NewsSite.Tests.Search;

/// <summary>What is typed into the box.</summary>
public sealed class SearchQueryTests
{
    [Fact]
    public void Words_phrases_and_words_to_leave_out_are_told_apart()
    {
        var query = SearchQuery.Parse("  The Children’s services \"lead member\" -“county hall” −bus well-being ");

        Assert.Equal(["children", "services", "well being"], query.Words.Select(w => w.Text));
        Assert.Equal(["lead member"], query.Phrases.Select(w => w.Text));
        Assert.Equal(["county hall", "bus"], query.Without.Select(w => w.Text));
        Assert.True(query.IsOpen);
    }

    [Theory]
    [InlineData("\"never closed", new[] { "never", "closed" })]
    [InlineData("Siân SIAN sian", new[] { "sian" })]
    [InlineData("- -- \" *:^(){}'", new string[0])]
    [InlineData("NEAR(a b) OR headline:x", new[] { "near a", "b", "headline x" })]
    [InlineData("the of and", new string[0])]
    public void Signs_without_a_meaning_are_passed_over(string typed, string[] words) => Assert.Equal(words, SearchQuery.Parse(typed).Words.Select(w => w.Text));

    [Fact]
    public void Whatever_is_typed_is_read_and_becomes_letters_and_digits_only() =>
        Prop.ForAll<string>(typed =>
        {
            var query = SearchQuery.Parse(typed);
            return query.Words.Concat(query.Phrases).Concat(query.Without).SelectMany(w => w.Parts).All(p => p.Length > 0 && p.All(char.IsLetterOrDigit)) && query.Typed.Length <= SearchQuery.Longest;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Words_are_as_far_apart_as_the_slips_of_a_typist()
    {
        Assert.Equal(1, Slips.Between("hospital", "hosptial", 2));
        Assert.Equal(1, Slips.Between("hospital", "hopital", 2));
        Assert.Equal(2, Slips.Between("nicholson", "nicolsen", 2));
        Assert.Equal(3, Slips.Between("library", "hospital", 2));
    }

    [Theory]
    [InlineData("inspections", "inspect")]
    [InlineData("inspecting", "inspect")]
    [InlineData("libraries", "librari")]
    [InlineData("library", "librari")]
    [InlineData("hopping", "hop")]
    [InlineData("relational", "relat")]
    [InlineData("agreed", "agre")]
    [InlineData("happy", "happi")]
    [InlineData("generalizations", "gener")]
    [InlineData("oscillators", "oscil")]
    [InlineData("sky", "sky")]
    public void Words_of_one_stem_are_marked_alike(string word, string stem) => Assert.Equal(stem, Stem.Of(word));
}
