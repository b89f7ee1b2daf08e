using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Articles.Checks;

namespace NewsSite.Tests.Articles.Checks;

/// <summary>What is quoted is never corrected. In each text the words SAID are somebody else's and the words OWN the journalist's.</summary>
public sealed class QuotationTests
{
    [Theory]
    [InlineData("OWN “SAID” OWN")]
    [InlineData("OWN \"SAID\" OWN")]
    [InlineData("OWN ‘SAID’ OWN")]
    [InlineData("OWN 'SAID' OWN")]
    [InlineData("OWN: “SAID ‘SAID’ SAID” OWN")]
    [InlineData("OWN: ‘SAID “SAID” SAID’ OWN")]
    [InlineData("OWN: ‘SAID, it’s the councillors’ SAID’")]
    [InlineData("OWN, it’s OWN, the councillors’ OWN")]
    [InlineData("OWN, it's OWN, the councillors' OWN")]
    [InlineData("OWN in the '90s OWN, in the ‘90s OWN")]
    [InlineData("OWN: “SAID\n\n“SAID\n\n“SAID” OWN")]
    [InlineData("OWN: ‘SAID the councillors’ SAID\n\n‘SAID\n\n‘SAID’ OWN")]
    [InlineData("OWN: \"SAID\n\n\"SAID\" OWN")]
    [InlineData("OWN: 'SAID\n\n'SAID' OWN")]
    [InlineData("OWN: “SAID, cut by a line\n\nSAID and never closed")]
    [InlineData("SAID but never opened” OWN")]
    [InlineData("OWN\n\nSAID but never opened” OWN")]
    [InlineData("a 6\" pipe OWN and \"SAID\" OWN")]
    [InlineData("‘SAID’ OWN ‘SAID’ OWN")]
    [InlineData("OWN (“SAID”) OWN—“SAID”—OWN")]
    public void Words_of_others_are_told_from_the_journalist_s(string text)
    {
        var quotations = Quotations.Of(text);

        foreach (var at in Every(text, "SAID")) Assert.True(quotations.Touch(at, 4), $"SAID at {at} counts as the journalist's");
        foreach (var at in Every(text, "OWN")) Assert.False(quotations.Touch(at, 3), $"OWN at {at} counts as quoted");
    }

    [Theory]
    [InlineData("He said: “It is done.", "“It is done.", "never closes")]
    [InlineData("It is done,” he said.", "It is done,”", "never opened")]
    [InlineData("He said: “It is done. She said: “It is not.”", "“It is done. She said: “It is n", "never closes")]
    public void A_mark_without_a_partner_is_shown_with_its_words(string text, string passage, string message)
    {
        var mark = Assert.Single(Quotations.Of(text).Unbalanced);

        Assert.Equal(passage[..Math.Min(30, passage.Length)], text.Substring(mark.Start, mark.Length));
        Assert.Contains(message, mark.Message);
    }

    [Theory]
    [InlineData("He said: “It is done.\n\n“And well.”")]
    [InlineData("A 6\" pipe and the councillors’ votes")]
    [InlineData("\"It is done,\" he said. \"And well.\"")]
    public void Marks_that_pair_are_left_alone(string text) => Assert.Empty(Quotations.Of(text).Unbalanced);

    [Fact]
    public void A_quotation_put_into_any_text_is_quoted()
    {
        var word = Gen.Elements("the", "council", "it’s", "councillors’", "6\"", "don't", "(well)", "’90s", "said:", "—", "\n\nThen");
        var some = Gen.ListOf(word).Select(words => string.Join(' ', words));
        var marks = Gen.Elements(("“", "”"), ("‘", "’"));

        Prop.ForAll(Gen.Zip(Gen.Zip(some, some), marks).ToArbitrary(), made =>
        {
            var ((before, after), (open, close)) = made;
            var text = $"{before} {open}prior to it{close} {after}";
            return Quotations.Of(text).Touch(text.IndexOf("prior to", StringComparison.Ordinal), 8);
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<int> Every(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal)) yield return at;
    }
}
