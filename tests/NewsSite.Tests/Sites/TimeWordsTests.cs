using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Sites;

namespace NewsSite.Tests.Sites;

/// <summary>Now is Sunday 22 November 2026, 10:20 in London.</summary>
public sealed class TimeWordsTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 20, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("tomorrow 6am", "2026-11-23 06:00")]
    [InlineData("Tomorrow, at 6 a.m.", "2026-11-23 06:00")]
    [InlineData("today 14:30", "2026-11-22 14:30")]
    [InlineData("today 6am", "2026-11-22 06:00")]
    [InlineData("tonight 8pm", "2026-11-22 20:00")]
    [InlineData("tonight at 8", "2026-11-22 20:00")]
    [InlineData("tonight 1am", "2026-11-23 01:00")]
    [InlineData("6am", "2026-11-23 06:00")]
    [InlineData("11am", "2026-11-22 11:00")]
    [InlineData("10:20", "2026-11-22 10:20")]
    [InlineData("10:19", "2026-11-23 10:19")]
    [InlineData("6 this evening", "2026-11-22 18:00")]
    [InlineData("mon 9", "2026-11-23 09:00")]
    [InlineData("Friday at 7.30pm", "2026-11-27 19:30")]
    [InlineData("fri 1930", "2026-11-27 19:30")]
    [InlineData("friday evening 7.30", "2026-11-27 19:30")]
    [InlineData("next monday 9am", "2026-11-23 09:00")]
    [InlineData("SUNDAY 6AM", "2026-11-29 06:00")]
    [InlineData("24 nov 6am", "2026-11-24 06:00")]
    [InlineData("on the 24th of November at 6am", "2026-11-24 06:00")]
    [InlineData("Nov 24th, 2026 6 pm", "2026-11-24 18:00")]
    [InlineData("the 1st 6am", "2026-12-01 06:00")]
    [InlineData("24 November 2026 06:00", "2026-11-24 06:00")]
    [InlineData("24 November 06:00", "2026-11-24 06:00")]
    [InlineData("1 jan 7:00", "2027-01-01 07:00")]
    [InlineData("29 feb 7:00", "2028-02-29 07:00")]
    [InlineData("24/11/2026 06:00", "2026-11-24 06:00")]
    [InlineData("24/11/26 06:00", "2026-11-24 06:00")]
    [InlineData("24/11 06:00", "2026-11-24 06:00")]
    [InlineData("24.11. 6:00", "2026-11-24 06:00")]
    [InlineData("24.11 6:00", "2026-11-24 06:00")]
    [InlineData("11.12 6am", "2026-12-11 06:00")]
    [InlineData("24.11.2026 6:00", "2026-11-24 06:00")]
    [InlineData("2026-11-24 06:00", "2026-11-24 06:00")]
    [InlineData("2026-11-24T06:00", "2026-11-24 06:00")]
    [InlineData("2022-09-21 06:00", "2022-09-21 06:00")]
    [InlineData("in 2 hours", "2026-11-22 12:20")]
    [InlineData("in half an hour", "2026-11-22 10:50")]
    [InlineData("in 90 minutes", "2026-11-22 11:50")]
    [InlineData("in 3 days", "2026-11-25 10:20")]
    [InlineData("in a week at 9", "2026-11-29 09:00")]
    [InlineData("now", "2026-11-22 10:20")]
    [InlineData("noon", "2026-11-22 12:00")]
    [InlineData("tomorrow noon", "2026-11-23 12:00")]
    [InlineData("midnight tonight", "2026-11-23 00:00")]
    [InlineData("midnight", "2026-11-23 00:00")]
    [InlineData("half past six tomorrow", "2026-11-23 06:30")]
    [InlineData("quarter to 7 in the evening tomorrow", "2026-11-23 18:45")]
    [InlineData("day after tomorrow 6am", "2026-11-24 06:00")]
    [InlineData("Tuesday 24 November 2026, 6:00 am", "2026-11-24 06:00")]
    public void Words_that_journalists_type_are_understood(string typed, string at)
    {
        var read = Assert.IsType<TimeReading.Understood>(TimeWords.Read(typed, Now, London, British));

        Assert.Equal(at, read.At.ToString());
    }

    [Theory]
    [InlineData("5", "5 am or 5 pm?")]
    [InlineData("tomorrow 5", "5 am or 5 pm?")]
    [InlineData("12", "Noon or midnight?")]
    [InlineData("half past four tomorrow", "4:30 am or 4:30 pm?")]
    [InlineData("sunday 6pm", "Sunday 22 November 2026 (today) or Sunday 29 November 2026?")]
    [InlineData("20 nov 6am", "20 November 2026 is past. Write “20 November 2026” or “20 November 2027”.")]
    [InlineData("friday midnight", "Midnight before or after Friday 27 November 2026?")]
    [InlineData("friday night 2am", "Friday 27 November 2026 or Saturday 28 November 2026?")]
    [InlineData("11.12", "a time or a day?")]
    [InlineData("tomorrow", "At what time? Write for example “tomorrow 6am”")]
    [InlineData("monday 24 november 2026 6am", "24 November 2026 is a Tuesday, not a Monday.")]
    [InlineData("11/24/2026 6am", "24 is no month. Write the day first")]
    [InlineData("31 april 6am", "April has no day 31.")]
    [InlineData("25:00", "25 is no time of the day.")]
    [InlineData("tomorrow evening 6am", "6 am is not in the evening.")]
    [InlineData("tomorrow today 6am", "names two days")]
    [InlineData("when it is ready", "could not be read as a time")]
    [InlineData("tomorrow 6am UTC", "because of “utc”")]
    [InlineData("in 99999999 years", "too far away")]
    [InlineData("in 99999999 hours", "too far away")]
    [InlineData("", "Type a time.")]
    public void What_is_open_is_asked_in_words(string typed, string message)
    {
        var read = Assert.IsType<TimeReading.NotUnderstood>(TimeWords.Read(typed, Now, London, British));

        Assert.Contains(message, read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Next_Friday_said_on_a_Tuesday_may_be_either_and_is_asked()
    {
        var tuesday = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

        var read = TimeWords.Read("next friday 9am", tuesday, London, British);

        Assert.Contains("Friday 27 November 2026 or Friday 4 December 2026?", Assert.IsType<TimeReading.NotUnderstood>(read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_from_now_know_which_of_two_equal_times_they_mean()
    {
        var before = new DateTimeOffset(2026, 10, 24, 23, 30, 0, TimeSpan.Zero); // 0:30 in summer time, the night the clocks go back

        var first = Assert.IsType<TimeReading.Understood>(TimeWords.Read("in 1 hour", before, London, British));
        var second = Assert.IsType<TimeReading.Understood>(TimeWords.Read("in 2 hours", before, London, British));

        Assert.Equal(("2026-10-25 01:30", Occurrence.First), (first.At.ToString(), first.Occurrence));
        Assert.Equal(("2026-10-25 01:30", Occurrence.Second), (second.At.ToString(), second.Occurrence));
    }

    [Fact]
    public void Any_minute_that_is_written_out_is_read_back()
    {
        var minutes = Gen.Choose(0, 8000 * 365 * 24).SelectMany(hours => Gen.Choose(0, 59).Select(minute => new DateTime(1000, 1, 1).AddHours(hours).AddMinutes(minute))).ToArbitrary();
        CultureInfo[] cultures = [British, CultureInfo.GetCultureInfo("cy-GB"), CultureInfo.GetCultureInfo("de-DE"), CultureInfo.GetCultureInfo("fr-FR"), CultureInfo.GetCultureInfo("en-US")];

        Prop.ForAll(minutes, clock =>
        {
            var wall = WallTime.Of(clock);
            return cultures.All(culture => new[] { wall.ToString(), SpokenTimes.Of(wall, culture) }.All(text =>
                TimeWords.Read(text, Now, London, culture) is TimeReading.Understood read && read.At == wall ? true : throw new InvalidOperationException($"{culture.Name}: {text}: {TimeWords.Read(text, Now, London, culture)}")));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nothing_that_can_be_typed_throws()
    {
        string[] words = ["next", "in", "half", "past", "to", "a", "week", "days", "6", "24", "12", "0", "99999999", "2026", ".", "/", "-", ":", "am", "pm", "nov", "31", "feb", "midnight", "tonight", "night", "friday", "9999", "th", "24th", "the", "quarter", "\ud800", "’", "month"];
        var phrases = Gen.Elements(words).ListOf().SelectMany(list => Gen.Elements(" ", "").Select(between => string.Join(between, list))).ToArbitrary();

        Prop.ForAll(phrases, typed => TimeWords.Read(typed, Now, London, British) is not null).QuickCheckThrowOnFailure();
        Prop.ForAll<string>(typed => TimeWords.Read(typed ?? "", Now, London, British) is not null).QuickCheckThrowOnFailure();
    }
}
