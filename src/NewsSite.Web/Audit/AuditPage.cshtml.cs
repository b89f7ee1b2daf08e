using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Audit;

/// <summary>The record of all that was done, for those who may read it.</summary>
[Needs(Permission.SeeAuditTrail)]
public sealed class AuditPage(AuditReader record, AuditSearch search, IColleagues colleagues, IEnumerable<SubjectPage> subjects, EndpointDataSource routes, ICurrentAccount who, AuditTimes times) : NewsroomPage
{
    /// <summary>What is looked for.</summary>
    public AuditQuestion Question { get; private set; } = new();

    /// <summary>What is wrong with it, by field; empty when all is well.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    /// <summary>The story that was meant; null for none.</summary>
    public StoryName? Story { get; private set; }

    /// <summary>The entries.</summary>
    public AuditList List { get; private set; } = new([], false, false);

    /// <summary>The entries by day.</summary>
    public IEnumerable<IGrouping<DateOnly, AuditEntry>> Days => List.Entries.GroupBy(e => times.DayOf(e.At));

    /// <summary>Everybody with an account.</summary>
    public IReadOnlyList<Colleague> People { get; private set; } = [];

    /// <summary>The kinds of act by the thing that they are about.</summary>
    public IEnumerable<IGrouping<string, string>> Acts { get; private set; } = [];

    /// <summary>The clock on the newsroom's wall.</summary>
    public AuditTimes Times => times;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Question = AuditQuestion.Of(Request.Query);
        People = await colleagues.AllAsync(ct);
        Acts = (await record.ActsAsync(ct)).GroupBy(a => ActWords.ThingOf(a));
        var answer = await search.UnderstandAsync(Question, ct);
        (Faults, Story) = (answer.Faults, answer.Story);
        if (Faults.Count == 0) List = await record.PageAsync(answer.Filter, NumberOf("before"), NumberOf("after"), ct);
    }

    /// <summary>The page of what an entry is about; null when it has none, or none that this person may see.</summary>
    public string? PathOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Subject?.Split('/', 2) is not [var kind, var key]) return null;
        if (subjects.FirstOrDefault(s => s.Kind == kind) is { } page) return who.May(page.Needs) ? string.Format(CultureInfo.InvariantCulture, page.Path, Uri.EscapeDataString(key)) : null;
        var pages = $"newsroom/{kind}/{{"; // where most records have theirs
        return routes.Endpoints.OfType<RouteEndpoint>().Any(r => r.RoutePattern.RawText?.TrimStart('/').StartsWith(pages, StringComparison.Ordinal) is true) ? $"/newsroom/{kind}/{Uri.EscapeDataString(key)}" : null;
    }

    private long? NumberOf(string name) => long.TryParse(Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Kinds of act as people read them.</summary>
public static class ActWords
{
    /// <summary>The thing, such as "Article".</summary>
    public static string ThingOf(string act) => Sentence(act.Split('.', 2)[0].Replace('-', ' '));

    /// <summary>What became of it, such as "Sent back".</summary>
    public static string WordsOf(string act) => Sentence(act.Split('.', 2)[^1].Replace('-', ' '));

    /// <summary>As it begins a sentence.</summary>
    public static string Sentence(string words) => string.IsNullOrEmpty(words) ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
