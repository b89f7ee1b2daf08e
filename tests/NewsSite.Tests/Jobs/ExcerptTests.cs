using FsCheck;
using FsCheck.Fluent;
using NewsSite.Core.Content;

namespace NewsSite.Tests.Jobs;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("One two. Three four five.", 40, "One two. Three four five.")]
    [InlineData("One two. Three four five.", 17, "One two.")]
    [InlineData("One. Two three four five six seven", 25, "One. Two three four five…")]
    [InlineData("Ask Cllr. Sands about the harbour wall", 20, "Ask Cllr. Sands…")]
    [InlineData("An open-plan office, near the quay", 21, "An open-plan office…")]
    [InlineData("Donaudampfschifffahrt", 10, "")]
    [InlineData("  spaced \n out  ", 20, "spaced out")]
    [InlineData(null, 20, "")]
    public void It_ends_with_a_sentence_or_a_whole_word(string? text, int longest, string expected) => Assert.Equal(expected, Excerpt.Of(text, longest));

    [Theory]
    [InlineData("This is an exciting opportunity for Casual Activities Assistants to join our Leisure and Sport Service.   Leisure Centres are", "This is an exciting opportunity for Casual Activities Assistants to join our Leisure and Sport Service.")]
    [InlineData("A vacancy has arisen within Pension Services for an Administration Officer to provide admin and data support to the pensions team and members of the L", "A vacancy has arisen within Pension Services for an Administration Officer to provide admin and data support to the pensions team and members of the…")]
    [InlineData("Look after the sea wall", "Look after the sea wall")]
    public void A_text_that_came_cut_is_cut_where_a_sentence_or_a_word_ends(string text, string expected) => Assert.Equal(expected, Excerpt.OfCut(text, 200));

    [Fact]
    public void It_never_ends_within_a_word()
    {
        var texts = Gen.Elements("a", "harbour", "wall.", "Cllr.", "p.a.", "is it?", "“Yes.”", "well,", "-", "…", "😀", "é́", "\n", "supercalifragilistic").ListOf().Select(words => string.Join(' ', words)).ToArbitrary();

        Prop.ForAll(texts, Gen.Choose(1, 80).ToArbitrary(), (text, longest) =>
        {
            var whole = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var excerpt = Excerpt.Of(text, longest);
            var kept = excerpt != whole && excerpt.EndsWith('…') && !whole.StartsWith(excerpt, StringComparison.Ordinal) ? excerpt[..^1] : excerpt;

            Assert.True(excerpt.Length <= longest);
            Assert.StartsWith(kept, whole, StringComparison.Ordinal);
            var rest = whole[kept.Length..].TrimStart(',', ';', ':', '-', '–', '—');
            Assert.True(kept.Length == 0 || rest.Length == 0 || rest[0] == ' ', $"“{excerpt}” of “{whole}”");
        }).QuickCheckThrowOnFailure();
    }
}
