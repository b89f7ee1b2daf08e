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

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime, value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

    private sealed class TextsConverter() : ValueConverter<IReadOnlyList<string>, string>(
        value => JsonText.Of(value), text => JsonText.Read<IReadOnlyList<string>>(text));

    private sealed class TextsComparer() : ValueComparer<IReadOnlyList<string>>(
        (a, b) => a!.SequenceEqual(b!), v => v.Count, v => v);
}
