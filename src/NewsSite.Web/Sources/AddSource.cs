using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Sources;

/// <summary>A document to be added to the register.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it; null when not known.</param>
/// <param name="Kind">What it is; null when not known.</param>
/// <param name="Address">Where it can be read, http or https; null when it is not on the web.</param>
/// <param name="Published">Its date as far as it is known; null when not known.</param>
internal sealed record SourceRequest(string? Title, string? Publisher, string? Kind, string? Address, string? Published);

/// <summary>POST /newsroom/api/sources. The same document twice is one source: the answer is then 200 instead of 201.</summary>
internal static class AddSource
{
    private const int LongestTitle = 300, LongestLine = 120, LongestAddress = 2_000;

    public static void MapAddSource(this IEndpointRouteBuilder sources) => sources.MapPost("/", HandleAsync);

    private static async Task<Results<Created<SourceChoice>, Ok<SourceChoice>, ProblemHttpResult>> HandleAsync(
        SourceRequest request, NewsDb db, SourceList sources, SourceRecords register, RecordDesk desk, ChangeFeed changes, TimeProvider clock, CancellationToken ct)
    {
        PartialDate? published = PartialDate.TryParse(request.Published, out var parsed) ? parsed : null;
        var (title, address) = (Plain.Line(request.Title), Plain.Line(request.Address));
        if (FaultOf(title, address, request, published) is { } fault) return TypedResults.Problem(fault, statusCode: StatusCodes.Status422UnprocessableEntity);
        if ((await sources.AllAsync(ct)).FirstOrDefault(s => s.Address == address && WordQuery.AreSame(s.Title, title!)) is { } known) return TypedResults.Ok(SourceChoice.Of(known));

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockRegistersAsync(ct);
        var source = new Source
        {
            Slug = await FreeSlug.OfAsync(db.Sources.Select(s => s.Slug), title!, "source", ct),
            Title = title!,
            Publisher = Plain.Line(request.Publisher),
            Kind = Plain.Line(request.Kind),
            Address = address,
            Published = published,
        };
        db.Add(source);
        await desk.NoteAddedAsync(register, source.Slug, source.Title, ct);
        await db.AnnounceAsync([sources.Tag, $"source:{source.Slug}"], clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        await changes.CatchUpAsync(ct);
        return TypedResults.Created($"/newsroom/api/sources?q={source.Slug}", SourceChoice.Of(source));
    }

    private static string? FaultOf(string? title, string? address, SourceRequest request, PartialDate? published) =>
        title is null ? "Write the document’s title."
        : title.Length > LongestTitle ? $"The title has {title.Length} characters; {LongestTitle} is the most."
        : request.Publisher?.Length > LongestLine || request.Kind?.Length > LongestLine ? $"Publisher and kind have {LongestLine} characters each at most."
        : address is not null && (address.Length > LongestAddress || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0) ? $"“{address}” is no address on the web; expected one that begins with https://."
        : !string.IsNullOrWhiteSpace(request.Published) && published is null ? $"“{request.Published}” is no date; expected one such as 2015, 2017-11 or 2022-09-21."
        : null;
}
