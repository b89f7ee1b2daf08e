using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Tests.Blocks;

/// <summary>
/// The manual page beside each block is true. After a change on purpose, <c>NEWSSITE_REWRITE=1 dotnet test --filter Blocks</c>
/// writes the pages and schemas anew: read the difference before it is committed.
/// </summary>
public sealed class BlockSpecTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private TestSite _site = null!;

    public static bool Rewrites => Environment.GetEnvironmentVariable("NEWSSITE_REWRITE") == "1";

    private BlockCatalogue Catalogue => _site.Services.GetRequiredService<BlockCatalogue>();

    public static TheoryData<string> Pages => [.. BlockExample.Specs.Select(s => Path.GetFileName(s))];

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public void Every_block_type_has_a_page_with_an_example()
    {
        var described = BlockExample.Specs.SelectMany(BlockExample.Of).Select(e => Path.GetFileName(Path.GetDirectoryName(e.Spec))).Distinct();

        Assert.Equal(Catalogue.Types.Select(t => t.ViewName).Order(), described.Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_block_s_page_is_true(string page)
    {
        var spec = BlockExample.Specs.Single(s => Path.GetFileName(s) == page);
        var made = new Dictionary<string, (string Json, string Html, string Issues)>();
        foreach (var example in BlockExample.Of(spec))
        {
            var faults = new Faults(example.Name);
            var blocks = ArticleText.Read(example.Markdown.TrimEnd('\n').Split('\n'), 1, "example", Catalogue, faults);
            Assert.Empty(faults.All);
            Assert.Equal(example.Markdown, ArticleText.Write(blocks, "example", Catalogue));
            made.Add(example.Name, (JsonOf(blocks), BlockCanvas.Tidy(await _site.DrawAsync(blocks)), IssuesOf(blocks)));
            Assert.Equal(made[example.Name].Json, JsonOf(JsonSerializer.Deserialize<IReadOnlyList<Block>>(made[example.Name].Json, Catalogue.Json)!));
        }

        if (Rewrites) BlockExample.Rewrite(spec, made);
        foreach (var example in BlockExample.Of(spec))
        {
            Assert.Equal(made[example.Name].Json, example.Json);
            Assert.Equal(made[example.Name].Html, example.Html);
            Assert.Equal(made[example.Name].Issues, example.Issues ?? "");
        }
    }

    private string JsonOf(IReadOnlyList<Block> blocks) => JsonNode.Parse(JsonSerializer.Serialize(blocks, Catalogue.Json))!.ToJsonString(Indented);

    private string IssuesOf(IReadOnlyList<Block> blocks)
    {
        var article = new ArticleWords(null, blocks, SampleReferences.Frame.Headline);
        return string.Join('\n', blocks.SelectMany(b => Catalogue.Check(b, article)).Select(i => $"{i.Severity} {i.Field}: {i.Message}"));
    }
}
