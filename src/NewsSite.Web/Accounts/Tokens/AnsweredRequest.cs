using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Web.Accounts.Tokens;

/// <summary>A request that a program may repeat under a key of its own, and the answer that it is given then. Kept for a day.</summary>
public sealed class AnsweredRequest
{
    /// <summary>The access token.</summary>
    public required Guid TokenId { get; init; }

    /// <summary>The key that the program chose, 1 to 200 characters.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of what was asked for, in hexadecimal.</summary>
    public required string RequestHash { get; init; }

    /// <summary>The id of what the request makes, chosen beforehand: whoever takes a request up that was cut off makes the same thing and not a second one.</summary>
    public required Guid Reserved { get; init; }

    /// <summary>When it came first.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Until when somebody is taken to be at work on it. Without an answer by then, a repetition takes it up.</summary>
    public required DateTimeOffset HeldUntil { get; init; }

    /// <summary>The status of the answer; null while there is none.</summary>
    public int? Status { get; init; }

    /// <summary>Its entity tag; null for none.</summary>
    public string? EntityTag { get; init; }

    /// <summary>Its header Location; null for none.</summary>
    public string? Location { get; init; }

    /// <summary>Its body, JSON; null while there is none.</summary>
    public string? Body { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<AnsweredRequest>
    {
        public void Configure(EntityTypeBuilder<AnsweredRequest> builder)
        {
            builder.ToTable("AnsweredRequests").HasKey(r => new { r.TokenId, r.Key });
            builder.HasIndex(r => r.MadeAt);
            builder.HasOne<AccessToken>().WithMany().HasForeignKey(r => r.TokenId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
