using System.Globalization;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.History;

namespace NewsSite.Tests.Articles.History;

public sealed class TimelineTests
{
    [Fact]
    public void Saves_of_one_person_within_ten_minutes_are_shown_as_one()
    {
        var happenings = Timeline.Of([Save("09:00", "Ada"), Save("09:04", "Ada"), Save("09:10", "Ada"), Save("09:11", "Ada"), Save("09:12", "Ben"), Save("09:13", "Ada")], [], null, []);

        Assert.Equal(["Ada 09:13", "Ben 09:12", "Ada 09:11", "Ada 09:10 09:04 09:00"], happenings.Select(Told));
    }

    [Fact]
    public void Each_knows_the_save_before_it()
    {
        SavedRow[] rows = [Save("09:00", "Ada"), Save("09:01", "Ada"), Save("09:30", "Ada"), Save("09:31", "Ada")];

        var saves = Timeline.Of(rows, [], null, []).OfType<Happening.Saves>().ToList();

        Assert.Equal([rows[1].Id, null], saves.Select(s => s.Before));
    }

    [Fact]
    public void What_happened_to_the_story_and_a_reason_that_was_given_stand_between()
    {
        var happenings = Timeline.Of(
            [Save("09:00", "Ada"), Save("09:02", "Ada"), Save("09:03", "Ada", "Name put right"), Save("09:04", "Ada")],
            [Change("09:01", ArticleState.Draft, ArticleState.Live), Change("09:05", ArticleState.Live, ArticleState.Live), Change("09:06", ArticleState.Live, ArticleState.Draft)], null,
            [new Happening.Told("Ben", At("09:05"), "Corrected", "It was wrong.", null)]);

        Assert.Equal(["Taken back to draft", "Corrected", "An update went live", "Ada 09:04", "Ada 09:03 09:02", "Went live", "Ada 09:00"], happenings.Select(Told));
    }

    [Fact]
    public void Saves_of_one_instant_stand_in_the_order_in_which_they_were_made_however_the_store_gives_them()
    {
        var first = Save("09:00", "Ada");
        var second = Save("09:00", "Ben") with { BaseId = first.Id };
        var third = Save("09:00", "Cy") with { BaseId = second.Id };
        var merged = Save("09:00", "Dee") with { BaseId = first.Id }; // begun on the first, with the others' words merged in

        foreach (var given in new SavedRow[][] { [first, second, third, merged], [merged, third, second, first], [second, merged, first, third] })
            Assert.Equal(["Dee 09:00", "Cy 09:00", "Ben 09:00", "Ada 09:00"], Timeline.Of(given, [], merged.Id, []).Select(Told));
    }

    private static string Told(Happening happening) => happening switch
    {
        Happening.Saves saves => $"{saves.By} {string.Join(' ', saves.Rows.Select(r => r.SavedAt.ToString("HH:mm", CultureInfo.InvariantCulture)))}",
        Happening.Moved moved => moved.Words,
        Happening.Told told => told.Words,
        _ => "",
    };

    private static SavedRow Save(string at, string by, string? reason = null) => new(Guid.CreateVersion7(At(at)), null, At(at), by, reason);

    private static StateChange Change(string at, ArticleState from, ArticleState to) => new() { ArticleId = Guid.Empty, From = from, To = to, At = At(at), By = "Ada" };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-05-04T{time}:00Z", CultureInfo.InvariantCulture);
}
