using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Tests.Blocks;

/// <summary>A third party's assembly brings a block type; tests/NewsSite.SampleModule is one, and sees nothing but NewsSite.Core.</summary>
public sealed class ModuleBlockTests
{
    private const string Module = "--Modules:0=NewsSite.SampleModule";
    private const string Present = """{"type":"meeting","id":"m1","v":2,"title":"Planning committee","day":"2026-11-24","place":"Somerton","agenda":"https://example.com/agenda","business":["The hospital."]}""";
    private const string Former = """{"type":"meeting","id":"m1","v":1,"committee":"Planning committee","day":"2026-11-24","place":"Somerton","agenda":"https://example.com/agenda","business":"The hospital."}""";

    private const string Text = """
        ::: meeting {#m1 title="Planning committee" day="2026-11-24" place="Somerton" agenda="https://example.com/agenda"}
        The hospital.
        :::

        """;

    [Fact]
    public async Task Its_block_is_read_from_Markdown_and_JSON_and_shown_on_the_page()
    {
        await using var site = await TestSite.StartAsync(Module);
        var catalogue = site.Services.GetRequiredService<BlockCatalogue>();
        var faults = new Faults("pier.md");

        var block = Assert.Single(ArticleText.Read(Text.TrimEnd('\n').Split('\n'), 1, "pier", catalogue, faults));
        await site.PublishAsync(new AStory { Slug = "pier", Blocks = [block] });
        var page = await site.Reader.GetStringAsync("/news/pier");

        Assert.Empty(faults.All);
        Assert.Equal(Present, JsonSerializer.Serialize(block, catalogue.Json));
        Assert.Equal(Text, ArticleText.Write([JsonSerializer.Deserialize<Block>(Present, catalogue.Json)!], "pier", catalogue));
        Assert.Contains("Planning committee, Somerton", page, StringComparison.Ordinal);
        Assert.Contains("24 November 2026", page, StringComparison.Ordinal);
        Assert.Contains("Read the agenda", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_earlier_version_saved_is_upgraded()
    {
        await using var site = await TestSite.StartAsync(Module);
        var catalogue = site.Services.GetRequiredService<BlockCatalogue>();

        var block = JsonSerializer.Deserialize<Block>(Former, catalogue.Json)!;

        Assert.Equal(Present, JsonSerializer.Serialize(block, catalogue.Json));
    }

    [Fact]
    public async Task Without_the_module_its_block_is_kept_untouched_and_shown_again_when_the_module_is_back()
    {
        await using var site = await TestSite.StartAsync(Module);
        var faults = new Faults("pier.md");
        var known = JsonSerializer.Deserialize<Block>(Present, site.Services.GetRequiredService<BlockCatalogue>().Json)!;
        await site.PublishAsync(new AStory { Slug = "pier", Blocks = [known] });

        await site.RestartAsync();
        var catalogue = site.Services.GetRequiredService<BlockCatalogue>();
        var without = await site.Reader.GetStringAsync("/news/pier");
        var fromFile = Assert.Single(ArticleText.Read(Text.TrimEnd('\n').Split('\n'), 1, "pier", catalogue, faults));
        var kept = JsonSerializer.Serialize(fromFile, catalogue.Json);
        await site.RestartAsync(Module);
        var again = await site.Reader.GetStringAsync("/news/pier");

        Assert.Empty(faults.All);
        Assert.DoesNotContain("Planning committee", without, StringComparison.Ordinal);
        Assert.Equal(Present, JsonSerializer.Serialize(JsonSerializer.Deserialize<Block>(Present, catalogue.Json)!, catalogue.Json));
        Assert.Equal(Text, ArticleText.Write([fromFile], "pier", catalogue));
        Assert.Contains("Planning committee", again, StringComparison.Ordinal);
        catalogue = site.Services.GetRequiredService<BlockCatalogue>();
        Assert.Equal(Present, JsonSerializer.Serialize(JsonSerializer.Deserialize<Block>(kept, catalogue.Json)!, catalogue.Json));
    }

    [Fact]
    public void A_version_above_the_first_without_an_upgrade_stops_the_start()
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => BlockType.Of(typeof(Stuck)));

        Assert.Contains(nameof(IUpgradableBlock), wrong.Message, StringComparison.Ordinal);
    }

    // Not found by any catalogue of this assembly's blocks: it is described only here.
    [BlockType("stuck", Name = "Stuck", Version = 2)]
    private sealed record Stuck : Block, IMarkdownBlock<Stuck>
    {
        public static Stuck Read(ContainerReader container) => new();

        public static void Write(Stuck block, ContainerWriter container)
        {
            // It has no fields.
        }

        public override string ToPlainText() => "";
    }
}
