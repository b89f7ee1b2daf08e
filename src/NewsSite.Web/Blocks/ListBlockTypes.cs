using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Core.Blocks;
using NewsSite.Core.Fields;
using NewsSite.Web.Api;

namespace NewsSite.Web.Blocks;

/// <summary>A kind of block.</summary>
/// <param name="Type">The value of type in blocks of this kind; never changed.</param>
/// <param name="Name">The name journalists see.</param>
/// <param name="Category">The group it stands in when a journalist picks a block.</param>
/// <param name="Icon">Name of its icon.</param>
/// <param name="Help">When to use it.</param>
/// <param name="Version">Version of its shape, the value of v.</param>
/// <param name="Fields">Its fields in their order.</param>
/// <param name="Schema">JSON Schema (draft 2020-12) of a block of this kind.</param>
public sealed record BlockTypeEntry(
    string Type, string Name, string Category, string Icon, string Help, int Version, IReadOnlyList<BlockFieldEntry> Fields, JsonObject Schema);

/// <summary>A field of a block.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Label">The name journalists see.</param>
/// <param name="Control">How it is edited, and what its value means.</param>
/// <param name="Required">Whether an article can be published without it.</param>
/// <param name="SoftLimit">Characters from which the writer is warned; null for none.</param>
/// <param name="HardLimit">The most characters; null for no limit.</param>
/// <param name="Help">One sentence of help; null for none.</param>
/// <param name="Choices">The allowed values of a choice; empty for other controls.</param>
/// <param name="Fields">The fields of each item of a list; empty for other controls.</param>
public sealed record BlockFieldEntry(
    string Name, string Label, FieldControl Control, bool Required, int? SoftLimit, int? HardLimit, string? Help, IReadOnlyList<string> Choices, IReadOnlyList<BlockFieldEntry> Fields);

/// <summary>GET /api/v1/blocks</summary>
internal static class ListBlockTypes
{
    public static void MapListBlockTypes(this IEndpointRouteBuilder routes) => routes.MapApi("/blocks", "Blocks").MapGet("/", Handle)
        .WithName("listBlockTypes").WithSummary("Lists the types of blocks")
        .WithDescription("What articles are made of: each type with its fields and its JSON Schema, those of the site's modules included.")
        .Takes(Paging.PageNumber, Paging.PageSize).Shows(new PageOf<BlockTypeEntry>(1, 1, 20, [Example()]));

    private static Results<Ok<PageOf<BlockTypeEntry>>, ProblemHttpResult> Handle(HttpContext http, BlockCatalogue catalogue, PageLinks links)
    {
        var query = new ApiQuery(http.Request.Query);
        var paging = Paging.Of(query);
        if (query.Problem is { } problem) return problem;
        var page = paging.Of(Entries(catalogue));
        links.Add(http, page);
        return TypedResults.Ok(page);
    }

    /// <summary>All types of a catalogue.</summary>
    public static IReadOnlyList<BlockTypeEntry> Entries(BlockCatalogue catalogue) => [.. catalogue.Types.Select(t => EntryOf(t, BlockSchemas.Of(catalogue, t)))];

    private static BlockTypeEntry EntryOf(BlockType type, JsonObject schema) =>
        new(type.Id, type.Name, type.Category, type.Icon, type.Help, type.Version, [.. type.Fields.Select(EntryOf)], schema);

    private static BlockFieldEntry EntryOf(BlockField field) => new(
        field.Name, field.Label, field.Control, field.Required, field.SoftLimit > 0 ? field.SoftLimit : null, field.HardLimit > 0 ? field.HardLimit : null,
        field.Help, field.Choices, [.. field.ItemFields.Select(EntryOf)]);

    private static BlockTypeEntry Example()
    {
        var catalogue = new BlockCatalogue([BlockType.Of(typeof(Statement.StatementBlock))]);
        return EntryOf(catalogue.Types[0], BlockSchemas.Of(catalogue, catalogue.Types[0]));
    }
}
