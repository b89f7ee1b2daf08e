using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Tests.Blocks;

public sealed class BlockRoundTripTests
{
    private const string Slug = "pier";
    private static readonly BlockCatalogue Catalogue = BlockCatalogue.From([typeof(ProseBlock).Assembly]);

    [Fact]
    public void Blocks_written_as_Markdown_come_back_the_same_and_are_written_the_same_again() =>
        Prop.ForAll(Arb.From(Gen.OneOf(ABlock.Standard.Body(Slug), ABlock.Standard.FullBody(Slug))), blocks =>
        {
            var text = ArticleText.Write(blocks, Slug, Catalogue);
            var faults = new Faults("pier.md");
            var back = ArticleText.Read(text.Split('\n'), 1, Slug, Catalogue, faults);
            Assert.Equal([], faults.All);
            Assert.Equal(JsonOf(blocks), JsonOf(back));
            Assert.Equal(text, ArticleText.Write(back, Slug, Catalogue));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Blocks_stored_as_JSON_come_back_the_same() =>
        Prop.ForAll(Arb.From(ABlock.Standard.Body(Slug)), blocks =>
        {
            var json = JsonOf(blocks);
            Assert.Equal(json, JsonOf(JsonSerializer.Deserialize<IReadOnlyList<Block>>(json, Catalogue.Json)!));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_checks_and_the_words_of_any_block_can_be_asked_for() =>
        Prop.ForAll(Arb.From(ABlock.Standard.Body(Slug)), blocks =>
        {
            var article = new ArticleWords(null, blocks);
            foreach (var block in blocks)
            {
                Assert.NotNull(block.ToPlainText());
                Assert.All(Catalogue.Check(block, article), i => Assert.NotEmpty(i.Message));
                Assert.All(block.References(), r => Assert.NotEmpty(r.Key));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("""{"type":"tide-table","id":"t1","v":3,"high":["06:12", "18:40"],"note":"caf\u00e9"}""")]
    [InlineData("""{ "type" : "prose" , "v" : 2, "id" : "t1", "text": { "a": 1.50 } }""")]
    [InlineData("""{"type":"Not A Name","id":"t1"}""")]
    public void A_type_or_version_that_nobody_knows_keeps_its_JSON_byte_for_byte(string json)
    {
        var block = JsonSerializer.Deserialize<Block>(json, Catalogue.Json)!;
        var text = ArticleText.Write([block], Slug, Catalogue);
        var faults = new Faults("pier.md");
        var back = ArticleText.Read(text.Split('\n'), 1, Slug, Catalogue, faults);

        Assert.IsType<UnknownBlock>(block);
        Assert.Equal(json, JsonSerializer.Serialize(block, Catalogue.Json));
        Assert.Equal([], faults.All);
        Assert.Equal(json, JsonSerializer.Serialize(Assert.Single(back), Catalogue.Json));
        Assert.Equal(text, ArticleText.Write(back, Slug, Catalogue));
        Assert.Equal("", block.ToPlainText());
    }

    [Fact]
    public void A_container_that_nobody_knows_keeps_its_text_byte_for_byte_through_the_store()
    {
        const string Text = "::: tide-table   {#t1 port=\"Watchet\"  x='y'}\n   06:12  \\::: \n- {a}\n:::\n";
        var faults = new Faults("pier.md");

        var read = ArticleText.Read(Text.Replace("  x='y'", "", StringComparison.Ordinal).Split('\n'), 1, Slug, Catalogue, faults);
        var stored = JsonSerializer.Deserialize<IReadOnlyList<Block>>(JsonOf(read), Catalogue.Json)!;

        Assert.Equal([], faults.All);
        Assert.Equal(Text.Replace("  x='y'", "", StringComparison.Ordinal), ArticleText.Write(stored, Slug, Catalogue));
    }

    [Fact]
    public void A_draft_s_empty_fields_come_back_empty()
    {
        Assert.All(Catalogue.Types, type =>
        {
            var block = JsonSerializer.Deserialize<Block>($$"""{"type":"{{type.Id}}","id":"a","v":1{{(type.Id == "prose" ? ",\"text\":\"\"" : type.Id == "statement" ? ",\"words\":[]" : "")}}}""", Catalogue.Json)!;

            Assert.Equal(type.ClrType, block.GetType());
            if (type.Fields.Any(f => f.Required)) Assert.Contains(Catalogue.Check(block, new ArticleWords(null, [block])), i => i.Severity is Severity.Stop);
        });
    }

    private static string JsonOf(IReadOnlyList<Block> blocks) => JsonSerializer.Serialize(blocks, Catalogue.Json);
}
