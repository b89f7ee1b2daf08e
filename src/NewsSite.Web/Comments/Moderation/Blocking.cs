using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Comments.Moderation;

/// <summary>Blocks words and people, and lets them in again.</summary>
internal sealed class Blocking(NewsDb db, BlockedWords words, AddressHash hashes, ChangeFeed changes, ICurrentAccount who, IActs acts, TimeProvider clock)
{
    /// <summary>Most characters of a blocked word.</summary>
    public const int LongestWord = 60;

    /// <summary>Blocks a word. The same again changes nothing.</summary>
    /// <returns>Null when it is blocked; else what is wrong with it.</returns>
    public async Task<string?> AddWordAsync(string? typed, CancellationToken ct)
    {
        if (Plain.Line(typed)?.ToLowerInvariant() is not { Length: > 1 and <= LongestWord } word) return $"Write a word of 2 to {LongestWord} characters.";
        if (await db.Set<BlockedWord>().AnyAsync(w => w.Word == word, ct)) return null;
        db.Add(new BlockedWord { Word = word, At = clock.GetUtcNow(), By = who.Name });
        await KeepAsync(new("comments.word-blocked", $"blocked “{word}” in comments"), ct);
        return null;
    }

    /// <summary>Lets a word in again; nothing when it is not blocked.</summary>
    public async Task RemoveWordAsync(string word, CancellationToken ct)
    {
        if (await db.Set<BlockedWord>().FirstOrDefaultAsync(w => w.Word == word, ct) is not { } row) return;
        db.Remove(row);
        await KeepAsync(new("comments.word-allowed", $"no longer blocks “{word}” in comments"), ct);
    }

    /// <summary>Blocks a commenter: what they write from now on is spam.</summary>
    /// <returns>False when there is no such commenter.</returns>
    public async Task<bool> BlockAsync(Guid commenter, string? why, CancellationToken ct)
    {
        if (await db.Commenters.FirstOrDefaultAsync(c => c.Id == commenter, ct) is not { } row) return false;
        (row.BlockedAt, row.BlockedWhy) = (clock.GetUtcNow(), Plain.Line(why));
        acts.Add(db, new("commenter.blocked", "blocked a commenter") { Subject = $"commenters/{commenter}", Why = row.BlockedWhy });
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Lets a commenter write again.</summary>
    /// <returns>False when there is no such commenter.</returns>
    public async Task<bool> UnblockAsync(Guid commenter, CancellationToken ct)
    {
        if (await db.Commenters.FirstOrDefaultAsync(c => c.Id == commenter, ct) is not { } row) return false;
        (row.BlockedAt, row.BlockedWhy) = (null, null);
        var hash = await hashes.OfAsync(row.Email, ct);
        await db.Set<BlockedAddress>().Where(a => a.Hash == hash).ExecuteDeleteAsync(ct);
        acts.Add(db, new("commenter.unblocked", "let a commenter write again") { Subject = $"commenters/{commenter}" });
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task KeepAsync(Act act, CancellationToken ct)
    {
        acts.Add(db, act);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.AnnounceAsync([words.Tag], clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        await changes.CatchUpAsync(ct);
    }
}
