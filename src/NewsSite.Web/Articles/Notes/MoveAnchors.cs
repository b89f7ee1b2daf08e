using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Notes;

/// <summary>PUT /newsroom/api/articles/{id}/notes/anchors: the editor says where the words of notes stand now. Notes that are gone are passed over.</summary>
internal static class MoveAnchors
{
    private const int Most = 1_000;

    public static void MapMoveAnchors(this IEndpointRouteBuilder articles) => articles.MapPut("/{id:guid}/notes/anchors", HandleAsync);

    private static async Task<Results<Ok<NoteList>, NotFound, ProblemHttpResult>> HandleAsync(Guid id, AnchorRequest[] request, NewsDb db, NoteBook notes, CancellationToken ct)
    {
        if (request.Length > Most) return TypedResults.Problem($"{request.Length:N0} notes are too many at once; {Most:N0} is the most.", statusCode: StatusCodes.Status422UnprocessableEntity);
        Guid[] ids = [.. request.Select(r => r.Id)];
        var known = await db.Notes.Where(n => n.ArticleId == id && ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        foreach (var anchor in request)
        {
            if (!NoteRules.IsPlace(anchor.Block, anchor.Passage, out var passage, out var refusal)) return refusal;
            // A note on words keeps words: without any it would forget what it was about.
            if (known.TryGetValue(anchor.Id, out var note)) await notes.PutAsync(note, anchor.Block, passage ?? note.Passage, ct);
        }
        await db.SaveChangesAsync(ct);
        return await notes.AllAsync(id, ct) is { } all ? TypedResults.Ok(new NoteList(all)) : TypedResults.NotFound();
    }
}
