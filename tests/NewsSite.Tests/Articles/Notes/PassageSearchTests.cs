using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Articles.Notes;

namespace NewsSite.Tests.Articles.Notes;

/// <summary>A note stays at its words. In the texts the passage stands between [ and ], before and after.</summary>
public sealed class PassageSearchTests
{
    [Theory]
    [InlineData("The council [met on Tuesday] to vote.", "The council [met on Tuesday] to vote.")]
    [InlineData("The council [met on Tuesday] to vote.", "On a wet day the new council [met on Tuesday] and did vote.")]
    [InlineData("The council [met on Tuesday] to vote.", "The council [met late on Tuesday] to vote.")]
    [InlineData("The council [met on Tuesday] to vote.", "The council [sat on Tuesday] to vote.")]
    [InlineData("The council [met on Tuesday] to vote.", "The council [met on Monday] to vote.")]
    [InlineData("The council [met on Tuesday] to vote.", "The council [adjourned twice] to vote.")]
    [InlineData("The council [met on Tuesday] to vote.", "To vote, the council [met on Tuesday].")]
    [InlineData("A vote. [A vote.] A vote.", "No. A vote. [A vote.] A vote. No.")]
    [InlineData("A vote. [A vote.] A vote.", "A vote. [A vote.] A vote, a vote.")]
    [InlineData("The [cou]ncil met.", "Then the [cou]ncil met.")]
    [InlineData("The council met [on Tuesday].", "The council met, it says, [on Tuesday].")]
    public void Edits_around_and_inside_keep_a_note_at_its_words(string before, string after)
    {
        var (old, place, passage) = Marked(before);
        var (words, expected, _) = Marked(after);

        var found = PassageSearch.Follow(Story(("b", old)), Story(("b", words)), place, passage);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Words_moved_to_another_block_take_the_note_along()
    {
        var (old, place, passage) = Marked("The report is late. [Nobody knows what it will say.] The vote is on Tuesday.");

        var found = PassageSearch.Follow(Story(("b", old), ("c", "Other words.")), Story(("c", "Other words. Nobody knows what it will say."), ("b", "The report is late. The vote is on Tuesday.")), place, passage);

        Assert.Equal(new Place("c", 13, passage.Exact.Length), found);
    }

    [Fact]
    public void Words_that_went_with_their_block_are_lost_and_no_others_are_taken_for_them()
    {
        var (old, place, passage) = Marked("The [council] met.");

        Assert.Null(PassageSearch.Follow(Story(("b", old), ("c", "A council is slow.")), Story(("c", "A council is slow.")), place, passage));
        Assert.Null(PassageSearch.Follow(Story(("b", old), ("c", "A bus is slow.")), Story(("c", "A council is slow.")), place, passage));
    }

    [Fact]
    public void A_deleted_passage_does_not_jump_to_the_same_words_elsewhere_in_its_block()
    {
        var (old, place, passage) = Marked("One council is slow. Another [council] is fast. It rains.");

        Assert.Null(PassageSearch.Follow(Story(("b", old)), Story(("b", "One council is slow.")), place, passage));
    }

    [Fact]
    public void A_passage_is_found_by_what_stands_around_it()
    {
        var (words, place, passage) = Marked("A vote on parks. A vote on roads. [A vote] on schools. A vote on trees.");

        Assert.Equal(place, PassageSearch.Find(Story(("b", words)), "b", passage));
        Assert.Equal(place with { Block = "c" }, PassageSearch.Find(Story(("b", "Nothing."), ("c", words)), "b", passage));
        Assert.Null(PassageSearch.Find(Story(("b", "Nothing."), ("c", "A vote.")), "b", passage));
    }

    [Fact]
    public void Edits_outside_never_move_or_lose_a_passage()
    {
        var word = Gen.Choose(0, 400).Select(n => $"w{n}");
        var text = Gen.ListOf(word).Select(w => string.Join(' ', w));
        var passage = Gen.NonEmptyListOf(word).Select(w => "P " + string.Join(' ', w.Take(12)));

        Prop.ForAll(Gen.Zip(Three(text, passage), Gen.Zip(Edits, Edits)).ToArbitrary(), made =>
        {
            var ((left, exact, right), (editsLeft, editsRight)) = made;
            var (before, after) = ($"{left} {exact} {right}", $"{Edit(left, editsLeft)} {exact} {Edit(right, editsRight)}");
            var place = new Place("b", left.Length + 1, exact.Length);

            var found = PassageSearch.Follow(Story(("b", before)), Story(("b", after)), place, Passage.At(before, place.Start, place.Length));

            return found == place with { Start = Edit(left, editsLeft).Length + 1 };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void In_words_that_repeat_themselves_a_passage_that_is_still_there_is_found_whole()
    {
        var word = Gen.Elements("the", "council", "met", "and", "voted", ",", "on");
        var text = Gen.ListOf(word).Select(w => string.Join(' ', w));
        var passage = Gen.ArrayOf(word, 6).Select(w => string.Join(' ', w));

        Prop.ForAll(Gen.Zip(Three(text, passage), Gen.Zip(Edits, Edits)).ToArbitrary(), made =>
        {
            var ((left, exact, right), (editsLeft, editsRight)) = made;
            var (before, after) = ($"{left} {exact} {right}", $"{Edit(left, editsLeft)} {exact} {Edit(right, editsRight)}");
            var place = new Place("b", left.Length + 1, exact.Length);

            var found = PassageSearch.Follow(Story(("b", before)), Story(("b", after)), place, Passage.At(before, place.Start, place.Length));

            // Where one of several went, nobody can tell which.
            return found is { } now ? after.Substring(now.Start, now.Length) == exact : Count(after, exact) < Count(before, exact);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Edits_inside_keep_the_note_within_what_became_of_its_words()
    {
        var word = Gen.Choose(0, 400).Select(n => $"w{n}");
        var text = Gen.NonEmptyListOf(word).Select(w => string.Join(' ', w));

        Prop.ForAll(Gen.Zip(Three(text, text), Edits).ToArbitrary(), made =>
        {
            var ((left, exact, right), edits) = made;
            var edited = Edit(exact, [.. edits.Take(2)]);
            if (edited.Trim().Length == 0) return true;
            var (before, after) = ($"L {left} L {exact} R {right} R", $"L {left} L {edited} R {right} R");
            var place = new Place("b", left.Length + 5, exact.Length);

            var found = PassageSearch.Follow(Story(("b", before)), Story(("b", after)), place, Passage.At(before, place.Start, place.Length));

            return found is null || (found.Value.Start >= place.Start && found.Value.Start + found.Value.Length <= place.Start + edited.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    // Where (in thousandths of the text), how many words are taken out there, and what is put in.
    private static Gen<List<(int At, int Out, string In)>> Edits => Gen.ListOf(Gen.Zip(Gen.Zip(Gen.Choose(0, 1000), Gen.Choose(0, 3)), Gen.Elements("", "new", "new words", "x y z")).Select(e => (e.Item1.Item1, e.Item1.Item2, e.Item2))).Select(e => e.Take(5).ToList());

    private static Gen<(string Left, string Exact, string Right)> Three(Gen<string> around, Gen<string> passage) =>
        Gen.Zip(Gen.Zip(around, passage), around).Select(t => (t.Item1.Item1, t.Item1.Item2, t.Item2));

    private static string Edit(string text, List<(int At, int Out, string In)> edits)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var (at, gone, put) in edits)
        {
            var i = at * words.Count / 1001;
            words.RemoveRange(i, Math.Min(gone, words.Count - i));
            words.InsertRange(i, put.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return string.Join(' ', words);
    }

    private static int Count(string text, string words) => Enumerable.Range(0, text.Length).Count(i => text.AsSpan(i).StartsWith(words, StringComparison.Ordinal));

    private static StoryWords Story(params (string, string)[] blocks) => new(blocks);

    private static (string Words, Place Place, Passage Passage) Marked(string text)
    {
        var (start, end) = (text.IndexOf('['), text.IndexOf(']') - 1);
        var words = text.Replace("[", "").Replace("]", "");
        return (words, new("b", start, end - start), Passage.At(words, start, end - start));
    }
}
