using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsSite.Web.Api;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Total">How many entries the whole list has.</param>
/// <param name="Page">Number of this page, from 1. A page beyond the last has no entries.</param>
/// <param name="Size">How many entries a full page has.</param>
/// <param name="Items">The entries of this page.</param>
public sealed record PageOf<T>(int Total, int Page, int Size, IReadOnlyList<T> Items);

/// <summary>The part of a list that a request asks for.</summary>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Size">Entries on a page, 1 to 100.</param>
internal readonly record struct Paging(int Page, int Size)
{
    public static readonly ApiParameter<int> PageNumber = ApiParameter.Whole("page", "Which page, from 1. A page beyond the last one is empty.", 1, int.MaxValue, 1);

    public static readonly ApiParameter<int> PageSize = ApiParameter.Whole("size", "How many entries a page has.", 1, 100, 20);

    /// <summary>How many entries come before the page.</summary>
    public long Before => (Page - 1L) * Size;

    public static Paging Of(ApiQuery query) => new(query.Get(PageNumber), query.Get(PageSize));

    /// <summary>Cuts the page out of a list in memory.</summary>
    public PageOf<T> Of<T>(IReadOnlyList<T> all) =>
        new(all.Count, Page, Size, Before >= all.Count ? [] : [.. all.Skip((int)Before).Take(Size)]);
}

/// <summary>Tells callers where the other pages are.</summary>
internal sealed class PageLinks(IConfiguration settings)
{
    private readonly string _site = settings["Site:BaseUrl"] ?? "http://localhost:5080";

    /// <summary>Adds the Link header of RFC 8288: first, prev, next and last, with the request's filters.</summary>
    public void Add<T>(HttpContext http, PageOf<T> page)
    {
        var last = Math.Max(1, (page.Total + page.Size - 1) / page.Size);
        var links = new List<string> { Link(1, "first") };
        if (page.Page > 1) links.Add(Link(Math.Min(page.Page - 1, last), "prev"));
        if (page.Page < last) links.Add(Link(page.Page + 1, "next"));
        links.Add(Link(last, "last"));
        http.Response.Headers.Link = string.Join(", ", links);

        string Link(int number, string relation)
        {
            var query = http.Request.Query.Where(q => !q.Key.Equals("page", StringComparison.OrdinalIgnoreCase)).OrderBy(q => q.Key, StringComparer.Ordinal)
                .Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString())).Append(new("page", number.ToString(CultureInfo.InvariantCulture)));
            return $"<{QueryHelpers.AddQueryString(_site + http.Request.Path.ToUriComponent(), query)}>; rel=\"{relation}\"";
        }
    }
}
