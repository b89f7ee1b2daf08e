using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins;

internal static class BulletinTables
{
    extension(NewsDb db)
    {
        public DbSet<Subscriber> Subscribers => db.Set<Subscriber>();

        public DbSet<Subscription> Subscriptions => db.Set<Subscription>();

        public DbSet<Consent> Consents => db.Set<Consent>();

        public DbSet<Edition> Editions => db.Set<Edition>();

        public DbSet<EditionStory> EditionStories => db.Set<EditionStory>();

        public DbSet<EditionCorrection> EditionCorrections => db.Set<EditionCorrection>();

        public DbSet<EditionMail> EditionMails => db.Set<EditionMail>();
    }

    private sealed class SubscriberTable : IEntityTypeConfiguration<Subscriber>
    {
        public void Configure(EntityTypeBuilder<Subscriber> builder)
        {
            builder.ToTable("Subscribers").HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.Version).IsConcurrencyToken();
            builder.HasIndex(s => s.Email).IsUnique();
            builder.HasIndex(s => s.StoppedAt);
        }
    }

    private sealed class SubscriptionTable : IEntityTypeConfiguration<Subscription>
    {
        public void Configure(EntityTypeBuilder<Subscription> builder)
        {
            builder.ToTable("Subscriptions").HasKey(s => new { s.SubscriberId, s.Kind, s.Subject });
            builder.Ignore(s => s.Wanted);
            builder.HasOne<Subscriber>().WithMany().HasForeignKey(s => s.SubscriberId);
            builder.HasIndex(s => new { s.Kind, s.Subject });
        }
    }

    private sealed class ConsentTable : IEntityTypeConfiguration<Consent>
    {
        public void Configure(EntityTypeBuilder<Consent> builder)
        {
            builder.ToTable("Consents").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => new { c.SubscriberId, c.At });
            builder.HasIndex(c => c.EmailHash);
            builder.HasIndex(c => c.AskedId).IsUnique();
        }
    }

    private sealed class EditionTable : IEntityTypeConfiguration<Edition>
    {
        public void Configure(EntityTypeBuilder<Edition> builder)
        {
            builder.ToTable("Editions").HasKey(e => e.Id);
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.Property(e => e.Version).IsConcurrencyToken();
            builder.Ignore(e => e.Subject);
            builder.HasOne<Article>().WithMany().HasForeignKey(e => e.ArticleId).OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(e => e.Day).IsUnique();
            builder.HasIndex(e => e.ArticleId).IsUnique();
            builder.HasIndex(e => new { e.State, e.DueAt });
            builder.HasIndex(e => new { e.Kind, e.MadeAt });
        }
    }

    private sealed class StoryTable : IEntityTypeConfiguration<EditionStory>
    {
        public void Configure(EntityTypeBuilder<EditionStory> builder)
        {
            builder.ToTable("EditionStories").HasKey(s => new { s.EditionId, s.ArticleId });
            builder.HasOne<Edition>().WithMany().HasForeignKey(s => s.EditionId);
            builder.HasOne<Article>().WithMany().HasForeignKey(s => s.ArticleId);
        }
    }

    private sealed class CorrectionTable : IEntityTypeConfiguration<EditionCorrection>
    {
        public void Configure(EntityTypeBuilder<EditionCorrection> builder)
        {
            builder.ToTable("EditionCorrections").HasKey(c => new { c.EditionId, c.Correction });
            builder.HasOne<Edition>().WithMany().HasForeignKey(c => c.EditionId);
            builder.HasIndex(c => c.Correction);
        }
    }

    private sealed class MailTable : IEntityTypeConfiguration<EditionMail>
    {
        public void Configure(EntityTypeBuilder<EditionMail> builder)
        {
            builder.ToTable("EditionMails").HasKey(m => new { m.EditionId, m.SubscriberId });
            builder.HasOne<Edition>().WithMany().HasForeignKey(m => m.EditionId);
            builder.HasIndex(m => new { m.EditionId, m.State, m.DueAt });
            builder.HasIndex(m => m.ClaimedBy);
            builder.HasIndex(m => m.SubscriberId);
        }
    }
}
