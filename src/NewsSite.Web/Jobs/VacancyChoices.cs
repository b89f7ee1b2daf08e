using System.Globalization;
using NewsSite.Core.Content;

namespace NewsSite.Web.Jobs;

/// <summary>A choice of a filter.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What readers see, with how many vacancies it leaves beside the other filters.</param>
/// <param name="IsChosen">Whether it is the one.</param>
public sealed record VacancyChoice(string Value, string Text, bool IsChosen);

/// <summary>A filter of the listing.</summary>
/// <param name="Name">Its name in the query.</param>
/// <param name="Label">What readers call it.</param>
/// <param name="Choices">What there is to choose; any comes first.</param>
public sealed record VacancyFacet(string Name, string Label, IReadOnlyList<VacancyChoice> Choices);

/// <summary>Counts what each choice of each filter leaves.</summary>
internal static class VacancyChoices
{
    private static readonly int[] Sums = [20_000, 25_000, 30_000, 40_000, 50_000, 75_000, 100_000];
    private static readonly int[] Days = [3, 7, 14, 28];

    /// <summary>The filters that have something to choose.</summary>
    public static IReadOnlyList<VacancyFacet> Of(IReadOnlyList<Vacancy> open, VacancyFilter chosen, DateTimeOffset now, CultureInfo culture)
    {
        VacancyFacet[] facets =
        [
            Facet("recruiter", "Recruiter", "All recruiters", f => f with { Recruiter = null }, Names(open.Select(v => v.Recruiter), chosen.Recruiter), (f, name) => f with { Recruiter = name }, n => (n, n), n => Same(n, chosen.Recruiter)),
            Facet("place", "Place", "All places", f => f with { Place = null }, Names(open.Select(v => v.Place), chosen.Place), (f, name) => f with { Place = name }, n => (n, n), n => Same(n, chosen.Place)),
            Facet("pay", "Pay a year", "Any pay", f => f with { Pay = null }, Numbers(Sums, chosen.Pay), (f, sum) => f with { Pay = sum }, n => ($"{n}", $"£{n.ToString("N0", culture)} or more"), n => n == chosen.Pay),
            Facet("hours", "Hours", "Any hours", f => f with { Work = null }, [.. open.Select(v => v.Work).Append(chosen.Work).OfType<WorkPattern>().Distinct().Order()], (f, work) => f with { Work = work }, w => (Kebab.Of(w), WorkWords.Of(w)), w => w == chosen.Work),
            Facet("closing", "Closing", "At any time", f => f with { Closing = null }, Numbers(Days, chosen.Closing), (f, days) => f with { Closing = days }, n => ($"{n}", n == 1 ? "within a day" : $"within {n} days"), n => n == chosen.Closing),
        ];
        return [.. facets.Where(f => f.Choices.Count > 1)];

        VacancyFacet Facet<T>(string name, string label, string any, Func<VacancyFilter, VacancyFilter> without, IReadOnlyList<T> values, Func<VacancyFilter, T, VacancyFilter> with, Func<T, (string Value, string Text)> words, Func<T, bool> isChosen)
        {
            var choices = new List<VacancyChoice> { new("", any, !values.Any(isChosen)) };
            foreach (var value in values)
            {
                var filter = with(without(chosen), value);
                var count = open.Count(v => filter.Takes(v, now));
                var (sent, text) = words(value);
                // A choice that leaves nothing is a dead end; one that is made stays, so that it can be unmade.
                if (count > 0 || isChosen(value)) choices.Add(new(sent, $"{text} ({count})", isChosen(value)));
            }
            return new(name, label, choices);
        }
    }

    private static IReadOnlyList<string> Names(IEnumerable<string?> names, string? chosen) =>
        [.. names.Append(chosen).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    private static IReadOnlyList<int> Numbers(int[] offered, int? chosen) => [.. offered.Concat(chosen is { } own ? [own] : Array.Empty<int>()).Distinct().Order()];

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
