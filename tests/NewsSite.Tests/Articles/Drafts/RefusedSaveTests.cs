using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Tests.Articles.Drafts;

public sealed class RefusedSaveTests : IAsyncLifetime
{
    private const string Content =
        """
        {"kind":"news","headline":"Pier","standfirst":null,"socialHeadline":null,"socialDescription":null,"bylines":[],"topics":[],"sources":[],"leadImage":null,"comments":"site",
        "blocks":[{"type":"prose","id":"a","v":1,"text":"Words"}]}
        """;

    private TestSite _site = null!;
    private HttpClient _ada = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ada = await _site.SignInAsync();
    }

    public async Task DisposeAsync()
    {
        _ada.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("headline", """["Pier"]""", null, "headline")]
    [InlineData("headline", null, null, "headline")]
    [InlineData("kind", "\"advert\"", null, "kind")]
    [InlineData("comments", "2", null, "comments")]
    [InlineData("topics", """["no-such-topic"]""", null, "topics")]
    [InlineData("bylines", """["no-such-author"]""", null, "bylines")]
    [InlineData("sources", """["no-such-source"]""", null, "sources")]
    [InlineData("sources", "\"ofsted\"", null, "sources")]
    [InlineData("mood", "\"glad\"", null, "mood")]
    [InlineData("leadImage", """{"media":"pier.jpg","purpose":"pretty","alt":null,"caption":null,"credit":null}""", null, "leadImage.purpose")]
    [InlineData("leadImage", """{"media":"pier.jpg","purpose":"described","alt":null,"caption":null,"credit":null,"size":3}""", null, "leadImage.size")]
    [InlineData("leadImage", """{"media":"pier.jpg","alt":null,"caption":null,"credit":null}""", null, "leadImage.purpose")]
    [InlineData("leadImage", """{"media":"","purpose":"decorative","alt":null,"caption":null,"credit":null}""", null, "leadImage.media")]
    [InlineData("blocks", "{}", null, "blocks")]
    [InlineData("blocks", "[7]", null, "blocks")]
    [InlineData("blocks", """[{"id":"a","v":1}]""", null, "blocks")]
    [InlineData("blocks", """[{"type":"prose","id":"A b","v":1,"text":"x"}]""", null, "blocks")]
    [InlineData("blocks", """[{"type":"prose","id":"a","v":1,"text":"x"},{"type":"tide-table","id":"a","v":1}]""", "a", "blocks")]
    [InlineData("blocks", """[{"type":"prose","id":"a","v":1,"text":"x","colour":"red"}]""", "a", "colour")]
    [InlineData("blocks", """[{"type":"prose","id":"a","v":1,"Text":"x"}]""", "a", "Text")]
    [InlineData("blocks", """[{"type":"prose","id":"a","v":1}]""", "a", null)]
    [InlineData("blocks", """[{"type":"prose","id":"a","v":1,"text":{"x":1}}]""", "a", "text")]
    [InlineData("blocks", """[{"type":"image","id":"a","v":1,"purpose":"pretty"}]""", "a", "purpose")]
    [InlineData("blocks", """[{"type":"improvements","id":"a","v":1,"items":[{"text":"x"},{"txt":"y"}]}]""", "a", "items.1.txt")]
    [InlineData("headline", "\"half \\ud83d a character\"", null, null)]
    public async Task What_is_not_understood_is_refused_and_named(string field, string? value, string? block, string? named)
    {
        var content = Content;
        var json = JsonNode.Parse(content)!.AsObject();
        json.Remove(field);
        content = value is null ? json.ToJsonString() : $$"""{{{json.ToJsonString()[1..^1]}},"{{field}}":{{value}}}""";

        var problem = await DraftClient.ProblemAsync(await PutAsync($$"""{"base":null,"content":{{content}},"reason":null}"""), HttpStatusCode.UnprocessableEntity);

        var issue = problem.GetProperty("issues").EnumerateArray().First();
        Assert.Equal((block, named), (issue.GetProperty("block").GetString(), issue.GetProperty("field").GetString()));
        Assert.Equal("stop", issue.GetProperty("severity").GetString());
        Assert.Contains(issue.GetProperty("message").GetString()!, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"content":CONTENT}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"base":"r1","content":CONTENT}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"base":null}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"base":null,"content":CONTENT,"force":true}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"base":"01960000-0000-7000-8000-000000000001","content":CONTENT}""", HttpStatusCode.NotFound)]
    [InlineData("[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task A_request_that_makes_no_sense_is_refused(string request, HttpStatusCode status) =>
        await DraftClient.ProblemAsync(await PutAsync(request.Replace("CONTENT", Content, StringComparison.Ordinal)), status);

    [Fact]
    public async Task A_revision_of_another_story_is_no_base_and_an_id_says_when_it_was_made()
    {
        var (one, other) = (DraftClient.NewId(_site), DraftClient.NewId(_site));
        await _ada.SaveAsync(one, null, ADraft.Of("a"));
        var others = await _ada.SaveAsync(other, null, ADraft.Of("a"));

        await DraftClient.ProblemAsync(await _ada.PutDraftAsync(one, others.Revision, ADraft.Of("b")), HttpStatusCode.UnprocessableEntity);
        await DraftClient.ProblemAsync(await _ada.PutDraftAsync(Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"), null, ADraft.Of("b")), HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task More_than_two_megabytes_are_refused_with_the_limit_and_less_is_taken()
    {
        var large = ADraft.Of("a") with { Blocks = [.. Enumerable.Range(0, 11).Select(i => ADraft.Block($"b{i}", new string('x', 190_000)))] };

        var problem = await DraftClient.ProblemAsync(await _ada.PutDraftAsync(DraftClient.NewId(_site), null, large with { Blocks = [.. large.Blocks, ADraft.Block("end", new string('x', 190_000))] }), HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("2 MB", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await _ada.SaveAsync(DraftClient.NewId(_site), null, large);
    }

    [Fact]
    public async Task A_block_that_nobody_here_knows_goes_in_and_out_with_every_byte()
    {
        const string stranger = """{ "v": 3.0e0, "type":"tide-table",  "id":"t", "high": [ 4.50, "é\u00e9" ], "nul": "\u0000" }""";
        var id = DraftClient.NewId(_site);
        var first = await DraftClient.ReadAsync<SavedAnswer>(await PutAsync($$"""{"base":null,"content":{{Content.Replace("[{", $"[{stranger},{{", StringComparison.Ordinal)}}}""", id));
        var seen = (await _ada.OpenAsync(id)).Content;

        await _ada.SaveAsync(id, first.Revision, seen with { Headline = "Other", Blocks = [new("t", """{"type":"tide-table","id":"t","v":3,"high":[4.5,"éé"],"nul":"\u0000"}"""), .. seen.Blocks.Skip(1)] });

        var stored = await _site.InDbAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Set<NewsSite.Web.Articles.Revision>().Select(r => r.Blocks)));
        Assert.Equal(2, stored.Count);
        Assert.All(stored, blocks => Assert.Contains(stranger, blocks, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Texts_are_brought_to_their_normal_form()
    {
        var id = DraftClient.NewId(_site);

        await _ada.SaveAsync(id, null, ADraft.Of("a") with { Headline = "  Pier\r\ngone ", Standfirst = "  " });

        var content = (await _ada.OpenAsync(id)).Content;
        Assert.Equal(("Pier gone", null), (content.Headline, content.Standfirst));
    }

    private Task<HttpResponseMessage> PutAsync(string body, Guid? id = null) =>
        _ada.PutAsync(DraftClient.PathOf(id ?? DraftClient.NewId(_site)), new StringContent(body, Encoding.UTF8, "application/json"));
}
