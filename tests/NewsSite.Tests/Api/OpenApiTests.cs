using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsSite.Tests.Api;

/// <summary>
/// The OpenAPI document is complete, true and the one that is committed. After a change on purpose,
/// <c>NEWSSITE_REWRITE=1 dotnet test tests/NewsSite.Tests --filter OpenApi</c> writes docs/reference/openapi.json anew.
/// </summary>
public sealed class OpenApiTests(ApiSite api) : IClassFixture<ApiSite>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Committed => Repository.PathOf("docs", "reference", "openapi.json");

    [Fact]
    public async Task The_committed_document_is_the_served_one()
    {
        await using var site = await TestSite.StartAsync(); // with the settings of appsettings.json
        var served = JsonNode.Parse(await site.Reader.GetStringAsync("/openapi/v1.json"))!.ToJsonString(Indented) + "\n";

        if (Environment.GetEnvironmentVariable("NEWSSITE_REWRITE") == "1") await File.WriteAllTextAsync(Committed, served);

        Assert.Equal(await File.ReadAllTextAsync(Committed), served);
    }

    [Fact]
    public async Task Every_endpoint_is_told_with_words_examples_and_errors()
    {
        var document = await api.ReadAsync("/openapi/v1.json");
        var operations = Operations(document);

        Assert.StartsWith("3.1.", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.Equal(12, operations.Count(o => o.Operation["security"] is null));
        Assert.Equal(13, operations.Count(o => o.Operation["security"] is not null));
        Assert.Equal(operations.Count, operations.Select(o => (string)o.Operation["operationId"]!).Distinct().Count());
        Assert.All(operations, o =>
        {
            var ok = (o.Operation["responses"]!["200"] ?? o.Operation["responses"]!["201"] ?? o.Operation["responses"]!["202"])!;
            var isSentByReaders = (string)o.Operation["operationId"]! == "postComment"; // whom nobody asks for a token
            var isOpen = o.Operation["security"] is null;
            Assert.All(new[] { "operationId", "summary", "description" }, name => Assert.NotEmpty((string)o.Operation[name]!));
            Assert.NotEmpty(o.Operation["tags"]!.AsArray());
            Assert.NotNull(ok["content"]!["application/json"]!["example"]);
            Assert.Equal(isSentByReaders, ok["headers"]?["ETag"] is null);
            Assert.Equal(isOpen && !isSentByReaders, o.Operation["responses"]!["304"] is not null);
            Assert.True(isOpen || (o.Operation["responses"]!["401"] is not null && o.Operation["responses"]!["403"] is not null));
            Assert.All(o.Operation["requestBody"]?["content"]?.AsObject().Where(c => c.Key == "application/json") ?? [], c => Assert.NotNull(c.Value!["example"]));
            Assert.NotNull(o.Operation["responses"]!["500"]);
            Assert.True(o.Operation["responses"]!["400"] is not null || o.Operation["responses"]!["404"] is not null);
            foreach (var (status, response) in o.Operation["responses"]!.AsObject())
                if (int.Parse(status, CultureInfo.InvariantCulture) >= 400) Assert.NotNull(response!["content"]!["application/problem+json"]!["example"]);
            foreach (var parameter in o.Operation["parameters"]!.AsArray()) Assert.NotEmpty((string)parameter!["description"]!);
        });
    }

    [Fact]
    public async Task Every_property_is_told_in_words()
    {
        var document = await api.ReadAsync("/openapi/v1.json");

        var silent =
            from schema in document["components"]!["schemas"]!.AsObject()
            from property in schema.Value!["properties"]?.AsObject() ?? []
            let text = property.Value!.ToJsonString()
            where !text.Contains("\"description\"", StringComparison.Ordinal) && !text.Contains("\"title\"", StringComparison.Ordinal) && property.Key is not ("type" or "v")
            select $"{schema.Key}.{property.Key}";

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Examples_and_real_answers_are_as_their_schemas_say()
    {
        var document = await api.ReadAsync("/openapi/v1.json");
        var check = new SchemaCheck(document);
        string[] more = ["/api/v1/articles/pier?as=markdown", "/api/v1/articles/budget", "/api/v1/articles?size=100", "/api/v1/blocks?size=100", "/api/v1/people/morwenna-sands/statements"];
        var faults = new List<string>();

        foreach (var (path, operation) in Operations(document))
        {
            foreach (var (status, response) in operation["responses"]!.AsObject())
                if (response!["content"]?["application/json"] is { } json) faults.AddRange(check.Faults(json["schema"]!, json["example"]).Select(f => $"example of {status} of {path} {f}"));
            if (operation["requestBody"]?["content"]?["application/json"] is { } body) faults.AddRange(check.Faults(body["schema"]!, body["example"]).Select(f => $"body of {path} {f}"));
            if (operation["security"] is null && operation["requestBody"] is null) // the answers to programs that write are looked at where they write
                foreach (var address in more.Where(m => IsAt(path, m)).Append(AddressOf(path, operation)))
                    faults.AddRange(check.Faults(operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!, await api.ReadAsync(address)).Select(f => $"{address} {f}"));
            foreach (var (status, response) in operation["responses"]!.AsObject())
                if (response!["content"]?["application/problem+json"] is { } problem) faults.AddRange(check.Faults(problem["schema"]!, problem["example"]).Select(f => $"{status} of {path} {f}"));
        }

        Assert.Empty(faults);
    }

    private static List<(string Path, JsonNode Operation)> Operations(JsonNode document) =>
        [.. from path in document["paths"]!.AsObject() from method in path.Value!.AsObject() select (path.Key, method.Value!)];

    // The documented examples, except that what a path names has to exist here.
    private static string AddressOf(string path, JsonNode operation)
    {
        var address = path.Replace("articles/{slug}", "articles/pier", StringComparison.Ordinal).Replace("{slug}", "morwenna-sands", StringComparison.Ordinal).Replace("{id}", ApiSite.PictureId, StringComparison.Ordinal).Replace("{thread}", ApiSite.ThreadId, StringComparison.Ordinal);
        var query = operation["parameters"]!.AsArray().Where(p => (string)p!["in"]! == "query").Select(p => $"{p!["name"]}={p["example"]}");
        return $"{address}?{string.Join('&', query)}";
    }

    private static bool IsAt(string path, string address)
    {
        string[] wanted = path.Split('/'), given = address.Split('?')[0].Split('/');
        return wanted.Length == given.Length && wanted.Zip(given).All(p => p.First == p.Second || p.First.StartsWith('{'));
    }
}
