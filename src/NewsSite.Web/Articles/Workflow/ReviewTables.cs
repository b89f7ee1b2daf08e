using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Workflow;

internal static class ReviewTables
{
    extension(NewsDb db)
    {
        public DbSet<Approval> Approvals => db.Set<Approval>();

        public DbSet<ForcedPublication> ForcedPublications => db.Set<ForcedPublication>();

        public DbSet<Contributor> Contributors => db.Set<Contributor>();
    }

    private sealed class Approvals : IEntityTypeConfiguration<Approval>
    {
        public void Configure(EntityTypeBuilder<Approval> builder)
        {
            builder.ToTable("Approvals").HasOne<Article>().WithMany().HasForeignKey(a => a.ArticleId);
            builder.HasIndex(a => new { a.RevisionId, a.ById }).IsUnique();
        }
    }

    private sealed class Forced : IEntityTypeConfiguration<ForcedPublication>
    {
        public void Configure(EntityTypeBuilder<ForcedPublication> builder)
        {
            builder.ToTable("ForcedPublications").HasOne<Article>().WithMany().HasForeignKey(f => f.ArticleId);
            builder.HasIndex(f => new { f.ReviewedAt, f.At });
            builder.Property(f => f.Version).IsConcurrencyToken();
        }
    }

    private sealed class Contributors : IEntityTypeConfiguration<Contributor>
    {
        public void Configure(EntityTypeBuilder<Contributor> builder)
        {
            builder.ToTable("Contributors").HasKey(c => new { c.ArticleId, c.AccountId });
            builder.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId);
            builder.HasIndex(c => new { c.AccountId, c.LastAt });
        }
    }
}
