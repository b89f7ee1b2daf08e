using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Media;

namespace NewsSite.Web.Articles;

internal static class ArticleTables
{
    extension(NewsDb db)
    {
        public DbSet<Article> Articles => db.Set<Article>();

        public DbSet<Revision> Revisions => db.Set<Revision>();

        public DbSet<StateChange> StateChanges => db.Set<StateChange>();

        public DbSet<ListingEntry> Listings => db.Set<ListingEntry>();

        public DbSet<SpokenWords> SpokenWords => db.Set<SpokenWords>();

        public IQueryable<ArticleWord> ArticleWords => db.Set<ArticleWord>();
    }

    extension(IQueryable<StateChange> changes)
    {
        /// <summary>Rows of acts that changed what readers see.</summary>
        public IQueryable<StateChange> SeenByReaders() => changes.Where(s =>
            s.Act == null || s.Act == ArticleAct.Published || s.Act == ArticleAct.Forced || s.Act == ArticleAct.Withdrawn || s.Act == ArticleAct.BackToDraft);

        /// <summary>Rows of acts that showed a revision to readers.</summary>
        public IQueryable<StateChange> Shown() => changes.SeenByReaders().Where(s => s.To == ArticleState.Live);

        /// <summary>Rows of which the last says whether a story is sent back: that counts until it is sent for review again, or goes live.</summary>
        public IQueryable<StateChange> AboutSendingBack() =>
            changes.Where(s => s.Act == null || s.Act == ArticleAct.Submitted || s.Act == ArticleAct.SentBack || s.Act == ArticleAct.Published || s.Act == ArticleAct.Forced);
    }

    // HeadId and LiveId carry no foreign key: with Revision.ArticleId they would be a circle, and each
    // article is written together with the revision that it points to.
    private sealed class Articles : IEntityTypeConfiguration<Article>
    {
        public void Configure(EntityTypeBuilder<Article> builder)
        {
            builder.ToTable("Articles").HasKey(a => a.Id);
            builder.HasIndex(a => a.Slug).IsUnique();
            builder.HasIndex(a => new { a.Month, a.PublishedAt, a.Id });
            builder.HasIndex(a => a.UpdatedAt);
            builder.HasIndex(a => new { a.SavedAt, a.Id });
            builder.HasIndex(a => new { a.State, a.SavedAt, a.Id });
            builder.HasIndex(a => new { a.State, a.PublishedAt });
            builder.HasIndex(a => new { a.Work, a.SavedAt, a.Id });
            builder.HasIndex(a => a.DueAt);
            builder.HasIndex(a => a.PlannedDay);
            builder.HasIndex(a => a.EmbargoUntil);
            builder.Property(a => a.Version).IsConcurrencyToken();
            builder.Ignore(a => a.IsLive);
        }
    }

    private sealed class Revisions : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> builder)
        {
            builder.ToTable("Revisions").HasKey(r => r.Id);
            builder.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId);
            builder.HasIndex(r => new { r.ArticleId, r.SavedAt });
            builder.Property(r => r.LeadImage).AsJson();
        }
    }

    private sealed class StateChanges : IEntityTypeConfiguration<StateChange>
    {
        public void Configure(EntityTypeBuilder<StateChange> builder)
        {
            builder.ToTable("StateChanges").HasKey(s => s.Id);
            builder.HasOne<Article>().WithMany().HasForeignKey(s => s.ArticleId);
        }
    }

    private sealed class Listings : IEntityTypeConfiguration<ListingEntry>
    {
        public void Configure(EntityTypeBuilder<ListingEntry> builder)
        {
            builder.ToTable("Listings").HasKey(e => new { e.ArticleId, e.List });
            builder.HasOne<Article>().WithMany().HasForeignKey(e => e.ArticleId);
            builder.HasIndex(e => new { e.List, e.Position });
            builder.HasIndex(e => new { e.List, e.PublishedAt, e.ArticleId });
        }
    }

    private sealed class Words : IEntityTypeConfiguration<ArticleWord>
    {
        public void Configure(EntityTypeBuilder<ArticleWord> builder)
        {
            builder.ToTable("ArticleWords").HasKey(w => new { w.ArticleId, w.Word });
            builder.HasOne<Article>().WithMany().HasForeignKey(w => w.ArticleId);
            builder.HasIndex(w => new { w.Word, w.ArticleId });
        }
    }

    private sealed class Uses : IEntityTypeConfiguration<MediaUse>
    {
        public void Configure(EntityTypeBuilder<MediaUse> builder) => builder.HasOne<Article>().WithMany().HasForeignKey(u => u.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }

    private sealed class Spoken : IEntityTypeConfiguration<SpokenWords>
    {
        public void Configure(EntityTypeBuilder<SpokenWords> builder)
        {
            builder.ToTable("SpokenWords").HasKey(s => new { s.ArticleId, s.BlockId });
            builder.HasOne<Article>().WithMany().HasForeignKey(s => s.ArticleId);
            builder.HasIndex(s => new { s.Person, s.PublishedAt });
        }
    }
}
