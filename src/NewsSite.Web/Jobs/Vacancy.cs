using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Jobs;

/// <summary>A job advertisement. It leaves every page by itself at its closing time.</summary>
public sealed record Vacancy
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

    /// <summary>Where to apply: an address that begins with https, http or mailto; null when not given.</summary>
    public string? ApplyAt { get; init; }

    /// <summary>The hours as the recruiter gives them, such as “37 hours a week”; null when not given.</summary>
    public string? Hours { get; init; }

    /// <summary>How the work lies in the week; null when not given.</summary>
    public WorkPattern? Work { get; init; }

    /// <summary>The recruiter's own mark for the post, by which an import finds it again; null for none. No two of one recruiter are the same.</summary>
    public string? Reference { get; init; }
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
public sealed record Pay(string Words, decimal? Minimum, decimal? Maximum, string Currency, PayPeriod Period, decimal? HourlyMinimum, decimal? HourlyMaximum, string? Grade, bool AwardPending)
{
    /// <summary>Whether the figures are for full time, and this post pays its part of them.</summary>
    public bool ProRata { get; init; }
}

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

/// <summary>How work lies in the week.</summary>
public enum WorkPattern
{
    /// <summary>The whole of the week.</summary>
    FullTime,

    /// <summary>A part of the week.</summary>
    PartTime,

    /// <summary>A post that two people share.</summary>
    JobShare,

    /// <summary>As it is wanted, without hours that are fixed.</summary>
    Casual,
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
            builder.HasIndex(v => new { v.Recruiter, v.Reference }).IsUnique();
            builder.Property(v => v.Pay).AsJson();
        }
    }
}
