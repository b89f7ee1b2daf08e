using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Web.Articles.ReadNext;

/// <summary>That a live story is about something which other stories may be about too: a person, an organisation, a cited document or who published one. Paid-for stories have none, so nobody is led to them.</summary>
public sealed class StorySubject
{
    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>What it is about, from <see cref="Subjects"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>When the article was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    private sealed class Table : IEntityTypeConfiguration<StorySubject>
    {
        public void Configure(EntityTypeBuilder<StorySubject> builder)
        {
            builder.ToTable("StorySubjects").HasKey(s => new { s.ArticleId, s.Subject });
            builder.HasOne<Article>().WithMany().HasForeignKey(s => s.ArticleId);
            builder.HasIndex(s => new { s.Subject, s.PublishedAt, s.ArticleId });
        }
    }
}
