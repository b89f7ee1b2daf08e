using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Tokens;

/// <summary>What a program may do in its owner's name, and never more than its owner may.</summary>
public enum TokenScope
{
    /// <summary>Read stories, drafts among them.</summary>
    Read,

    /// <summary>Write and change stories.</summary>
    Write,

    /// <summary>Bring pictures into the library.</summary>
    Upload,

    /// <summary>Approve stories of others and send them back.</summary>
    Approve,

    /// <summary>Publish stories, now or at a minute, correct them and take them back.</summary>
    Publish,
}

/// <summary>What each scope opens.</summary>
internal static class TokenScopes
{
    public static readonly IReadOnlyDictionary<TokenScope, (string Words, Permission[] Opens)> All = new SortedDictionary<TokenScope, (string, Permission[])>
    {
        [TokenScope.Read] = ("Read stories, drafts among them", [Permission.SeeAllStories]),
        [TokenScope.Write] = ("Write stories", [Permission.WriteStories, Permission.KeepRegisters]),
        [TokenScope.Upload] = ("Upload pictures", [Permission.UploadPictures]),
        [TokenScope.Approve] = ("Approve stories of others and send them back", [Permission.ApproveStories]),
        [TokenScope.Publish] = ("Publish stories, correct them and take them back", [Permission.PublishStories, Permission.CorrectStories]),
    };

    /// <summary>The scope that opens the door, as developers are told it.</summary>
    public static string NameOf(Permission permission) => All.First(s => s.Value.Opens.Contains(permission)).Key.ToString();

    /// <summary>Whether one of the scopes opens the door.</summary>
    public static bool Allow(IEnumerable<TokenScope> scopes, Permission permission) => scopes.Any(s => All[s].Opens.Contains(permission));
}

/// <summary>A key that a program of somebody's shows instead of signing in.</summary>
public sealed class AccessToken
{
    /// <summary>What every token begins with, so that programs that look for leaked secrets know it.</summary>
    public const string Prefix = "ns_";

    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What its owner knows it by.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the token, which itself is kept nowhere.</summary>
    public required string Hash { get; init; }

    /// <summary>Names of <see cref="TokenScope"/>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was last used, to the minute; null for never.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<AccessToken>
    {
        public void Configure(EntityTypeBuilder<AccessToken> builder)
        {
            builder.ToTable("AccessTokens");
            builder.HasIndex(t => t.Hash).IsUnique();
            builder.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
