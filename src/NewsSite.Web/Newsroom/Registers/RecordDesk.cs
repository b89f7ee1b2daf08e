using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;

namespace NewsSite.Web.Newsroom.Registers;

/// <summary>Leads an old address to a new one. The redirects do; registers only say that a page has moved.</summary>
public interface IMovedPages
{
    /// <summary>Leads one path to another, inside the caller's transaction.</summary>
    Task MoveAsync(string from, string to, CancellationToken ct);
}

/// <summary>The acts on records of every register: each one transaction, in the audit trail, and seen by readers before the answer.</summary>
public sealed class RecordDesk(NewsDb db, IActs acts, IEnumerable<IRecordUses> uses, IMovedPages moved, ChangeFeed changes, ICurrentAccount who, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Adds a record, or changes one.</summary>
    /// <param name="records">The register.</param>
    /// <param name="key">The record's key; null for a new one.</param>
    /// <param name="version">The record that the form was made of; null for a new one.</param>
    /// <param name="values">What was sent.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public Task<RecordOutcome> SaveAsync(IRecords records, string? key, string? version, FormValues values, CancellationToken ct) => InOneGoAsync(async () =>
    {
        StoredRecord? before = null;
        if (key is not null)
        {
            if ((before = await records.FindAsync(db, key, ct)) is null) return new RecordOutcome.Missing(await EditAsync(records, key, ct));
            if (before.Version != version) return new RecordOutcome.Stale(before, await EditAsync(records, key, ct));
        }
        var form = new FormReader(values);
        var wanted = await records.KeyAsync(db, form, key, ct);
        var record = await records.ReadAsync(db, form, wanted, ct);
        if (before is not null && wanted != key && form.Faults.Count == 0 && await UsesAsync(records, before.Key, 1, ct) is [var use, ..])
            form.Fault("slug", $"It is used, in “{use.Words}” for one, so its {records.Words.KeyLabel.ToLowerInvariant()} stays “{key}”.");
        if (form.Faults.Count > 0) return new RecordOutcome.Faulty(form.Faults);
        if (before is not null && before.Text == record.Text && before.Key == record.Key) return new RecordOutcome.Done(record);

        await records.StoreAsync(db, record, before, ct);
        if (before is not null && before.Key != record.Key)
        {
            await db.NoteEditAsync(records.Words.Folder, before.Key, before.Text, isDeleted: true, who.Name, clock.GetUtcNow(), ct);
            if (records.Words.PublicPath is { } path) await moved.MoveAsync(path + before.Key, path + record.Key, ct);
        }
        await db.NoteEditAsync(records.Words.Folder, record.Key, before?.Key == record.Key ? before.Text : null, isDeleted: false, who.Name, clock.GetUtcNow(), ct);
        Record(records, before is null ? "added" : "changed", record.Key, record.Name);
        await AnnounceAsync(records, before is null ? [record.Key] : [before.Key, record.Key], ct);
        return new RecordOutcome.Done(record);
    }, ct);

    /// <summary>Deletes a record that nothing uses.</summary>
    public Task<RecordOutcome> DeleteAsync(IRecords records, string key, string? version, CancellationToken ct) => InOneGoAsync(async () =>
    {
        if (await records.FindAsync(db, key, ct) is not { } record) return new RecordOutcome.Missing(await EditAsync(records, key, ct));
        if (record.Version != version) return new RecordOutcome.Stale(record, await EditAsync(records, key, ct));
        if (await UsesAsync(records, key, 1, ct) is { Count: > 0 } used) return new RecordOutcome.Used(used);
        await records.DeleteAsync(db, record, ct);
        await db.NoteEditAsync(records.Words.Folder, key, record.Text, isDeleted: true, who.Name, clock.GetUtcNow(), ct);
        Record(records, "deleted", key, record.Name);
        await AnnounceAsync(records, [key], ct);
        return new RecordOutcome.Done(record);
    }, ct);

    /// <summary>Notes, for the caller's next save, a record that was added on the way, such as while a story was written.</summary>
    public async Task NoteAddedAsync(IRecords records, string key, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(records);
        await db.NoteEditAsync(records.Words.Folder, key, null, isDeleted: false, who.Name, clock.GetUtcNow(), ct);
        Record(records, "added", key, name);
    }

    /// <summary>Places where a record is used.</summary>
    public async Task<IReadOnlyList<RecordUse>> UsesAsync(IRecords records, string key, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(records);
        var found = new List<RecordUse>();
        foreach (var some in uses)
            if (found.Count < most) found.AddRange(await some.FindAsync(records.Words.Folder, key, most - found.Count, ct));
        return found;
    }

    /// <summary>What the newsroom did to a record last; null for nothing since its import.</summary>
    public Task<RecordEdit?> EditAsync(IRecords records, string key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(records);
        var folder = records.Words.Folder;
        return db.RecordEdits.AsNoTracking().FirstOrDefaultAsync(e => e.Register == folder && e.Slug == key, ct);
    }

    private void Record(IRecords records, string verb, string key, string name)
    {
        acts.Add(db, new Act($"{records.Words.One}.{verb}", $"{verb} the {records.Words.One} “{name}”") { Subject = $"{records.Words.Folder}/{key}" });
    }

    private Task AnnounceAsync(IRecords records, IEnumerable<string> keys, CancellationToken ct) =>
        db.AnnounceAsync(keys.SelectMany(records.TagsOf), clock.GetUtcNow(), ct);

    // Of two acts that race, the later looks again.
    private Task<RecordOutcome> InOneGoAsync(Func<Task<RecordOutcome>> act, CancellationToken ct)
    {
        return db.InOneGoAsync(async transaction =>
        {
            await db.LockRegistersAsync(ct);
            var outcome = await act();
            if (outcome is not RecordOutcome.Done) return outcome;
            await transaction.CommitAsync(ct);
            await changes.CatchUpAsync(ct);
            return outcome;
        }, ct, Tries);
    }
}
