using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Web.Jobs;

/// <summary>
/// Reads pay as recruiters write it, such as “£24,404 (12.65 p.a. hour) - £25,183” or “Grade 3, pay award pending”, and writes it in one way. It claims nothing
/// that the words do not say: a sum that could be for a day or for a week is left to the words.
/// </summary>
public static partial class PayWords
{
    private const decimal LeastOfYear = 5_000m, MostOfHour = 100m;

    /// <summary>The pay that the words name; figures that they do not name are null. Any text can be read.</summary>
    public static Pay Read(string? words)
    {
        words = (words ?? "").Trim();
        var sums = SumsIn(words);
        var main = sums.Find(s => s.Period is not PayPeriod.Hour) ?? sums.Find(_ => true);
        var (least, most) = main is null ? (null, null) : RangeFrom(main, sums, words);
        var hour = main is null or { Period: PayPeriod.Hour } ? null : sums.Find(s => s.Period is PayPeriod.Hour && s.Currency == main.Currency);
        var (hourLeast, hourMost) = hour is null ? (null, null) : RangeFrom(hour, sums, words);
        if (hour is not null && hourMost is null && most is not null && EndOf(main!, sums) is { } end && EndOf(hour, sums) is { } other && hour.At < end.At && end.At < other.At && hour.Value != other.Value)
            (hourLeast, hourMost) = (Math.Min(hour.Value, other.Value), Math.Max(hour.Value, other.Value)); // each end of the year's range has its hour beside it
        return new(words, least, most, main?.Currency ?? "GBP", main?.Period ?? PayPeriod.Year, hourLeast, hourMost, Grades().Match(words) is { Success: true } grade ? grade.Value : null, Pending().IsMatch(words))
        {
            ProRata = Rata().IsMatch(words),
        };
    }

    /// <summary>The pay in words; reading them gives the same figures. Empty when there is nothing to say.</summary>
    public static string Write(Pay pay)
    {
        ArgumentNullException.ThrowIfNull(pay);
        var main = RangeOf(pay.Minimum, pay.Maximum, pay.Currency, pay.Period);
        var hour = RangeOf(pay.HourlyMinimum, pay.HourlyMaximum, pay.Currency, PayPeriod.Hour);
        string?[] parts = [main.Length > 0 && hour.Length > 0 ? $"{main} ({hour})" : main + hour, pay.Grade, pay.ProRata ? "pro rata" : null, pay.AwardPending ? "pay award pending" : null];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    /// <summary>The most that it pays in a year of full time, for comparing posts; null when it names no figures in pounds or their like. An hour counts 1,924 times, a day 260 times.</summary>
    public static decimal? YearlyMost(this Pay pay)
    {
        ArgumentNullException.ThrowIfNull(pay);
        if ((pay.Maximum ?? pay.Minimum) is { } sum) return sum * TimesAYear(pay.Period);
        return (pay.HourlyMaximum ?? pay.HourlyMinimum) * TimesAYear(PayPeriod.Hour);
    }

    /// <summary>What was read, with what is known beside the words in place of it.</summary>
    internal static Pay Beside(this Pay read, Pay given) => read with
    {
        Grade = given.Grade ?? read.Grade,
        AwardPending = given.AwardPending || read.AwardPending,
        ProRata = given.ProRata || read.ProRata,
    };

    private static decimal TimesAYear(PayPeriod period) => period switch
    {
        PayPeriod.Month => 12,
        PayPeriod.Week => 52,
        PayPeriod.Day => 260,
        PayPeriod.Hour => 1_924, // 37 hours in each of 52 weeks
        _ => 1,
    };

    private static string RangeOf(decimal? least, decimal? most, string currency, PayPeriod period)
    {
        if (least is null && most is null) return "";
        var sums = least is null ? $"up to {Sum(most!.Value, currency)}" : most is null || most == least ? Sum(least.Value, currency) : $"{Sum(least.Value, currency)} to {Sum(most.Value, currency)}";
        return $"{sums} {(period is PayPeriod.Hour ? "an" : "a")} {period.ToString().ToLowerInvariant()}";
    }

    private static string Sum(decimal sum, string currency)
    {
        var figure = sum.ToString(sum == decimal.Truncate(sum) ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);
        return currency switch { "GBP" => "£" + figure, "EUR" => "€" + figure, "USD" => "$" + figure, _ => $"{currency} {figure}" };
    }

    // What stands between two ends of a range is a dash or “to”; what is in brackets, such as the same sum for an hour, is passed over.
    private static (decimal? Least, decimal? Most) RangeFrom(PaySum first, List<PaySum> sums, string words)
    {
        if (EndOf(first, sums) is { } second && IsRange(Between(words, first.End, second.At)))
            return first.Value == second.Value ? (first.Value, null) : (Math.Min(first.Value, second.Value), Math.Max(first.Value, second.Value));
        return UpTo().IsMatch(words[..first.At]) ? (null, first.Value) : (first.Value, null);
    }

    private static PaySum? EndOf(PaySum first, List<PaySum> sums) => sums.Find(s => s.At > first.At && s.Period == first.Period && s.Currency == first.Currency);

    private static string Between(string words, int from, int to) => Brackets().Replace(words[from..to], " ");

    private static bool IsRange(string between) => Joins().IsMatch(between);

    [GeneratedRegex(@"\b(?:(?i:pay grade|pay band|grade|band|scale|level) ?(?:\d{1,3}[A-Z]?|[A-Z]{1,3}\d{0,3})(?: ?(?:-|–|to) ?(?:\d{1,3}[A-Z]?|[A-Z]{1,3}\d{1,3}|[A-Z]))?|SCP ?\d{1,3}(?: ?(?:-|–|to) ?\d{1,3})?|(?:PO|SO) ?\d{1,2})\b")]
    private static partial Regex Grades();

    [GeneratedRegex(@"\b(?:award (?:is )?(?:still )?(?:pending|to be (?:agreed|settled))|pending (?:the )?(?:[0-9/]{4,9} )?(?:national )?(?:pay )?award|subject to (?:the |a )?(?:[0-9/]{4,9} )?(?:national )?pay award)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pending();

    [GeneratedRegex(@"\bpro[ -]?rata\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rata();

    [GeneratedRegex(@"\b(?:up to|maximum(?: of)?|max\.?|no more than) *$", RegexOptions.IgnoreCase)]
    private static partial Regex UpTo();

    [GeneratedRegex(@"\([^()]*\)?")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(?:\s|per|a|an|p\.?a\.?|p\.?|year|annum|month|week|day|hour|hr|rising|plus|/)*(?:-|–|—|\bto\b|\band\b)\s*(?:up to|£|€|\$)?\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Joins();
}
