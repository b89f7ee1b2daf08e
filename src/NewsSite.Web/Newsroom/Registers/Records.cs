using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;

namespace NewsSite.Web.Newsroom.Registers;

/// <summary>A register that is one table. The keys of its records are kept in memory with the words by which they are found, so that any page of its list is read by keys.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <param name="words">What it is called.</param>
/// <param name="file">Its form in content files; null when the register overrides what is made of it.</param>
/// <param name="databases">The database.</param>
/// <param name="clock">The site's clock.</param>
public abstract class Records<T>(RegisterWords words, Register<T>? file, IDbContextFactory<NewsDb> databases, TimeProvider clock) : Kept<RecordKey>(databases, words.Folder), IRecords
    where T : class
{
    private const int LongestProposed = 80;

    /// <inheritdoc/>
    public RegisterWords Words => words;

    /// <summary>The present.</summary>
    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The property that is the key.</summary>
    protected virtual string KeyProperty => "Slug";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordRow>> RowsAsync(NewsDb db, IReadOnlyList<string> keys, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var wanted = keys.ToArray();
        var property = KeyProperty;
        var found = await db.Set<T>().AsNoTracking().Where(r => wanted.Contains(EF.Property<string>(r, property))).ToListAsync(ct);
        var rows = (await RowsOfAsync(db, found, ct)).ToDictionary(r => r.Key, StringComparer.Ordinal);
        return [.. wanted.Select(rows.GetValueOrDefault).OfType<RecordRow>()];
    }

    /// <inheritdoc/>
    public async Task<StoredRecord?> FindAsync(NewsDb db, string key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var property = KeyProperty;
        return await db.Set<T>().AsNoTracking().FirstOrDefaultAsync(r => EF.Property<string>(r, property) == key, ct) is { } value ? await StoredAsync(db, value, ct) : null;
    }

    /// <inheritdoc/>
    public abstract Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct);

    /// <inheritdoc/>
    public virtual FormValues Blank() => new();

    /// <inheritdoc/>
    public virtual async Task<string> KeyAsync(NewsDb db, FormReader form, string? known, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var property = KeyProperty;
        var typed = form.Typed("slug");
        if (typed is null && known is not null) form.Fault("slug", "Write the slug.");
        if (typed is null) return known ?? await FreeSlug.OfAsync(db.Set<T>().Select(r => EF.Property<string>(r, property)), ProposalOf(form), words.One, ct);
        if (!Slug.IsSlug(typed)) form.Fault("slug", $"“{typed}” is no slug; write {Slug.Expected}.");
        else if (typed != known && await db.Set<T>().AnyAsync(r => EF.Property<string>(r, property) == typed, ct)) form.Fault("slug", $"“{typed}” is taken by another {words.One}. Choose another slug.");
        return typed;
    }

    /// <inheritdoc/>
    public async Task<StoredRecord> ReadAsync(NewsDb db, FormReader form, string key, CancellationToken ct) => await StoredAsync(db, await MakeAsync(db, form, key, ct), ct);

    /// <inheritdoc/>
    public virtual async Task StoreAsync(NewsDb db, StoredRecord record, StoredRecord? before, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(record);
        if (before?.Key == record.Key) db.Update((T)record.Value);
        else db.Add((T)record.Value);
        if (before is not null && before.Key != record.Key) db.Remove((T)before.Value);
        await db.SaveChangesAsync(ct);
    }

    /// <inheritdoc/>
    public virtual async Task DeleteAsync(NewsDb db, StoredRecord record, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(record);
        db.Remove((T)record.Value);
        await db.SaveChangesAsync(ct);
    }

    /// <inheritdoc/>
    public virtual IReadOnlyList<string> TagsOf(string key) => file!.TagsOf(key);

    /// <summary>The rows in the order of the list.</summary>
    protected abstract IQueryable<T> Ordered(IQueryable<T> rows);

    /// <summary>The record's key.</summary>
    protected abstract string KeyOf(T value);

    /// <summary>What the record is called.</summary>
    protected abstract string NameOf(T value);

    /// <summary>The texts by whose words a search finds it.</summary>
    protected abstract IEnumerable<string?> SearchedOf(T value);

    /// <summary>Its line in the list.</summary>
    protected abstract RecordRow RowOf(T value);

    /// <summary>What its form holds.</summary>
    protected abstract FormValues ValuesOf(T value);

    /// <summary>What its form holds, for a register that shows other records by their names.</summary>
    protected virtual Task<FormValues> ValuesOfAsync(NewsDb db, T value, CancellationToken ct) => Task.FromResult(ValuesOf(value));

    /// <summary>The record that the form makes. Faults go to the form.</summary>
    protected abstract ValueTask<T> MakeAsync(NewsDb db, FormReader form, string key, CancellationToken ct);

    /// <summary>Its canonical text.</summary>
    protected virtual string TextOf(T value) => file!.TextOf(value);

    /// <summary>The words from which a slug is proposed.</summary>
    protected virtual string ProposalOf(FormReader form) => form?.Typed("name") ?? "";

    /// <summary>The lines of some records, for a register whose lines need more than the record.</summary>
    protected virtual Task<IReadOnlyList<RecordRow>> RowsOfAsync(NewsDb db, IReadOnlyList<T> found, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RecordRow>>([.. found.Select(RowOf)]);

    /// <summary>The field of the slug.</summary>
    protected FormField SlugField(string of) => new("slug", words.KeyLabel)
    {
        IsOptional = true,
        SlugOf = of,
        MaxLength = Slug.Longest,
        Width = "half",
        Hint = "Its name in addresses; made when left empty.",
    };

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<RecordKey>> LoadAsync(NewsDb db)
    {
        var keys = new List<RecordKey>();
        await foreach (var value in Ordered(db.Set<T>().AsNoTracking()).AsAsyncEnumerable())
            keys.Add(new(KeyOf(value), [.. SearchedOf(value).SelectMany(WordQuery.WordsOf).Distinct(StringComparer.Ordinal)]));
        return keys;
    }

    private async Task<StoredRecord> StoredAsync(NewsDb db, T value, CancellationToken ct) =>
        new(KeyOf(value), NameOf(value), TextOf(value), (await ValuesOfAsync(db, value, ct)).With("slug", KeyOf(value)), value);
}
