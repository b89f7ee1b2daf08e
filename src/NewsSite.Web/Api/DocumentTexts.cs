using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using NewsSite.Core.Blocks;

namespace NewsSite.Web.Api;

/// <summary>Writes what concerns the whole API into the OpenAPI document: what it is, how errors look, and the types of blocks.</summary>
internal static class DocumentTexts
{
    public const string ProblemSchema = "Problem";
    public const string BlockSchema = "Block";

    private static readonly (string Name, string Description)[] Groups =
    [
        ("Articles", "Live articles, in lists and whole."),
        ("Drafts", "Stories as the newsroom writes them, and what is done to them. Every address of these wants an access token."),
        ("Topics", "What articles are filed under."),
        ("Authors", "Whom bylines name."),
        ("People", "Whom articles name or quote, and what they said."),
        ("Comments", "What readers write under articles."),
        ("Jobs", "Vacancies."),
        ("Media", "Pictures."),
        ("Blocks", "What articles are made of."),
    ];

    private const string About =
        """
        Everything that readers of the site can read, as JSON: no drafts, no withdrawn articles, no advertising. For programs with an access token also the acts of the newsroom.

        Reading what readers can read needs no key, and scripts of any site may read. Every such answer has an entity tag: send it back as `If-None-Match` and an unchanged answer costs no body.
        Lists have `total`, `page`, `size` and `items`, and a `Link` header with the other pages. Query keys that an address does not know are ignored.

        Whatever goes wrong is told as problem details (RFC 9457), with what was expected of each malformed parameter in `errors`.
        Requests that the server cannot read at all, such as an address of more than 8 KB, are refused without a body.

        To write, send `Authorization: Bearer ns_…` with an access token. You make it in the newsroom, under your account; it may never do more than you may. Cookies open nothing here.
        Whatever changes a story names the revision that you have read: send the `ETag` of the draft back as `If-Match`. Without it the answer is 428, and 412 when the draft has moved on.
        Every POST takes an `Idempotency-Key`: with the same key, the same token and the same request, the answer of the first time comes again for 24 hours, and nothing is done twice. Refusals are not kept, because they did nothing.

        Instants are ISO 8601 with the offset of the site's time zone at that instant, those of drafts in UTC; `wall` is the day, or the day and minute, that the newsroom chose.
        An article's body is a list of blocks; `type` says what each one is. Types may be added at any time, so pass over those you do not know.
        """;

    public static Task AddAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        var settings = context.ApplicationServices.GetRequiredService<IConfiguration>();
        document.Info = new() { Title = $"{settings["Site:Name"] ?? "NewsSite"}: headless API", Version = "1", Description = About };
        document.Servers = [new() { Url = settings["Site:BaseUrl"] ?? "http://localhost:5080" }];
        document.Components ??= new();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas[ProblemSchema] = Problem();
        ApiWriteTexts.AddScheme(document);
        AddBlocks(document, context.ApplicationServices.GetRequiredService<BlockCatalogue>());
        document.Paths = InOrder(document.Paths);
        document.Tags = new HashSet<OpenApiTag>(Groups.Select(g => new OpenApiTag { Name = g.Name, Description = g.Description }));
        document.Components.Schemas = document.Components.Schemas.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    private static OpenApiPaths InOrder(OpenApiPaths paths)
    {
        var ordered = new OpenApiPaths();
        foreach (var (path, item) in paths.OrderBy(p => Array.FindIndex(Groups, g => p.Value.Operations!.Values.Any(o => o.Tags!.Any(t => t.Name == g.Name)))).ThenBy(p => p.Key, StringComparer.Ordinal))
            ordered.Add(path, item);
        return ordered;
    }

    /// <summary>The name of a block type's schema, such as <c>PullQuoteBlock</c>.</summary>
    private static string NameOf(BlockType type) => type.ViewName + BlockSchema;

    private static void AddBlocks(OpenApiDocument document, BlockCatalogue catalogue)
    {
        var schemas = document.Components!.Schemas!;
        foreach (var type in catalogue.Types) schemas[NameOf(type)] = Read(BlockSchemas.Of(catalogue, type), document);
        schemas[BlockSchema] = new OpenApiSchema
        {
            Description = "A typed piece of an article's body.",
            OneOf = [.. catalogue.Types.Select(t => (IOpenApiSchema)new OpenApiSchemaReference(NameOf(t), document))],
            Discriminator = new()
            {
                PropertyName = "type",
                Mapping = catalogue.Types.ToDictionary(t => t.Id, t => new OpenApiSchemaReference(NameOf(t), document), StringComparer.Ordinal),
            },
        };
        foreach (var owner in schemas.Values.OfType<OpenApiSchema>())
            if (owner.Properties is { } properties && properties.TryGetValue("blocks", out var property) && property is OpenApiSchema { Type: JsonSchemaType.Array } blocks)
                blocks.Items = new OpenApiSchemaReference(BlockSchema, document);
    }

    private static OpenApiSchema Read(JsonObject schema, OpenApiDocument document)
    {
        schema.Remove("$schema"); // the document's own dialect is the same one
        var version = schema["properties"]!["v"]!; // the library can write constants of text only
        schema["properties"]!["v"] = new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray(version["const"]!.DeepClone()) };
        schema["properties"]!["type"]!["type"] = "string";
        return OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json")!;
    }

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "What went wrong, as problem details (RFC 9457).",
        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "detail" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri", Description = "Where this kind of problem is described." },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The kind of problem." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What went wrong this time, for people." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "For each malformed parameter, what was expected. Only with 400.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };
}
