using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsSite.Web.Data;

/// <summary>The one database. It names no feature: each feature folder brings its own table mapping and its own <c>db.Things</c>.</summary>
public sealed class NewsDb(DbContextOptions<NewsDb> options) : DbContext(options)
{
    /// <summary>Whether this is SQLite rather than PostgreSQL.</summary>
    public bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A row that is written once was changed or removed.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseToRewriteHistory();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A row that is written once was changed or removed.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseToRewriteHistory();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
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

    private void RefuseToRewriteHistory()
    {
        foreach (var entry in ChangeTracker.Entries())
            if (entry.State is EntityState.Modified or EntityState.Deleted && entry.Metadata.ClrType.IsDefined(typeof(WrittenOnceAttribute), inherit: false))
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is written once and never changed or removed.");
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime, value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

    private sealed class TextsConverter() : ValueConverter<IReadOnlyList<string>, string>(
        value => JsonText.Of(value), text => JsonText.Read<IReadOnlyList<string>>(text));

    private sealed class TextsComparer() : ValueComparer<IReadOnlyList<string>>(
        (a, b) => a!.SequenceEqual(b!), v => v.Count, v => v);
}
