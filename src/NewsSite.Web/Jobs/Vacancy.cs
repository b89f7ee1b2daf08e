using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Jobs;

/// <summary>A job advertisement. It leaves every page by itself at its closing time.</summary>
public sealed class Vacancy
{
    /// <summary>Its name in addresses, and its key.</summary>
    public required string Slug { get; init; }

    /// <summary>The post's title as the recruiter gives it.</summary>
    public required string Title { get; init; }

    /// <summary>Who is recruiting.</summary>
    public required string Recruiter { get; init; }

    /// <summary>Where the work is; null when not given.</summary>
    public string? Place { get; init; }

    /// <summary>The pay, structured and as given.</summary>
    public required Pay Pay { get; init; }

    /// <summary>The advertisement's text as given, cut where it was cut.</summary>
    public required string Words { get; init; }

    /// <summary>When it appears.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>When it leaves.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Where to apply, http or https; null when not given.</summary>
    public string? ApplyAt { get; init; }
}

/// <summary>What a post pays.</summary>
/// <param name="Words">The pay exactly as the recruiter gives it.</param>
/// <param name="Minimum">The least, in <paramref name="Currency"/> for each <paramref name="Period"/>; null when not given.</param>
/// <param name="Maximum">The most; null when there is only one figure.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Period">What the figures are for.</param>
/// <param name="HourlyMinimum">The least for an hour, when it is given beside; null otherwise.</param>
/// <param name="HourlyMaximum">The most for an hour; null otherwise.</param>
/// <param name="Grade">Grade or band; null when not given.</param>
/// <param name="AwardPending">Whether a pay award is still to be settled.</param>
public sealed record Pay(string Words, decimal? Minimum, decimal? Maximum, string Currency, PayPeriod Period, decimal? HourlyMinimum, decimal? HourlyMaximum, string? Grade, bool AwardPending);

/// <summary>What a figure of pay is for.</summary>
public enum PayPeriod
{
    /// <summary>A year.</summary>
    Year,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A week.</summary>
    Week,

    /// <summary>A day.</summary>
    Day,

    /// <summary>An hour.</summary>
    Hour,
}

internal static class VacancyTables
{
    extension(NewsDb db)
    {
        public DbSet<Vacancy> Vacancies => db.Set<Vacancy>();
    }

    private sealed class Table : IEntityTypeConfiguration<Vacancy>
    {
        public void Configure(EntityTypeBuilder<Vacancy> builder)
        {
            builder.ToTable("Vacancies").HasKey(v => v.Slug);
            builder.HasIndex(v => v.ClosesAt);
            builder.Property(v => v.Pay).AsJson();
        }
    }
}
