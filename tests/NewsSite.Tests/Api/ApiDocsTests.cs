using System.Text.RegularExpressions;

namespace NewsSite.Tests.Api;

public sealed partial class ApiDocsTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task People_read_of_every_endpoint_and_shape_without_scripts()
    {
        var document = await api.ReadAsync("/openapi/v1.json");

        var html = await api.Reader.GetStringAsync("/api/docs");

        Assert.All(from path in document["paths"]!.AsObject() from method in path.Value!.AsObject() select $"{method.Key.ToUpperInvariant()} {path.Key}", operation => Assert.Contains(operation, html, StringComparison.Ordinal));
        Assert.All(document["components"]!["schemas"]!.AsObject().Select(s => s.Key), name => Assert.Contains($"id=\"shape-{name}\"", html, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_within_the_page_lead_somewhere_and_ids_are_unique()
    {
        var html = await api.Reader.GetStringAsync("/api/docs");

        var ids = Ids().Matches(html).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(Fragments().Matches(html).Select(m => m.Groups[1].Value).Except(ids));
    }

    [GeneratedRegex("\\sid=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Fragments();
}
