using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Notes;

/// <summary>POST /newsroom/api/articles/{id}/notes and …/notes/{note}/replies</summary>
internal static class LeaveNote
{
    public static void MapLeaveNote(this IEndpointRouteBuilder articles)
    {
        articles.MapPost("/{id:guid}/notes", HandleAsync);
        articles.MapPost("/{id:guid}/notes/{note:guid}/replies", ReplyAsync);
    }

    private static async Task<Results<Created<NoteEntry>, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, NoteRequest request, NewsDb db, NoteBook notes, ICurrentAccount who, IActs acts, TimeProvider clock, CancellationToken ct)
    {
        if (!NoteRules.IsText(request.Text, out var text, out var refusal) || !NoteRules.IsPlace(request.Block, request.Passage, out var passage, out refusal)) return refusal;
        if (!await db.Articles.AnyAsync(a => a.Id == id, ct)) return TypedResults.NotFound();
        var now = clock.GetUtcNow();
        var note = new Note { Id = Guid.CreateVersion7(now), ArticleId = id, Text = text, AccountId = who.Id, By = who.Name, Initials = who.Initials, At = now };
        await notes.PutAsync(note, request.Block, passage, ct);
        db.Add(note);
        acts.Add(db, await db.NoteActAsync("note.left", "left a note on", id, ct));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/newsroom/api/articles/{id}/notes", (await notes.OneAsync(id, note.Id, ct))!);
    }

    private static async Task<Results<Created<NoteEntry>, NotFound, ProblemHttpResult>> ReplyAsync(
        Guid id, Guid note, ReplyRequest request, NewsDb db, NoteBook notes, ICurrentAccount who, IActs acts, TimeProvider clock, CancellationToken ct)
    {
        if (!NoteRules.IsText(request.Text, out var text, out var refusal)) return refusal;
        if (!await db.Notes.AnyAsync(n => n.Id == note && n.ArticleId == id, ct)) return TypedResults.NotFound();
        var now = clock.GetUtcNow();
        db.Add(new NoteReply { Id = Guid.CreateVersion7(now), NoteId = note, Text = text, AccountId = who.Id, By = who.Name, Initials = who.Initials, At = now });
        acts.Add(db, await db.NoteActAsync("note.answered", "answered a note on", id, ct));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/newsroom/api/articles/{id}/notes", (await notes.OneAsync(id, note, ct))!);
    }
}

/// <summary>Acts upon notes. What a note says stays in the note, which may be deleted.</summary>
internal static class NoteActs
{
    extension(NewsDb db)
    {
        /// <summary>An act upon a note of an article.</summary>
        public async Task<Act> NoteActAsync(string name, string words, Guid article, CancellationToken ct) =>
            new(name, $"{words} {Act.Headline(await db.Articles.Where(a => a.Id == article).Select(a => a.Headline).FirstOrDefaultAsync(ct))}") { Article = article };
    }
}
