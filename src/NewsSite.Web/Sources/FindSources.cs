using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Core.Fields;
using NewsSite.Web.Data;

namespace NewsSite.Web.Sources;

/// <summary>A cited document, for a picker.</summary>
internal sealed record SourceChoice(string Slug, string Title, string? Publisher, string? Kind, string? Address, PartialDate? Published)
{
    public static SourceChoice Of(Source source) => new(source.Slug, source.Title, source.Publisher, source.Kind, source.Address, source.Published);
}

/// <summary>Documents to choose from.</summary>
internal sealed record SourceChoices(IReadOnlyList<SourceChoice> Items);

/// <summary>GET /newsroom/api/sources?q=</summary>
internal static class FindSources
{
    private const int Most = 20;

    public static void MapFindSources(this IEndpointRouteBuilder sources) => sources.MapGet("/", HandleAsync);

    private static async Task<Ok<SourceChoices>> HandleAsync(string? q, SourceList sources, CancellationToken ct)
    {
        var query = new WordQuery(q);
        return TypedResults.Ok(new SourceChoices(
        [
            .. (await sources.AllAsync(ct)).Where(s => query.Finds(s.Title, s.Publisher, s.Kind))
                .OrderByDescending(s => !query.IsEmpty && query.Begins(s.Title)).ThenByDescending(s => s.Published).Take(Most).Select(SourceChoice.Of),
        ]));
    }
}
