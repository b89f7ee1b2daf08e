using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Web.Accounts.TwoStep;

/// <summary>A code for the day on which the app that makes codes is lost; the row goes when it is used.</summary>
internal sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    public required string Hash { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> builder)
        {
            builder.ToTable("RecoveryCodes");
            builder.HasKey(c => new { c.AccountId, c.Hash });
            builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
