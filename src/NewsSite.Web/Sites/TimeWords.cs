using System.Globalization;

namespace NewsSite.Web.Sites;

/// <summary>What became of words that were typed for a time.</summary>
public abstract record TimeReading
{
    /// <summary>They mean a day and a minute, be it past, skipped or twice.</summary>
    /// <param name="At">The day and minute.</param>
    /// <param name="Occurrence">Which one is meant where the words say so, as "in 2 hours" does; null otherwise.</param>
    public sealed record Understood(WallTime At, Occurrence? Occurrence = null) : TimeReading;

    /// <summary>They mean nothing, or more than one thing.</summary>
    /// <param name="Message">What is missing or meant, and what to write, for whoever typed it.</param>
    public sealed record NotUnderstood(string Message) : TimeReading;
}

/// <summary>
/// Reads times as people type them: "tomorrow 6am", "Friday at 7.30pm", "24/11/2026 06:00", "in 2 hours". Case, commas and words such as
/// "at" do not matter. A date without a year is the next one; a time without a day is the next one. What could mean two things is asked,
/// never guessed. English words are read everywhere, names of months and weekdays also in the site's language.
/// </summary>
public static class TimeWords
{
    /// <summary>The first year that is read.</summary>
    public const int FirstYear = 1000;

    /// <summary>The last year that is read.</summary>
    public const int LastYear = 9000;

    internal const string Examples = "Write for example “tomorrow 6am”, “Friday 7.30pm”, “24 November 06:00” or “in 2 hours”.";

    private const int Longest = 100;

    /// <summary>Reads what somebody typed. Nothing that can be typed throws.</summary>
    /// <param name="typed">The words.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The zone that the words are meant in.</param>
    /// <param name="culture">The site's: its names of months and weekdays, and whether the month is written before the day.</param>
    public static TimeReading Read(string typed, DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(culture);
        if (string.IsNullOrWhiteSpace(typed)) return new TimeReading.NotUnderstood($"Type a time. {Examples}");
        if (typed.Length > Longest) return new TimeReading.NotUnderstood($"This is too long for a time. {Examples}");
        var vocabulary = new TimeVocabulary(culture);
        return new TimePhrase(typed.Trim(), TimeToken.Split(vocabulary.Join(typed)), vocabulary, now, zone, culture).Read();
    }
}
