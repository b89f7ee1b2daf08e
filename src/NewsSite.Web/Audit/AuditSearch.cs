using System.Globalization;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Audit;

/// <summary>What somebody looks for in the record, as the address of the page has it.</summary>
public sealed record AuditQuestion
{
    /// <summary>An account's id, <see cref="AuditSearch.NoAccount"/>, or null for everybody.</summary>
    public string? Person { get; init; }

    /// <summary>A story's id, slug or address; null for any.</summary>
    public string? Story { get; init; }

    /// <summary>A kind of act; null for any.</summary>
    public string? Act { get; init; }

    /// <summary>A record, such as <c>people/john-osman</c>; null for any.</summary>
    public string? Subject { get; init; }

    /// <summary>The first day; null for no beginning.</summary>
    public string? From { get; init; }

    /// <summary>The last day; null for no end.</summary>
    public string? To { get; init; }

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrow => Person is not null || Story is not null || Act is not null || Subject is not null || From is not null || To is not null;

    internal static AuditQuestion Of(IQueryCollection query)
    {
        return new() { Person = Word("person"), Story = Word("story"), Act = Word("act"), Subject = Word("subject"), From = Word("from"), To = Word("to") };

        string? Word(string name) => query[name].FirstOrDefault() is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : null;
    }

    /// <summary>The same as the query of an address, with one more part; "?" alone is left away.</summary>
    public string ToQuery(string? name = null, long? number = null)
    {
        var parts = new (string Name, string? Value)[] { ("person", Person), ("story", Story), ("act", Act), ("subject", Subject), ("from", From), ("to", To), (name ?? "", number?.ToString(CultureInfo.InvariantCulture)) };
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : "?" + query;
    }
}

/// <summary>What the question comes to.</summary>
/// <param name="Filter">Which entries are wanted.</param>
/// <param name="Story">The story meant; null for none.</param>
/// <param name="Faults">By field, in words; empty when all is well.</param>
public sealed record AuditAnswer(AuditFilter Filter, StoryName? Story, IReadOnlyDictionary<string, string> Faults);

/// <summary>Understands questions.</summary>
public sealed class AuditSearch(IStoryNames stories, AuditTimes times)
{
    /// <summary>Stands for those without an account.</summary>
    public const string NoAccount = "none";

    /// <summary>Finds out what is meant.</summary>
    public async Task<AuditAnswer> UnderstandAsync(AuditQuestion question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        Guid? account = Guid.TryParse(question.Person, out var id) ? id : null;
        if (question.Person is not (null or NoAccount) && account is null) faults["person"] = "Choose a name of the list.";
        var story = question.Story is { } typed ? await stories.FindAsync(typed, ct) : null;
        if (question.Story is not null && story is null) faults["story"] = "There is no such story. Paste its address, as it is in the newsroom or as readers know it.";
        var (from, to) = (DayOf("from", question.From), DayOf("to", question.To));
        if (from > to) faults["to"] = "The last day is before the first.";
        var filter = new AuditFilter(account, question.Person == NoAccount, story?.Id, question.Subject, question.Act, from is { } first ? times.StartOf(first) : null, to is { } last ? times.StartOf(last.AddDays(1)) : null);
        return new(filter, story, faults);

        DateOnly? DayOf(string field, string? given)
        {
            if (given is null) return null;
            if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1971 and <= 9000) return day;
            faults[field] = "This is no day; expected one such as 2026-05-04.";
            return null;
        }
    }
}
