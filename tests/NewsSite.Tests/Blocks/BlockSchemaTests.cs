using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsSite.Core.Blocks;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Tests.Blocks;

public sealed class BlockSchemaTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly BlockCatalogue Catalogue = BlockCatalogue.From([typeof(ProseBlock).Assembly]);

    public static TheoryData<string> Types => [.. Catalogue.Types.Select(t => t.Id)];

    [Theory]
    [MemberData(nameof(Types))]
    public void The_schema_beside_a_block_is_the_one_that_its_record_gives(string name)
    {
        var type = Catalogue.Find(name)!;
        var file = Path.Combine(BlockExample.Folder, type.ViewName, $"{type.ViewName}.schema.json");

        var made = BlockSchemas.Of(Catalogue, type).ToJsonString(Indented) + "\n";

        if (BlockSpecTests.Rewrites) File.WriteAllText(file, made);
        Assert.Equal(made, File.ReadAllText(file));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_schema_names_the_type_and_describes_every_field(string name)
    {
        var type = Catalogue.Find(name)!;

        var schema = BlockSchemas.Of(Catalogue, type);

        var properties = schema["properties"]!.AsObject();
        Assert.Equal(name, properties["type"]!["const"]!.GetValue<string>());
        Assert.Equal(["type", "id", "v", .. type.Fields.Select(f => f.Name)], properties.Select(p => p.Key));
        Assert.All(type.Fields, f => Assert.Equal(f.Label, properties[f.Name]!["title"]!.GetValue<string>()));
        Assert.DoesNotContain("null", Kinds(schema));
    }

    private static IEnumerable<string> Kinds(JsonNode? node) => node switch
    {
        JsonObject shape => shape.SelectMany(p => p is { Key: "type", Value: JsonArray types } ? types.Select(t => t!.ToString()) : Kinds(p.Value)),
        JsonArray list => list.SelectMany(Kinds),
        _ => [],
    };
}
