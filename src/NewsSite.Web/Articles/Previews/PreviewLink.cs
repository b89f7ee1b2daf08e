using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Previews;

/// <summary>A link by which people without an account see one revision of an article for some days. Its token is in nobody's hands but theirs: only its hash is kept.</summary>
public sealed class PreviewLink
{
    /// <summary>The most days that one may serve.</summary>
    public const int MostDays = 30;

    /// <summary>The days that one serves when nobody says otherwise.</summary>
    public const int UsualDays = 7;

    /// <summary>Its id (UUIDv7).</summary>
    public required Guid Id { get; init; }

    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The revision that it shows, whatever is saved later.</summary>
    public required Guid RevisionId { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>From when on it shows nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was taken back; null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>How often it was opened.</summary>
    public int Opens { get; private init; }

    /// <summary>When it was last opened; null for never.</summary>
    public DateTimeOffset? LastOpenedAt { get; private init; }

    /// <summary>Takes it back. The first time counts.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>Whether it shows something at this instant.</summary>
    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

internal static class PreviewTables
{
    extension(NewsDb db)
    {
        public DbSet<PreviewLink> PreviewLinks => db.Set<PreviewLink>();
    }

    private sealed class Table : IEntityTypeConfiguration<PreviewLink>
    {
        public void Configure(EntityTypeBuilder<PreviewLink> builder)
        {
            builder.ToTable("PreviewLinks").HasKey(l => l.Id);
            builder.HasOne<Article>().WithMany().HasForeignKey(l => l.ArticleId);
            builder.HasIndex(l => l.TokenHash).IsUnique();
        }
    }
}
