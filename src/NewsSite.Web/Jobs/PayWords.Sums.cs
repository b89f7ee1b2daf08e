using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Web.Jobs;

public static partial class PayWords
{
    // Far more than any advertisement names; a text of nothing but figures is no pay.
    private const int MostSums = 12;
    private const decimal LargestSum = 1_000_000_000m, MostWithoutSign = 500_000m;

    /// <summary>A sum of money in words.</summary>
    private sealed record PaySum(int At, int End, decimal Value, string Currency, PayPeriod Period);

    private static List<PaySum> SumsIn(string words)
    {
        var found = Figures().Matches(words).Take(MostSums).Select(m => (Match: m, Sum: Figure(m))).Where(f => f.Sum is not null).ToList();
        var sums = new List<PaySum>();
        for (var i = 0; i < found.Count; i++)
        {
            var (match, value) = (found[i].Match, found[i].Sum!.Value);
            var end = match.Index + match.Length;
            var after = words[end..(i + 1 < found.Count ? found[i + 1].Match.Index : words.Length)];
            var said = PeriodIn(after);
            if (said is PayPeriod.Hour && value >= 1_000) said = null; // “£24,404 (an hour: £12.65)”
            var isMoney = Symbol(match) is not null || Thousands(match);
            // “£24-26k” is twice thousands, and “£12.65 to £13.05 an hour” is twice for an hour.
            if (i + 1 < found.Count && IsRange(Between(words, end, found[i + 1].Match.Index)))
            {
                if (!Thousands(match) && Thousands(found[i + 1].Match) && value < 1_000) value *= 1_000;
                var next = found[i + 1].Match;
                said ??= PeriodIn(words[(next.Index + next.Length)..(i + 2 < found.Count ? found[i + 2].Match.Index : words.Length)]);
                isMoney |= Symbol(next) is not null || Thousands(next);
            }
            if (i > 0 && sums is [.., var last] && last.End == found[i - 1].Match.Index + found[i - 1].Match.Length && IsRange(Between(words, last.End, match.Index)))
            {
                said ??= last.Period;
                isMoney = true;
            }
            var period = said ?? (value >= LeastOfYear ? PayPeriod.Year : isMoney && value < MostOfHour ? PayPeriod.Hour : null as PayPeriod?);
            if (period is null || IsOther(words[..match.Index], words[end..]) || !(isMoney || said is not null || value is >= LeastOfYear and < MostWithoutSign) || value >= LargestSum) continue;
            sums.Add(new(match.Index, end, value, Symbol(match) ?? sums.LastOrDefault()?.Currency ?? "GBP", period.Value));
        }
        return sums;
    }

    private static decimal? Figure(Match match) =>
        decimal.TryParse(match.Groups["figure"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? Thousands(match) ? value * 1_000 : value
            : null;

    private static bool Thousands(Match match) => match.Groups["thousands"].Success;

    private static string? Symbol(Match match) => match.Groups["currency"].Value.Trim().ToUpperInvariant() switch
    {
        "£" or "GBP" => "GBP",
        "€" or "EUR" => "EUR",
        "$" or "USD" => "USD",
        _ => null,
    };

    // “p.a. hour” is what one council writes for an hour, so an hour is looked for before a year.
    private static PayPeriod? PeriodIn(string after) =>
        HourAfter().IsMatch(after) ? PayPeriod.Hour
        : YearAfter().IsMatch(after) ? PayPeriod.Year
        : MonthAfter().IsMatch(after) ? PayPeriod.Month
        : WeekAfter().IsMatch(after) ? PayPeriod.Week
        : DayAfter().IsMatch(after) ? PayPeriod.Day
        : null;

    private static bool IsOther(string before, string after) => OtherBefore().IsMatch(before) || OtherAfter().IsMatch(after);

    [GeneratedRegex(@"(?<currency>£|€|\$|\b(?:GBP|EUR|USD) ?)? ?\b(?<figure>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?)(?<thousands>[kK])?\b")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^\s*(?:[(,]\s*)?(?:p\.?a\.? ?|per |an |a |/ ?|p/?|p\. ?)?(?:hour\b|hourly\b|hr\b|h\b)", RegexOptions.IgnoreCase)]
    private static partial Regex HourAfter();

    [GeneratedRegex(@"^\s*(?:[(,]\s*)?(?:gross )?(?:p\.? ?a\b|(?:per |a |an |/ ?)(?:annum|year)\b|annually\b|yearly\b)", RegexOptions.IgnoreCase)]
    private static partial Regex YearAfter();

    [GeneratedRegex(@"^\s*(?:[(,]\s*)?(?:p\.?c\.?m\b|(?:per |a |/ ?)(?:calendar )?month\b|monthly\b)", RegexOptions.IgnoreCase)]
    private static partial Regex MonthAfter();

    [GeneratedRegex(@"^\s*(?:[(,]\s*)?(?:p\.?w\b|(?:per |a |/ ?)week\b|weekly\b)", RegexOptions.IgnoreCase)]
    private static partial Regex WeekAfter();

    [GeneratedRegex(@"^\s*(?:[(,]\s*)?(?:p\.?d\b|(?:per |a |/ ?)day\b|daily\b)", RegexOptions.IgnoreCase)]
    private static partial Regex DayAfter();

    [GeneratedRegex(@"(?:grade|band|scale|level|scp|point|points|spine|po|so|/)\s*(?:\d+\s*(?:-|–|to)\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherBefore();

    // Days of leave, hours of work and hundredths are no pay.
    [GeneratedRegex(@"^\s*(?:%|per cent|hours\b|hrs\b|days\b|weeks\b|months\b|years\b|miles\b|/\d)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherAfter();
}
