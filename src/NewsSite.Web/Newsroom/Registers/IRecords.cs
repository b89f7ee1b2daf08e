using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;

namespace NewsSite.Web.Newsroom.Registers;

/// <summary>What a register is called.</summary>
/// <param name="Order">Its place among the registers, least first.</param>
/// <param name="Path">Its name in addresses of the newsroom, such as <c>people</c>.</param>
/// <param name="Folder">Its folder in a content directory, which is also the beginning of a subject in the audit trail; mostly the same.</param>
/// <param name="Title">Such as “People”.</param>
/// <param name="One">One of its records, such as “person”.</param>
/// <param name="Intro">A sentence about what it is for.</param>
/// <param name="Columns">Headings of its list, the record's name first.</param>
public sealed record RegisterWords(int Order, string Path, string Folder, string Title, string One, string Intro, IReadOnlyList<string> Columns)
{
    /// <summary>What stands before a record's key in the address of its page for readers, such as <c>/people/</c>; null when it has none.</summary>
    public string? PublicPath { get; init; }

    /// <summary>What the key is called.</summary>
    public string KeyLabel { get; init; } = "Slug";

    /// <summary>The label of the search field.</summary>
    public string SearchHint { get; init; } = "Find by beginnings of words";

    /// <summary>One of its records with its article, such as “an author”.</summary>
    public string AOne => ("aeiou".Contains(One[0], StringComparison.Ordinal) ? "an " : "a ") + One;

    /// <summary>Where the audit trail leads from an act on a record.</summary>
    public SubjectPage Subject => new(Folder, ListPath + (KeyLabel == "Slug" ? "/{0}" : "/record?key={0}"), Permission.KeepRegisters);

    /// <summary>The address of the list.</summary>
    public string ListPath => "/newsroom/" + Path;

    /// <summary>The address of a record.</summary>
    /// <param name="key">Its key; one that cannot stand in a path goes behind a question mark.</param>
    /// <param name="below">A page below it, such as <c>/delete</c>; empty for none.</param>
    public string PathOf(string key, string below = "") =>
        Core.Content.Slug.IsSlug(key) && key is not ("new" or "record") ? $"{ListPath}/{key}{below}" : $"{ListPath}/record{below}?key={Uri.EscapeDataString(key)}";
}

/// <summary>A record by which a list finds it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Words">The words that a search compares.</param>
public sealed record RecordKey(string Key, IReadOnlyList<string> Words);

/// <summary>A line of a register's list.</summary>
/// <param name="Key">The record's key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Cells">The other columns.</param>
public sealed record RecordRow(string Key, string Name, IReadOnlyList<RecordCell> Cells)
{
    /// <summary>A line under the name; null for none.</summary>
    public string? Detail { get; init; }
}

/// <summary>What stands in a column.</summary>
/// <param name="Text">The words; empty for nothing.</param>
/// <param name="State">The class of a state that is shown as a badge, such as <c>live</c>; null for plain words.</param>
public sealed record RecordCell(string Text, string? State = null)
{
    /// <summary>Plain words.</summary>
    public static implicit operator RecordCell(string? text) => new(text ?? "");
}

/// <summary>A record as it is stored.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">Its canonical text, by which changes are told.</param>
/// <param name="Values">What its form holds.</param>
/// <param name="Value">The record itself; its register knows the type.</param>
public sealed record StoredRecord(string Key, string Name, string Text, FormValues Values, object Value)
{
    /// <summary>Differs as soon as anything in the record does.</summary>
    public string Version => RecordEdit.Digest(Text);
}

/// <summary>A register as the newsroom keeps it: its list, its form and how the form becomes a record. The acts are those of <see cref="RecordDesk"/>.</summary>
public interface IRecords : IChangeListener
{
    /// <summary>What it is called.</summary>
    RegisterWords Words { get; }

    /// <summary>The keys of all records in the order of the list, from memory.</summary>
    ValueTask<IReadOnlyList<RecordKey>> AllAsync(CancellationToken ct);

    /// <summary>The lines of these records, in their order; those that are gone are left out.</summary>
    Task<IReadOnlyList<RecordRow>> RowsAsync(NewsDb db, IReadOnlyList<string> keys, CancellationToken ct);

    /// <summary>A record; null when there is none of this key.</summary>
    Task<StoredRecord?> FindAsync(NewsDb db, string key, CancellationToken ct);

    /// <summary>The fields of the form, without what is in them.</summary>
    /// <param name="db">The database, for choices.</param>
    /// <param name="values">What the form holds.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct);

    /// <summary>What a new record's form holds.</summary>
    FormValues Blank();

    /// <summary>The key that the form asks for, or that its words propose. Faults go to the form.</summary>
    /// <param name="db">The database.</param>
    /// <param name="form">The form.</param>
    /// <param name="known">The key until now; null for a new record.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    Task<string> KeyAsync(NewsDb db, FormReader form, string? known, CancellationToken ct);

    /// <summary>The record that the form makes. Faults go to the form; what is returned then is not used.</summary>
    Task<StoredRecord> ReadAsync(NewsDb db, FormReader form, string key, CancellationToken ct);

    /// <summary>Stores a record, inside the caller's transaction, in place of the one that was there.</summary>
    Task StoreAsync(NewsDb db, StoredRecord record, StoredRecord? before, CancellationToken ct);

    /// <summary>Deletes a record, inside the caller's transaction.</summary>
    Task DeleteAsync(NewsDb db, StoredRecord record, CancellationToken ct);

    /// <summary>Page tags of what shows the record.</summary>
    IReadOnlyList<string> TagsOf(string key);
}

/// <summary>A place where a record is used.</summary>
/// <param name="Words">The place, such as a headline.</param>
/// <param name="Path">Its address in the newsroom; null for none.</param>
public sealed record RecordUse(string Words, string? Path);

/// <summary>Knows where records are used.</summary>
public interface IRecordUses
{
    /// <summary>Whether records of this register can be used where this looks.</summary>
    bool Covers(string folder);

    /// <summary>The heading of a column that counts uses in a register's list; null where this knows none.</summary>
    string? ColumnOf(string folder);

    /// <summary>How many uses readers see of each of these records; those with none may be missing.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(string folder, IReadOnlyList<string> keys, CancellationToken ct);

    /// <summary>Places where a record is used, drafts included.</summary>
    Task<IReadOnlyList<RecordUse>> FindAsync(string folder, string key, int most, CancellationToken ct);
}

/// <summary>A further act on a whole register, with a page of its own.</summary>
/// <param name="Folder">The register's folder.</param>
/// <param name="Text">The words of its link.</param>
/// <param name="Path">Its address.</param>
/// <param name="Needs">Who may do it.</param>
public sealed record RegisterActLink(string Folder, string Text, string Path, Permission Needs);

/// <summary>A further act on a record, with a page of its own.</summary>
/// <param name="Folder">The register's folder.</param>
/// <param name="Text">The words of its link.</param>
/// <param name="Path">Its address, with the key in place of <c>{key}</c>.</param>
/// <param name="Needs">Who may do it.</param>
public sealed record RecordActLink(string Folder, string Text, string Path, Permission Needs);
