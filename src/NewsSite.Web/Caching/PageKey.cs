using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsSite.Web.Caching;

/// <summary>What tells two pages apart: never the host, and only the query keys that pages read.</summary>
/// <param name="Path">Decoded, with the path base before it.</param>
/// <param name="Query">Empty, or <c>?key=value</c> pairs in the order of their keys.</param>
internal readonly record struct PageKey(string Path, string Query)
{
    public static PageKey Of(HttpRequest request, ISet<string> queryKeys)
    {
        var path = request.PathBase.HasValue ? request.PathBase.Value + request.Path.Value : request.Path.Value ?? "";
        return new(path, request.QueryString.HasValue ? Normalise(request.QueryString.Value, queryKeys) : "");
    }

    private static string Normalise(string? query, ISet<string> queryKeys)
    {
        List<(string Key, string Value)>? pairs = null;
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var key = pair.DecodeName().ToString();
            if (queryKeys.Contains(key)) (pairs ??= []).Add((key.ToLowerInvariant(), pair.DecodeValue().ToString()));
        }

        if (pairs is null) return "";

        // OrderBy is stable: the values of a repeated key keep their order, which a page may care about.
        var text = new StringBuilder();
        foreach (var (key, value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(key));
            text.Append('=').Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }
}
