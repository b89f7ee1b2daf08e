using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;

namespace NewsSite.Web.Newsroom.Registers;

/// <summary>The form of a record, of a new one too.</summary>
[Needs(Permission.KeepRegisters)]
public sealed class RecordPage(IEnumerable<IRecords> registers, IEnumerable<IRecordUses> uses, IEnumerable<RecordActLink> links, RecordDesk desk, NewsDb db, IConfiguration settings, ICurrentAccount who) : RegisterPage(registers, who)
{
    private const int MostUses = 100;

    /// <summary>The record's key; null for a new one.</summary>
    public new string? Key => base.Key;

    /// <summary>What the record is called, as it is stored; null for a new one.</summary>
    public string? Name { get; private set; }

    /// <summary>The record that the form was made of; null for a new one.</summary>
    public string? Version { get; private set; }

    /// <summary>The fields with what is in them.</summary>
    public IReadOnlyList<FormField> Fields { get; private set; } = [];

    /// <summary>Who has changed or deleted the record while the form was open; null when nobody has.</summary>
    public string? ChangedBy { get; private set; }

    /// <summary>Whether the record has been deleted while the form was open.</summary>
    public bool IsGone { get; private set; }

    /// <summary>How many uses readers see; null where nobody counts.</summary>
    public (string Label, int Count)? Uses { get; private set; }

    /// <summary>Whether anything can use it.</summary>
    public bool CanBeUsed => uses.Any(u => u.Covers(Words.Folder));

    /// <summary>Whether there is something to say or do beside the form.</summary>
    public bool HasSide => Key is not null && !IsGone && (CanBeUsed || Acts.Count > 0 || May(Permission.MergeRecords));

    /// <summary>Places where it is used, when they were asked for; null otherwise.</summary>
    public IReadOnlyList<RecordUse>? Places { get; private set; }

    /// <summary>Who changed it last in the newsroom; null when that is not known.</summary>
    public string? LastChanged { get; private set; }

    /// <summary>Further acts that whoever looks may do.</summary>
    public IReadOnlyList<(string Text, string Path)> Acts => Key is null ? [] : [.. links.Where(l => l.Folder == Words.Folder && May(l.Needs)).Select(l => (l.Text, l.Path.Replace("{key}", Key, StringComparison.Ordinal)))];

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(settings["Site:TimeZone"] ?? "Europe/London");

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var values = Records.Blank();
        if (Key is not null)
        {
            if (await Records.FindAsync(db, Key, ct) is not { } record) return NotFound();
            (Name, Version, values) = (record.Name, record.Version, record.Values);
        }
        else
        {
            foreach (var (field, given) in Request.Query) values[field] = given.ToString(); // a link may fill it in
        }
        return await ShowAsync(values, null, ct);
    }

    /// <summary>Saves it, or gives the form another row.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var values = FormValues.Of(Request.Form);
        Version = Key is null ? null : values["version"];
        ModelState.Clear();
        if (Key is not null) Name = (await Records.FindAsync(db, Key, ct))?.Name ?? Key;
        if (values["more"].Length > 0) return await ShowAsync(values, null, ct);
        if (values["less"] is { Length: > 0 } less && less.LastIndexOf('-') is > 0 and var dash && int.TryParse(less[(dash + 1)..], out var row))
        {
            values.Remove(less[..dash], row);
            return await ShowAsync(values, null, ct);
        }
        switch (await desk.SaveAsync(Records, Key, Version, values, ct))
        {
            case RecordOutcome.Done(var record):
                Done = $"“{record.Name}” is saved.";
                return Redirect(Words.PathOf(record.Key));
            case RecordOutcome.Faulty(var faults):
                foreach (var (field, message) in faults) ModelState.AddModelError(field, message);
                return await ShowAsync(values, null, ct);
            case RecordOutcome.Stale(var now, var edit):
                (Version, Name, ChangedBy) = (now.Version, now.Name, Told(edit, Zone) ?? "An import of content files");
                return await ShowAsync(values, now.Values, ct);
            case RecordOutcome.Missing(var edit):
                (IsGone, ChangedBy) = (true, Told(edit, Zone));
                return await ShowAsync(values, null, ct);
            default:
                throw new InvalidOperationException("A save has an outcome that this page does not know.");
        }
    }

    private async Task<IActionResult> ShowAsync(FormValues values, FormValues? theirs, CancellationToken ct)
    {
        var fields = await Records.FieldsAsync(db, values, ct);
        Fields = [.. fields.Select(f => f with { Value = values[f.Name], Values = values, Theirs = theirs is null ? null : TheirsOf(f, values, theirs), SlugOf = Key is null ? f.SlugOf : null }).Select(Kept)];
        if (Key is null) return Page();
        LastChanged = Told(await desk.EditAsync(Records, Key, ct), Zone);
        if (uses.FirstOrDefault(u => u.ColumnOf(Words.Folder) is not null) is { } counting)
            Uses = (counting.ColumnOf(Words.Folder)!, (await counting.CountAsync(Words.Folder, [Key], ct)).GetValueOrDefault(Key));
        if (Request.Query.ContainsKey("uses")) Places = await desk.UsesAsync(Records, Key, MostUses, ct);
        return Page();
    }

    // A slug that stories name is written in them for good.
    private FormField Kept(FormField field) => field.Name != "slug" || Key is null ? field : field with { IsOptional = false, Hint = CanBeUsed ? "Can be changed while nothing uses it." : field.Hint };

    private static string? TheirsOf(FormField field, FormValues mine, FormValues theirs)
    {
        var (here, there) = (TextOf(field, mine), TextOf(field, theirs));
        return string.Equals(here.ReplaceLineEndings("\n").Trim(), there.ReplaceLineEndings("\n").Trim(), StringComparison.Ordinal) ? null : there;
    }

    private static string TextOf(FormField field, FormValues values) => field.Type switch
    {
        "moment" => $"{values[FormMoment.Day(field.Name)]} {values[FormMoment.Time(field.Name)]}".Trim(),
        "rows" => string.Join('\n', Enumerable.Range(0, values.RowsOf(field.Name)).Where(row => !values.IsEmpty(field.Name, row))
            .Select(row => string.Join(" · ", field.Fields.Select(f => values[$"{field.Name}-{row}-{f.Name}"].Trim()).Where(v => v.Length > 0)))),
        _ => values[field.Name],
    };
}
