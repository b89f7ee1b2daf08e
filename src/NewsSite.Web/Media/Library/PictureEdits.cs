using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Audit;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Media.Library;

/// <summary>What became of a change to what is said of a picture.</summary>
internal abstract record ChangeOutcome
{
    /// <summary>It is kept.</summary>
    public sealed record Done : ChangeOutcome;

    /// <summary>It is not kept; in words.</summary>
    public sealed record Refused(string Why) : ChangeOutcome;

    /// <summary>Somebody else has changed it since the form was opened; nothing is kept.</summary>
    /// <param name="Last">Their act; null when it was an import, or is not known.</param>
    public sealed record Stale(AuditEntry? Last) : ChangeOutcome;
}

/// <summary>Changes, replaces and deletes pictures of the library. Pages that show them change before the answer.</summary>
internal sealed class PictureEdits(NewsDb db, MediaStore store, IEnumerable<IActs> acts, ICurrentAccount who, ChangeFeed changes, TimeProvider clock)
{
    private const string Changes = "media.changed", Imported = "import.done";
    private const string InUse = "This picture is in use; take it out of what shows it first.";
    private const string Gone = "This picture has been deleted meanwhile.";

    /// <summary>Keeps what is said of a picture.</summary>
    /// <param name="id">The picture.</param>
    /// <param name="version">The <see cref="DetailsForm.VersionOf"/> of what the form was made of.</param>
    /// <param name="details">What is said now.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<ChangeOutcome> ChangeAsync(Guid id, string version, MediaDetails details, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockLibraryAsync(ct);
        if (await db.Media.FirstOrDefaultAsync(m => m.Id == id, ct) is not { } item) return new ChangeOutcome.Refused(Gone);
        var before = item.Details;
        if (before == details) return new ChangeOutcome.Done();
        if (DetailsForm.VersionOf(before) != version) return new ChangeOutcome.Stale(await ChangedByAsync(item.File, ct));
        item.Details = details;
        acts.Record(db, new(Changes, $"changed the {Changed(before, details)} of the picture “{item.File}”") { Subject = PictureActs.Subject(item.File) });
        await FinishAsync(item, transaction, ct);
        return new ChangeOutcome.Done();
    }

    /// <summary>Puts other bytes in the place of a picture's. Name, details and every story that shows it stay; whoever kept the old address is led on.</summary>
    /// <returns>Null when it is done; otherwise why not.</returns>
    public async Task<string?> ReplaceAsync(Guid id, Stream content, string givenName, CancellationToken ct)
    {
        if (await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } present) return Gone;
        while (true)
        {
            content.Position = 0;
            var prepared = await store.PrepareAsync(content, present.File, present.Details, who.Name, ct);
            if (!prepared.IsTaken) return prepared.Refusal.Replace(present.File, givenName, StringComparison.Ordinal);
            if (!store.Holds(prepared.Item)) continue; // the last picture of these bytes was deleted meanwhile
            var (before, refusal) = await TakeAsync(id, prepared.Item, ct);
            await store.DropUnusedAsync(refusal is null ? before! : prepared.Item.Hash, ct);
            return refusal;
        }
    }

    /// <summary>Deletes a picture that nothing shows: its row, its original and its sizes.</summary>
    /// <returns>Null when it is done; otherwise why not.</returns>
    public async Task<string?> DeleteAsync(Guid id, CancellationToken ct)
    {
        MediaItem? item;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.LockLibraryAsync(ct);
            item = await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
            if (item is null) return null;
            if (item.IsUsed) return InUse;
            // The row decides: whoever takes the picture into a story meanwhile has locked it.
            if (await db.Media.Where(m => m.Id == id && !m.IsUsed).ExecuteDeleteAsync(ct) == 0) return InUse;
            acts.Record(db, new("media.deleted", $"deleted the picture “{item.File}”") { Subject = PictureActs.Subject(item.File) });
            await FinishAsync(item, transaction, ct);
        }
        await store.DropUnusedAsync(item.Hash, ct);
        return null;
    }

    private async Task<(string? HashBefore, string? Refusal)> TakeAsync(Guid id, MediaItem taken, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockLibraryAsync(ct);
        if (await db.Media.FirstOrDefaultAsync(m => m.Id == id, ct) is not { } item) return (null, Gone);
        if (item.Hash == taken.Hash) return (null, "That is the same picture: nothing has changed.");
        if (await db.Media.Where(m => m.Hash == taken.Hash).Select(m => m.File).FirstOrDefaultAsync(ct) is { } other)
            return (null, $"That picture is in the library already, as {other}. Choose it in the stories instead.");
        if (!store.Holds(taken)) return (null, "Somebody else was at the same files. Nothing has changed; send the picture again.");
        var before = item.Hash;
        item.TakeBytesOf(taken);
        acts.Record(db, new("media.replaced", $"replaced the picture “{item.File}”") { Subject = PictureActs.Subject(item.File) });
        await FinishAsync(item, transaction, ct);
        return (before, null);
    }

    private async Task FinishAsync(MediaItem item, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken ct)
    {
        await db.AnnounceAsync([MediaStore.Tag(item.File)], clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        await changes.CatchUpAsync(ct);
    }

    // An import is one act, whatever it brings; it may have been the last to speak of the picture.
    private async Task<AuditEntry?> ChangedByAsync(string file, CancellationToken ct)
    {
        var subject = PictureActs.Subject(file);
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject && e.Act == Changes).OrderByDescending(e => e.At).FirstOrDefaultAsync(ct);
        return last is { At: var at } && !await db.AuditEntries.AnyAsync(e => e.Act == Imported && e.At > at, ct) ? last : null;
    }

    private static string Changed(MediaDetails before, MediaDetails after)
    {
        string[] fields =
        [
            .. before.Credit == after.Credit ? [] : new[] { "credit" },
            .. before.RightsHolder == after.RightsHolder ? [] : new[] { "rights holder" },
            .. before.RightsUntil == after.RightsUntil ? [] : new[] { "end of rights" },
            .. before.Description == after.Description ? [] : new[] { "description" },
            .. before.Focus == after.Focus ? [] : new[] { "focal point" },
        ];
        return fields.Length == 1 ? fields[0] : $"{string.Join(", ", fields[..^1])} and {fields[^1]}";
    }
}
