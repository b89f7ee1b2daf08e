using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Data;

namespace NewsSite.Web.Newsroom.Registers;

/// <summary>Where a record that nothing uses is deleted; of one that is used it says where.</summary>
[Needs(Permission.MergeRecords)]
public sealed class DeleteRecordPage(IEnumerable<IRecords> registers, RecordDesk desk, NewsDb db, ICurrentAccount who) : RegisterPage(registers, who)
{
    private const int MostUses = 100;

    /// <summary>The record.</summary>
    public StoredRecord Record { get; private set; } = null!;

    /// <summary>Places where it is used, at most a hundred.</summary>
    public IReadOnlyList<RecordUse> Uses { get; private set; } = [];

    /// <summary>Whether somebody has changed it since this page was opened.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Asks whether it is to be deleted.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <summary>Deletes it.</summary>
    public async Task<IActionResult> OnPostAsync(string? version, CancellationToken ct)
    {
        if (Key is not { } key) return NotFound();
        ModelState.Clear();
        switch (await desk.DeleteAsync(Records, key, version, ct))
        {
            case RecordOutcome.Done(var record):
                Done = $"“{record.Name}” is deleted.";
                return Redirect(Words.ListPath);
            case RecordOutcome.Missing:
                Done = $"That {Words.One} has been deleted already.";
                return Redirect(Words.ListPath);
            case RecordOutcome.Stale:
                IsChanged = true;
                break;
        }
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (Key is not { } key || await Records.FindAsync(db, key, ct) is not { } record) return NotFound();
        Record = record;
        Uses = await desk.UsesAsync(Records, key, MostUses, ct);
        return Page();
    }
}
