using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Alerts;

/// <summary>The form of an alert, of a new one too.</summary>
[Needs(Permission.SetAlerts)]
internal sealed class AlertPage(AlertRecords records, RecordDesk desk, NewsDb db) : NewsroomPage
{
    /// <summary>The alert's key; null for a new one.</summary>
    public string? Key => RouteData.Values["key"] is string key && key != "new" ? key : null;

    /// <summary>Its headline as it is stored; null for a new one.</summary>
    public string? Name { get; private set; }

    /// <summary>The alert that the form was made of; null for a new one.</summary>
    public string? Version { get; private set; }

    /// <summary>Whether somebody has changed or deleted it while the form was open.</summary>
    public bool IsStale { get; private set; }

    /// <summary>The fields with what is in them.</summary>
    public IReadOnlyList<FormField> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Key is null) return await ShowAsync(records.Blank(), ct);
        if (await records.FindAsync(db, Key, ct) is not { } alert) return NotFound();
        (Name, Version) = (alert.Name, alert.Version);
        return await ShowAsync(alert.Values, ct);
    }

    /// <summary>Sets it, or changes it. Readers see it with their next page.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var values = FormValues.Of(Request.Form);
        return await AfterAsync(await desk.SaveAsync(records, Key, Key is null ? null : values["version"], values, ct), values, name => $"“{name}” is saved.", ct);
    }

    /// <summary>Takes it away for good.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct)
    {
        if (Key is null) return NotFound();
        var values = FormValues.Of(Request.Form);
        return await AfterAsync(await desk.DeleteAsync(records, Key, values["version"], ct), values, name => $"“{name}” is deleted, and gone from every page.", ct);
    }

    private async Task<IActionResult> AfterAsync(RecordOutcome outcome, FormValues values, Func<string, string> done, CancellationToken ct)
    {
        ModelState.Clear();
        switch (outcome)
        {
            case RecordOutcome.Done(var alert):
                Done = done(alert.Name);
                return Redirect("/newsroom/alerts");
            case RecordOutcome.Faulty(var faults):
                foreach (var (field, message) in faults) ModelState.AddModelError(field, message);
                (Name, Version) = (Key is null ? null : values["headline"], values["version"]);
                return await ShowAsync(values, ct);
            case RecordOutcome.Stale(var now, _):
                (IsStale, Name, Version) = (true, now.Name, now.Version);
                return await ShowAsync(now.Values, ct);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(FormValues values, CancellationToken ct)
    {
        Fields = [.. (await records.FieldsAsync(db, values, ct)).Select(f => f with { Value = values[f.Name], Values = values })];
        return Page();
    }
}
