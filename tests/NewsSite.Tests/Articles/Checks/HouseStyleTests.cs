using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Hosting;

namespace NewsSite.Tests.Articles.Checks;

/// <summary>The rules in house-style.yml carry their own tests: every example is tried here.</summary>
public sealed class HouseStyleTests
{
    private static readonly HouseStyle Style = new(NullLogger<HouseStyle>.Instance);

    public static IEnumerable<object[]> Flags => from rule in Style.Rules from example in rule.Flags select new object[] { rule.Id, example };

    public static IEnumerable<object[]> Leaves => from rule in Style.Rules from example in rule.Leaves select new object[] { rule.Id, example };

    [Theory]
    [MemberData(nameof(Flags))]
    public void A_rule_finds_what_its_examples_mark(string rule, string example)
    {
        var (start, end) = (example.IndexOf('['), example.IndexOf(']') - 1);
        Assert.True(start >= 0 && end > start, "The example marks no passage with [ and ].");
        var text = example.Replace("[", "").Replace("]", "");

        var hits = Hits(rule, text);

        Assert.Equal([text[start..end]], hits.Select(h => text.Substring(h.Start, h.Length)));
        Assert.Contains(text[start..end].Trim(), hits[0].Rule.Message(text, hits[0].Start));
    }

    [Theory]
    [MemberData(nameof(Leaves))]
    public void A_rule_leaves_alone_what_its_examples_say(string rule, string example) => Assert.Empty(Hits(rule, example));

    [Fact]
    public void There_are_rules_enough_to_be_useful() => Assert.True(Style.Rules.Count >= 30, $"{Style.Rules.Count}");

    [Theory]
    [InlineData("prior-to", "He left prior to it.", "“prior to”: perhaps “before”. It is the plain word.")]
    [InlineData("prior-to", "Prior to it he left.", "“Prior to”: perhaps “Before”. It is the plain word.")]
    [InlineData("councilor", "Two Councilors left.", "“Councilors”: perhaps “Councillors”. The British spelling has two Ls.")]
    [InlineData("ordinal-date", "It is on the 6th of May.", "“6th of May”: perhaps “6 May”. The paper writes the day as a plain figure.")]
    [InlineData("controversial", "A controversial plan.", "“controversial”: Say who objects and to what.")]
    public void A_hint_says_what_to_write_and_why(string rule, string text, string message)
    {
        var hit = Assert.Single(Hits(rule, text));

        Assert.Equal(message, hit.Rule.Message(text, hit.Start));
    }

    [Theory]
    [InlineData("rules:\n- id: A Rule\n  words: [x]\n  why: No.\n  flags: ['[x]']\n  leaves: [y]", "id is “A Rule”")]
    [InlineData("rules:\n- id: a\n  words: [x]\n  why: No.\n  flags: ['[x]']", "under leaves")]
    [InlineData("rules:\n- id: a\n  why: No.\n  flags: ['[x]']\n  leaves: [y]", "either words or a pattern")]
    [InlineData("rules:\n- id: a\n  pattern: '('\n  why: No.\n  flags: ['[x]']\n  leaves: [y]", "no regular expression")]
    [InlineData("rules:\n- id: a\n  words: [x]\n  why: No.\n  colour: red\n  flags: ['[x]']\n  leaves: [y]", "“colour” is not known")]
    public void A_wrong_rule_is_named_with_its_line(string yaml, string message)
    {
        var faults = new Faults("house-style.yml");

        HouseStyle.Read(yaml, faults);

        Assert.Contains(faults.All, f => f.Message.Contains(message, StringComparison.Ordinal) && f.Line > 0);
    }

    [Fact]
    public void A_pattern_that_takes_for_ever_is_left_out_and_the_others_still_speak()
    {
        var faults = new Faults("x");
        var slow = HouseStyle.Read("rules:\n- id: slow\n  pattern: '(a+)+$'\n  why: No.\n  flags: ['[aa]']\n  leaves: [b]", faults)[0];

        Assert.Throws<System.Text.RegularExpressions.RegexMatchTimeoutException>(() => slow.Pattern.IsMatch(new string('a', 60) + "!"));
        Assert.Empty(faults.All);
    }

    // Quotations do not count, as in a story.
    private static List<StyleHit> Hits(string rule, string text)
    {
        var quoted = Quotations.Of(text);
        return [.. Style.Find(text).Where(h => h.Rule.Id == rule && !quoted.Touch(h.Start, h.Length))];
    }
}
