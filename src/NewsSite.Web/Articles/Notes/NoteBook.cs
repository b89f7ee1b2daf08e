using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Notes;

/// <summary>Reads the notes of a story, each at the place where its words stand in the newest revision.</summary>
internal sealed class NoteBook(NewsDb db, BlockCatalogue catalogue, ICurrentAccount who)
{
    private readonly Dictionary<Guid, StoryWords> _words = [];

    /// <summary>The notes of an article, oldest first; null when there is no such article.</summary>
    public async Task<IReadOnlyList<NoteEntry>?> AllAsync(Guid article, CancellationToken ct)
    {
        if (await db.Articles.Where(a => a.Id == article).Select(a => new { a.HeadId }).FirstOrDefaultAsync(ct) is not { } found) return null;
        var notes = await db.Notes.AsNoTracking().Where(n => n.ArticleId == article).OrderBy(n => n.Id).ToListAsync(ct);
        if (notes.Count == 0) return [];
        Guid[] ids = [.. notes.Select(n => n.Id)];
        var replies = (await db.NoteReplies.AsNoTracking().Where(r => ids.Contains(r.NoteId)).OrderBy(r => r.Id).ToListAsync(ct)).ToLookup(r => r.NoteId);
        await LoadAsync([.. notes.Where(n => n.Start is not null).Select(n => n.AnchoredIn).Append(found.HeadId).OfType<Guid>().Distinct()], ct);
        return [.. notes.Select(n => EntryOf(n, found.HeadId, [.. replies[n.Id]]))];
    }

    /// <summary>One note; null when there is none.</summary>
    public async Task<NoteEntry?> OneAsync(Guid article, Guid note, CancellationToken ct) => (await AllAsync(article, ct))?.FirstOrDefault(n => n.Id == note);

    /// <summary>Puts a note at a place, looked up in the newest revision; where it is not there yet, because the editor is ahead of the store, its words are kept as they are.</summary>
    public async Task PutAsync(Note note, string? block, Passage? passage, CancellationToken ct)
    {
        var head = await db.Articles.Where(a => a.Id == note.ArticleId).Select(a => a.HeadId).FirstOrDefaultAsync(ct);
        if (passage is null || head is not { } revision)
        {
            note.PutAt(block, passage, null, head);
            return;
        }
        await LoadAsync([revision], ct);
        var found = PassageSearch.Find(_words[revision], block ?? StoryWords.Head, passage);
        var isHere = found is { } place && place.Block == (block ?? StoryWords.Head) && _words[revision].In(place.Block)!.AsSpan(place.Start, place.Length).SequenceEqual(passage.Exact);
        note.PutAt(block, passage, isHere ? found!.Value.Start : null, revision);
    }

    private NoteEntry EntryOf(Note note, Guid? head, IReadOnlyList<NoteReply> replies)
    {
        var (block, passage, isLost) = head is { } revision ? WhereIs(note, revision) : (note.Block, note.Passage, false);
        var isMine = note.AccountId == who.Id;
        return new(
            note.Id, block, passage, isLost, note.Text, new(note.By, note.Initials, isMine), note.At,
            note.ResolvedAt is { } at ? new(note.ResolvedBy!, at) : null,
            [.. replies.Select(r => new ReplyEntry(r.Id, r.Text, new(r.By, r.Initials, r.AccountId == who.Id), r.At))],
            isMine || who.May(Permission.DeleteAnyNote));
    }

    private (string? Block, Passage? Passage, bool IsLost) WhereIs(Note note, Guid head)
    {
        var now = _words[head];
        if (note.Passage is not { } passage)
        {
            var isGone = note.Block is not null && now.In(note.Block) is null && note.AnchoredIn != head;
            return (isGone ? null : note.Block, null, isGone);
        }
        if (note.AnchoredIn == head) return (note.Block, passage, false);
        var block = note.Block ?? StoryWords.Head;
        var place = note is { Start: { } start, AnchoredIn: { } revision }
            ? PassageSearch.Follow(_words[revision], now, new(block, start, passage.Exact.Length), passage)
            : PassageSearch.Find(now, block, passage);
        if (place is not { } found) return (now.In(block) is null ? null : note.Block, passage, true);
        return (found.Block == StoryWords.Head ? null : found.Block, Passage.At(now.In(found.Block)!, found.Start, found.Length), false);
    }

    private async Task LoadAsync(IReadOnlyList<Guid> revisions, CancellationToken ct)
    {
        Guid[] missing = [.. revisions.Where(r => !_words.ContainsKey(r))];
        if (missing.Length == 0) return;
        foreach (var revision in await db.Revisions.AsNoTracking().Where(r => missing.Contains(r.Id)).ToListAsync(ct)) _words.Add(revision.Id, StoryWords.Of(revision, catalogue));
    }
}
