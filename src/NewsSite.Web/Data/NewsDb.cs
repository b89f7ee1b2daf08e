using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsSite.Web.Data;

/// <summary>The one database. It names no feature: each feature folder brings its own table mapping and its own <c>db.Things</c>.</summary>
public sealed class NewsDb(DbContextOptions<NewsDb> options) : DbContext(options)
{
    /// <summary>Whether this is SQLite rather than PostgreSQL.</summary>
    public bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    private static readonly ConcurrentDictionary<Type, (bool WrittenOnce, bool WrittenLast)> Kinds = [];
    private readonly List<object> _waiting = [];
    private Guid _waitingFor;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A row that is written once was changed or removed, or there are rows that are written last, which takes <see cref="SaveChangesAsync"/>.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (LastRows().Count > 0) throw new InvalidOperationException("Rows that are written last need SaveChangesAsync.");
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A row that is written once was changed or removed.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        if (detects) ChangeTracker.DetectChanges(); // once, and not again by each look that follows: an import has hundreds of rows at hand
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return LastRows() is not { Count: > 0 } last ? await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
                : Database.CurrentTransaction is { } open ? await SaveInAsync(open, last, acceptAllChangesOnSuccess, cancellationToken)
                : await SaveAloneAsync(last, acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>The rows that wait for the commit of this transaction; they wait no longer.</summary>
    internal IReadOnlyList<object> TakeWaiting(Guid transaction)
    {
        object[] rows = _waitingFor == transaction ? [.. _waiting] : [];
        _waiting.Clear();
        return rows;
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NewsDb).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot compare DateTimeOffset. As a UTC DateTime it sorts as text there
        // and is timestamptz on PostgreSQL, so one query serves both.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<IReadOnlyList<string>>().HaveConversion<TextsConverter, TextsComparer>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private async Task<int> SaveAloneAsync(List<object> last, bool accept, CancellationToken ct)
    {
        await using var transaction = await Database.BeginTransactionAsync(ct);
        var count = await SaveInAsync(transaction, last, accept: false, ct);
        try
        {
            await transaction.CommitAsync(ct);
        }
        catch
        {
            AddRange(last);
            throw;
        }
        if (accept) ChangeTracker.AcceptAllChanges();
        return count + last.Count;
    }

    private async Task<int> SaveInAsync(IDbContextTransaction transaction, List<object> last, bool accept, CancellationToken ct)
    {
        foreach (var row in last) Entry(row).State = EntityState.Detached;
        try
        {
            var count = await base.SaveChangesAsync(accept, ct);
            if (_waitingFor != transaction.TransactionId) _waiting.Clear(); // those of a transaction that was given up
            _waitingFor = transaction.TransactionId;
            _waiting.AddRange(last);
            return count;
        }
        catch
        {
            AddRange(last); // whoever mends the rest and saves again saves them too
            throw;
        }
    }

    // The rows that are written last. No row that is written once may be among those that are changed.
    private List<object> LastRows()
    {
        var last = new List<object>();
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            var (once, isLast) = Kinds.GetOrAdd(entry.Metadata.ClrType, t => (t.IsDefined(typeof(WrittenOnceAttribute), inherit: false), t.IsDefined(typeof(WrittenLastAttribute), inherit: false)));
            if (once && entry.State is not EntityState.Added) throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is written once and never changed or removed.");
            if (isLast && entry.State is EntityState.Added) last.Add(entry.Entity);
        }
        return last;
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime, value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

    private sealed class TextsConverter() : ValueConverter<IReadOnlyList<string>, string>(
        value => JsonText.Of(value), text => JsonText.Read<IReadOnlyList<string>>(text));

    private sealed class TextsComparer() : ValueComparer<IReadOnlyList<string>>(
        (a, b) => a!.SequenceEqual(b!), v => v.Count, v => v);
}
