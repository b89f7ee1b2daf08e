using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Notes;

/// <summary>PUT and DELETE /newsroom/api/articles/{id}/notes/{note}/resolution, and DELETE …/notes/{note}</summary>
internal static class SettleNote
{
    public static void MapSettleNote(this IEndpointRouteBuilder articles)
    {
        articles.MapPut("/{id:guid}/notes/{note:guid}/resolution", (Guid id, Guid note, Settling settling, CancellationToken ct) => settling.ChangeAsync(id, note, isResolved: true, ct));
        articles.MapDelete("/{id:guid}/notes/{note:guid}/resolution", (Guid id, Guid note, Settling settling, CancellationToken ct) => settling.ChangeAsync(id, note, isResolved: false, ct));
        articles.MapDelete("/{id:guid}/notes/{note:guid}", (Guid id, Guid note, Settling settling, CancellationToken ct) => settling.DeleteAsync(id, note, ct));
    }

    /// <summary>What becomes of notes.</summary>
    internal sealed class Settling(NewsDb db, NoteBook notes, ICurrentAccount who, IActs acts, TimeProvider clock)
    {
        public async Task<Results<Ok<NoteEntry>, NotFound>> ChangeAsync(Guid article, Guid id, bool isResolved, CancellationToken ct)
        {
            if (await FindAsync(article, id, ct) is not { } note) return TypedResults.NotFound();
            if (isResolved) note.Resolve(who.Name, clock.GetUtcNow());
            else note.Reopen();
            acts.Add(db, await db.NoteActAsync(isResolved ? "note.resolved" : "note.reopened", $"{(isResolved ? "resolved" : "opened again")} a note of {note.By} on", article, ct));
            await db.SaveChangesAsync(ct);
            return TypedResults.Ok((await notes.OneAsync(article, id, ct))!);
        }

        public async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(Guid article, Guid id, CancellationToken ct)
        {
            if (await FindAsync(article, id, ct) is not { } note) return TypedResults.NotFound();
            if (note.AccountId != who.Id && !who.May(Permission.DeleteAnyNote))
                return TypedResults.Problem("This note is somebody else’s. Resolve it, or ask an editor to delete it.", statusCode: StatusCodes.Status403Forbidden);
            db.Remove(note); // its answers go with it
            acts.Add(db, await db.NoteActAsync("note.deleted", note.AccountId == who.Id ? "deleted a note of their own on" : $"deleted a note of {note.By} on", article, ct));
            await db.SaveChangesAsync(ct);
            return TypedResults.NoContent();
        }

        private Task<Note?> FindAsync(Guid article, Guid id, CancellationToken ct) => db.Notes.FirstOrDefaultAsync(n => n.Id == id && n.ArticleId == article, ct);
    }
}
