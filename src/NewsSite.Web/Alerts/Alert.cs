using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Alerts;

/// <summary>Words above every page that readers see, while it runs. It comes and goes by itself.</summary>
public sealed class Alert
{
    /// <summary>Its key.</summary>
    public required string Slug { get; init; }

    /// <summary>How grave it is.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The sentence that readers see first.</summary>
    public required string Headline { get; init; }

    /// <summary>A few words more; null for none.</summary>
    public string? Words { get; init; }

    /// <summary>Where readers learn more: a path of this site, or an address that begins with https or http; null for nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>The words of that link; null when there is none, or for “More about this”.</summary>
    public string? LinkText { get; init; }

    /// <summary>From when it is shown.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Until when it is shown.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    private sealed class Table : IEntityTypeConfiguration<Alert>
    {
        public void Configure(EntityTypeBuilder<Alert> builder)
        {
            builder.ToTable("Alerts").HasKey(a => a.Slug);
            builder.HasIndex(a => a.EndsAt);
        }
    }
}
