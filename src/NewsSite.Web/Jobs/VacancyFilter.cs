using System.Globalization;
using Microsoft.Extensions.Primitives;
using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.Jobs;

/// <summary>Which of the open vacancies are wanted.</summary>
public sealed record VacancyFilter
{
    /// <summary>The days before closing that can be asked for, at most.</summary>
    public const int MostDays = 90;

    /// <summary>Beginnings of words of the title, the recruiter, the place or the text; null for any.</summary>
    public string? Words { get; init; }

    /// <summary>The recruiter, by the exact name; null for any.</summary>
    public string? Recruiter { get; init; }

    /// <summary>The place, exactly as the vacancies give it; null for any.</summary>
    public string? Place { get; init; }

    /// <summary>What it pays in a year of full time, at least, compared with the most that it pays; null for any.</summary>
    public int? Pay { get; init; }

    /// <summary>How the work lies in the week; null for any.</summary>
    public WorkPattern? Work { get; init; }

    /// <summary>In how many days it closes, at most; null for any.</summary>
    public int? Closing { get; init; }

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => this == new VacancyFilter();

    /// <summary>Reads a page's query. What makes no sense is passed over.</summary>
    public static VacancyFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new()
        {
            Words = Line(query["q"]),
            Recruiter = Line(query["recruiter"]),
            Place = Line(query["place"]),
            Pay = Number(query["pay"], 10_000_000),
            Work = Kebab.TryParse<WorkPattern>(Line(query["hours"]) ?? "", out var work) ? work : null,
            Closing = Number(query["closing"], MostDays),
        };
    }

    /// <summary>The query that asks for this, beginning with a question mark; empty when nothing is asked for.</summary>
    public string Query()
    {
        var parts = new List<string>();
        Add("q", Words);
        Add("recruiter", Recruiter);
        Add("place", Place);
        Add("pay", Pay?.ToString(CultureInfo.InvariantCulture));
        Add("hours", Work is { } work ? Kebab.Of(work) : null);
        Add("closing", Closing?.ToString(CultureInfo.InvariantCulture));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string key, string? value)
        {
            if (value is not null) parts.Add($"{key}={Uri.EscapeDataString(value)}");
        }
    }

    /// <summary>Whether a vacancy is wanted.</summary>
    public bool Takes(Vacancy vacancy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(vacancy);
        return (Recruiter is null || string.Equals(vacancy.Recruiter, Recruiter, StringComparison.OrdinalIgnoreCase))
            && (Place is null || string.Equals(vacancy.Place, Place, StringComparison.OrdinalIgnoreCase))
            && (Pay is null || vacancy.Pay.YearlyMost() >= Pay)
            && (Work is null || vacancy.Work == Work)
            && (Closing is null || vacancy.ClosesAt <= now.AddDays(Closing.Value))
            && (Words is null || new WordQuery(Words).Finds(vacancy.Title, vacancy.Recruiter, vacancy.Place, vacancy.Words, vacancy.Pay.Grade));
    }

    private static string? Line(StringValues given) => given is [{ Length: <= 200 } text] ? Plain.Line(text) : null;

    private static int? Number(StringValues given, int most) =>
        given is [{ } text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
