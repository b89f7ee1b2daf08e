using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Articles;
using NewsSite.Web.Comments.Moderation;
using NewsSite.Web.Data;

namespace NewsSite.Web.Comments;

internal static class CommentTables
{
    extension(NewsDb db)
    {
        public DbSet<Comment> Comments => db.Set<Comment>();

        public DbSet<Commenter> Commenters => db.Set<Commenter>();

        public DbSet<CommentDecision> CommentDecisions => db.Set<CommentDecision>();

        public DbSet<CommentReport> CommentReports => db.Set<CommentReport>();

        public DbSet<CommentAppeal> CommentAppeals => db.Set<CommentAppeal>();
    }

    private sealed class Comments : IEntityTypeConfiguration<Comment>
    {
        public void Configure(EntityTypeBuilder<Comment> builder)
        {
            builder.ToTable("Comments").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Ignore(c => c.IsThread);
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId);
            builder.HasIndex(c => c.Example).IsUnique();
            builder.HasIndex(c => new { c.State, c.At, c.Id });
            builder.HasIndex(c => new { c.ReportedAt, c.Id });
            builder.HasIndex(c => new { c.ListId, c.Position });
            builder.HasIndex(c => new { c.ArticleId, c.State, c.At, c.Id });
            builder.HasIndex(c => new { c.ThreadId, c.State, c.At });
            builder.HasIndex(c => new { c.CommenterId, c.At });
            builder.HasIndex(c => new { c.AddressHash, c.At });
            builder.HasIndex(c => new { c.WordsHash, c.At });
        }
    }

    private sealed class Commenters : IEntityTypeConfiguration<Commenter>
    {
        public void Configure(EntityTypeBuilder<Commenter> builder)
        {
            builder.ToTable("Commenters").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => c.Email).IsUnique();
            builder.HasIndex(c => c.BlockedAt);
        }
    }

    private sealed class Decisions : IEntityTypeConfiguration<CommentDecision>
    {
        public void Configure(EntityTypeBuilder<CommentDecision> builder)
        {
            builder.ToTable("CommentDecisions").HasKey(d => d.Id);
            builder.HasIndex(d => new { d.CommentId, d.Id });
        }
    }

    private sealed class Reports : IEntityTypeConfiguration<CommentReport>
    {
        public void Configure(EntityTypeBuilder<CommentReport> builder)
        {
            builder.ToTable("CommentReports").HasKey(r => r.Id);
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.HasOne<Comment>().WithMany().HasForeignKey(r => r.CommentId);
            builder.HasIndex(r => new { r.CommentId, r.DecidedAt });
            builder.HasIndex(r => r.Email);
            builder.HasIndex(r => new { r.AddressHash, r.At });
        }
    }

    private sealed class Appeals : IEntityTypeConfiguration<CommentAppeal>
    {
        public void Configure(EntityTypeBuilder<CommentAppeal> builder)
        {
            builder.ToTable("CommentAppeals").HasKey(a => a.CommentId);
            builder.HasOne<Comment>().WithOne().HasForeignKey<CommentAppeal>(a => a.CommentId);
            builder.HasIndex(a => new { a.DecidedAt, a.At });
        }
    }

    private sealed class Words : IEntityTypeConfiguration<BlockedWord>
    {
        public void Configure(EntityTypeBuilder<BlockedWord> builder) => builder.ToTable("BlockedWords").HasKey(w => w.Word);
    }

    private sealed class Addresses : IEntityTypeConfiguration<BlockedAddress>
    {
        public void Configure(EntityTypeBuilder<BlockedAddress> builder) => builder.ToTable("BlockedAddresses").HasKey(a => a.Hash);
    }

    private sealed class Keys : IEntityTypeConfiguration<AddressKey>
    {
        public void Configure(EntityTypeBuilder<AddressKey> builder)
        {
            builder.ToTable("AddressKeys").HasKey(k => k.Day);
            builder.Property(k => k.Day).ValueGeneratedNever();
        }
    }
}
