using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Search;

/// <summary>Searches as addresses.</summary>
internal static class SearchAddress
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The page.</summary>
    public const string Page = "/search";

    /// <summary>The folder of the feeds; the address of one has the search behind it.</summary>
    public const string Feeds = "/search";

    /// <summary>Reads what an address asks for. What it cannot mean is passed over, as if it were not there.</summary>
    /// <param name="query">The address's query.</param>
    /// <param name="topics">The present slugs of topics.</param>
    public static SearchRequest Read(IQueryCollection query, TopicNames topics) => new(
        SearchQuery.Parse(Last(query, "q")),
        Last(query, "kind") is { } kind && Kebab.TryParse(kind, out ArticleKind known) ? known : null,
        Last(query, "topic") is { } topic && Slug.IsSlug(topic) ? topics.Now(topic) : null,
        DayOf(Last(query, "from")), DayOf(Last(query, "to")),
        Last(query, "sort") == "date" ? SearchOrder.Date : SearchOrder.Relevance);

    /// <summary>The query of a search's address, with its question mark; empty for a search for nothing.</summary>
    public static string QueryOf(SearchRequest request) => QueryHelpers.AddQueryString("", Pairs(request).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));

    /// <summary>The path of a search's page.</summary>
    public static string Of(SearchRequest request) => Page + QueryOf(request);

    /// <summary>The parts of a search's address.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(SearchRequest request)
    {
        if (request.Query.Typed.Length > 0) yield return new("q", request.Query.Typed);
        if (request.Kind is { } kind) yield return new("kind", Kebab.Of(kind));
        if (request.Topic is { } topic) yield return new("topic", topic);
        if (request.From is { } from) yield return new("from", Day(from));
        if (request.To is { } to) yield return new("to", Day(to));
        if (request.Order is SearchOrder.Date) yield return new("sort", "date");
    }

    /// <summary>A day as forms give it; empty for none.</summary>
    public static string Day(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture) ?? "";

    private static string? Last(IQueryCollection query, string key) => query[key] is { Count: > 0 } values ? values[^1] : null;

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1000 and <= 9000 ? day : null;
}
