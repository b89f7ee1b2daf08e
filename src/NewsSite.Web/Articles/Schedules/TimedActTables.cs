using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Schedules;

internal static class TimedActTables
{
    extension(NewsDb db)
    {
        public DbSet<TimedAct> TimedActs => db.Set<TimedAct>();
    }

    extension(IQueryable<TimedAct> acts)
    {
        /// <summary>What waits for its minute, or failed and waits for somebody.</summary>
        public IQueryable<TimedAct> Open() => acts.Where(a => a.Status == TimedStatus.Waiting || a.Status == TimedStatus.Failed);
    }

    private sealed class Table : IEntityTypeConfiguration<TimedAct>
    {
        public void Configure(EntityTypeBuilder<TimedAct> builder)
        {
            builder.ToTable("TimedActs").HasOne<Article>().WithMany().HasForeignKey(a => a.ArticleId);
            builder.HasIndex(a => new { a.Status, a.DueAt, a.Id });
            builder.HasIndex(a => a.ArticleId);
            builder.HasIndex(a => new { a.ArticleId, a.Kind }, "IX_TimedActs_ArticleId_Kind_Waiting").IsUnique().HasFilter("\"Status\" IN ('Waiting', 'Failed')");
            builder.Property(a => a.Version).IsConcurrencyToken();
        }
    }
}
