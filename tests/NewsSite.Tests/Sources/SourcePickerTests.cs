using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsSite.Tests.Exchange;
using NewsSite.Tests.Newsroom;

namespace NewsSite.Tests.Sources;

/// <summary>A journalist finds a document to cite, or adds one without leaving the story.</summary>
public sealed class SourcePickerTests
{
    private const string Sources = "/newsroom/api/sources";

    [Fact]
    public async Task A_source_is_added_once_found_at_once_and_exported()
    {
        await using var site = await TestSite.StartAsync();
        var ada = await site.SignInAsync();
        var report = new { title = "Inspection of Somerset children’s services", publisher = "Ofsted", kind = "Inspection report", address = "https://files.example/report.pdf", published = "2022-09" };

        using var made = await ada.PostAsJsonAsync(Sources, report);
        using var again = await ada.PostAsJsonAsync(Sources, report);
        using var other = await ada.PostAsJsonAsync(Sources, report with { address = "https://files.example/annex.pdf" });
        var found = (await ada.GetFromJsonAsync<JsonNode>($"{Sources}?q=ofsted+insp"))!["items"]!.AsArray();
        var folder = Path.Combine(site.Folder, "export");
        await ContentDirectory.ExportAsync(site, folder);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created), (made.StatusCode, again.StatusCode, other.StatusCode));
        Assert.Equal(["inspection-of-somerset-childrens-services", "inspection-of-somerset-childrens-services-2"], found.Select(s => (string)s!["slug"]!).Order());
        Assert.Equal("2022-09", (string?)found[0]!["published"]);
        Assert.Contains("publisher: Ofsted", await File.ReadAllTextAsync(Path.Combine(folder, "sources", "inspection-of-somerset-childrens-services.yml")));
    }

    [Theory]
    [InlineData("", null, null, "Write the document’s title")]
    [InlineData("Report", "files.example/report.pdf", null, "no address on the web")]
    [InlineData("Report", "javascript:alert(1)", null, "no address on the web")]
    [InlineData("Report", null, "last week", "“last week” is no date")]
    public async Task What_is_wrong_is_said(string title, string? address, string? published, string message)
    {
        await using var site = await TestSite.StartAsync();
        var ada = await site.SignInAsync();

        using var answer = await ada.PostAsJsonAsync(Sources, new { title, address, published });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["detail"]);
    }
}
