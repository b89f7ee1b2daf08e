using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsSite.Web.Articles.Notes;

/// <summary>GET /newsroom/api/articles/{id}/notes</summary>
internal static class ListNotes
{
    public static void MapListNotes(this IEndpointRouteBuilder articles) => articles.MapGet("/{id:guid}/notes", HandleAsync);

    private static async Task<Results<Ok<NoteList>, NotFound>> HandleAsync(Guid id, NoteBook notes, CancellationToken ct) =>
        await notes.AllAsync(id, ct) is { } all ? TypedResults.Ok(new NoteList(all)) : TypedResults.NotFound();
}
