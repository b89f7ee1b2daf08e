using System.Globalization;
using NewsSite.Web.Sites;

namespace NewsSite.Tests.Sites;

public sealed class TimeAnswerTests
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_ordinary_minute_is_told_with_its_offset_and_how_far_off_it_is()
    {
        var answer = Of("2026-11-24 06:00");

        Assert.Equal(new("2026-11-24 06:00", null, new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero), "Tuesday 24 November 2026, 6:00 am", "in 3 days", false, null), answer);
    }

    [Fact]
    public void A_minute_that_the_clocks_skip_is_said_and_asked()
    {
        var answer = Of("2027-03-28 01:30");

        Assert.Null(answer.Instant);
        Assert.Equal(ClockChangeKind.Skipped, answer.Change!.Kind);
        Assert.Equal("On Sunday 28 March 2027 the clocks go from 1:00 to 2:00; 1:30 does not exist.", answer.Change.Words);
        Assert.Equal(["2027-03-28 00:59", "2027-03-28 02:00"], answer.Change.Choices.Select(c => c.At));
        Assert.Equal(["2027-03-28T00:59:00+00:00", "2027-03-28T02:00:00+01:00"], answer.Change.Choices.Select(c => Iso(c.Instant)));
    }

    [Fact]
    public void A_minute_that_comes_twice_is_said_and_asked()
    {
        var answer = Of("2027-10-31 01:30");

        Assert.Null(answer.Instant);
        Assert.Equal("1:30 happens twice on Sunday 31 October 2027: before and after the clocks go back.", answer.Change!.Words);
        Assert.Equal(["2027-10-31T01:30:00+01:00", "2027-10-31T01:30:00+00:00"], answer.Change.Choices.Select(c => Iso(c.Instant)));
        Assert.Equal(["1:30 am before the clocks go back (UTC+01:00)", "1:30 am after the clocks go back (UTC+00:00)"], answer.Change.Choices.Select(c => c.Words));
    }

    [Theory]
    [InlineData(Occurrence.First, "2027-10-31T01:30:00+01:00", "Sunday 31 October 2027, 1:30 am, before the clocks go back")]
    [InlineData(Occurrence.Second, "2027-10-31T01:30:00+00:00", "Sunday 31 October 2027, 1:30 am, after the clocks go back")]
    public void A_choice_between_the_two_settles_it(Occurrence chosen, string instant, string spoken)
    {
        var answer = Of("2027-10-31 01:30", chosen);

        Assert.Equal((chosen, instant, spoken), (answer.Occurrence, Iso(answer.Instant!.Value), answer.Spoken));
    }

    [Theory]
    [InlineData("America/New_York", "2027-03-14 02:10", "On Sunday 14 March 2027 the clocks go from 2:00 to 3:00; 2:10 does not exist.")]
    [InlineData("America/Santiago", "2026-09-06 00:10", "On Sunday 6 September 2026 the clocks go from 0:00 to 1:00; 0:10 does not exist.")]
    [InlineData("Australia/Lord_Howe", "2026-10-04 02:10", "On Sunday 4 October 2026 the clocks go from 2:00 to 2:30; 2:10 does not exist.")]
    [InlineData("Australia/Lord_Howe", "2027-04-04 01:40", "1:40 happens twice on Sunday 4 April 2027: before and after the clocks go back.")]
    public void The_words_follow_the_zone(string zone, string at, string words) =>
        Assert.Equal(words, Of(at, zone: zone).Change!.Words);

    [Theory]
    [InlineData("2026-11-21 09:00", "now")]
    [InlineData("2026-11-21 09:01", "in 1 minute")]
    [InlineData("2026-11-21 11:10", "in 2 hours and 10 minutes")]
    [InlineData("2026-11-21 20:40", "in 12 hours")]
    [InlineData("2026-11-22 06:00", "tomorrow")]
    [InlineData("2026-11-20 06:00", "yesterday")]
    [InlineData("2026-11-18 06:00", "3 days ago")]
    [InlineData("2027-05-24 06:00", "in about 6 months")]
    [InlineData("2022-09-21 06:00", "about 4 years ago")]
    public void It_is_said_how_far_off_a_time_is(string at, string away)
    {
        var answer = Of(at);

        Assert.Equal((away, answer.Instant < Now), (answer.Away, answer.IsPast));
    }

    private static TimeAnswer Of(string at, Occurrence? occurrence = null, string zone = "Europe/London") =>
        TimeAnswer.Of(WallTime.Parse(at)!.Value, occurrence, Now, TimeZoneInfo.FindSystemTimeZoneById(zone), British);

    private static string Iso(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
