using System.Globalization;
using NewsSite.Core.Content;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Jobs.Importing;

/// <summary>Makes vacancies of rows, and says of each row that is none what was expected.</summary>
internal sealed class VacancyRowReader(Site site, TimeProvider clock)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy", "dddd d MMMM yyyy"];
    private static readonly string[] Minutes = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "d/M/yyyy H:mm", "d/M/yyyy HH:mm:ss", "d MMMM yyyy H:mm"];

    /// <summary>The vacancy, with a slug still to be found; null when there are faults.</summary>
    public Vacancy? Read(RawRow row, List<RowFault> faults)
    {
        var before = faults.Count;
        var values = row.Values;
        foreach (var column in VacancyColumns.Required.Where(c => !values.ContainsKey(c))) Fault(column, "it is empty; it is needed.");
        var vacancy = new Vacancy
        {
            Slug = "",
            Title = Line(VacancyColumns.Title, 200) ?? "",
            Recruiter = Line(VacancyColumns.Recruiter, 120) ?? "",
            Place = Line(VacancyColumns.Place, 120),
            Pay = PayWords.Read(Line(VacancyColumns.Pay, 200)),
            Words = Plain.Text(values.GetValueOrDefault(VacancyColumns.Words)),
            Hours = Line(VacancyColumns.Hours, 120),
            Work = WorkOf(values.GetValueOrDefault(VacancyColumns.Work)),
            ApplyAt = ApplyOf(values.GetValueOrDefault(VacancyColumns.Apply)),
            OpensAt = Moment(VacancyColumns.Opens, 0) ?? default,
            ClosesAt = Moment(VacancyColumns.Closes, 1) ?? default,
            Reference = Line(VacancyColumns.Reference, 200),
        };
        if (vacancy.Words.Length > 20_000) Fault(VacancyColumns.Words, $"it has {vacancy.Words.Length} characters; 20,000 is the most.");
        if (vacancy.ClosesAt != default && vacancy.ClosesAt <= clock.GetUtcNow()) Fault(VacancyColumns.Closes, $"“{values[VacancyColumns.Closes]}” has passed; expected a day to come.");
        if (vacancy.ClosesAt != default && vacancy.OpensAt != default && vacancy.ClosesAt <= vacancy.OpensAt) Fault(VacancyColumns.Closes, "it closes before it opens; expected a later day.");
        return faults.Count > before ? null : vacancy;

        void Fault(string column, string message) => faults.Add(new(row.Number, column, message));

        string? Line(string column, int longest)
        {
            var line = Plain.Line(values.GetValueOrDefault(column));
            if (line?.Length > longest) Fault(column, $"it has {line.Length} characters; {longest} is the most.");
            return line;
        }

        string? ApplyOf(string? typed)
        {
            if (typed is null || ApplyAddress.Is(typed)) return typed;
            Fault(VacancyColumns.Apply, $"“{Short(typed)}” is nowhere to apply; expected {ApplyAddress.Expected}.");
            return null;
        }

        WorkPattern? WorkOf(string? typed)
        {
            if (typed is null) return null;
            var bare = string.Concat(typed.Where(char.IsLetter)).ToLowerInvariant();
            WorkPattern? work = bare.Contains("fulltime", StringComparison.Ordinal) ? WorkPattern.FullTime
                : bare.Contains("parttime", StringComparison.Ordinal) ? WorkPattern.PartTime
                : bare.Contains("jobshare", StringComparison.Ordinal) ? WorkPattern.JobShare
                : bare is "casual" or "bank" or "relief" or "zerohours" ? WorkPattern.Casual : null;
            if (work is null) Fault(VacancyColumns.Work, $"“{Short(typed)}” is no pattern of work; expected full time, part time, job share or casual.");
            return work;
        }

        DateTimeOffset? Moment(string column, int daysAfter)
        {
            if (!values.TryGetValue(column, out var typed)) return null;
            if (DateOnly.TryParseExact(typed, Days, site.Culture, DateTimeStyles.AllowWhiteSpaces, out var day) && day.Year is >= 1900 and <= 2200) return site.StartOf(day.AddDays(daysAfter));
            if (DateTime.TryParseExact(typed, Minutes, site.Culture, DateTimeStyles.AllowWhiteSpaces, out var minute) && minute.Year is >= 1900 and <= 2200)
            {
                var wall = new WallTime(DateOnly.FromDateTime(minute), TimeOnly.FromDateTime(minute));
                if (!wall.IsSkippedIn(site.Zone)) return wall.InZone(site.Zone);
                Fault(column, $"“{typed}” does not exist: the clocks go forward over it. Expected another time.");
                return null;
            }
            if (typed.Length > 10 && DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant.Year is >= 1900 and <= 2200) return instant.ToUniversalTime();
            Fault(column, $"“{Short(typed)}” is no day; expected one such as 2026-05-31 or 31/05/2026, with or without a time.");
            return null;
        }
    }

    private static string Short(string typed) => typed.Length <= 60 ? typed : typed[..(char.IsHighSurrogate(typed[59]) ? 59 : 60)] + "…";
}
