using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Mail;

/// <summary>
/// Keyed hashes of e-mail addresses, which stay when an address has been erased: by them a proof of consent is found, and somebody who was blocked.
/// There is no way back from one without the key, which never leaves the store.
/// </summary>
internal sealed class AddressHash(NewsDb db, AddressHash.Known known)
{
    private byte[]? _key = known.Key;

    /// <summary>The hash (HMAC-SHA-256, hexadecimal) under which an address is known for good. The key is made in the caller's transaction, when there is none yet.</summary>
    /// <param name="email">The address in lower case.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<string> OfAsync(string email, CancellationToken ct)
    {
        _key ??= Convert.FromBase64String(await KeyAsync(ct));
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(email)));
    }

    private async Task<string> KeyAsync(CancellationToken ct)
    {
        if (await StoredAsync(ct) is { } stored)
        {
            known.Key = Convert.FromBase64String(stored);
            return stored;
        }
        var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "AddressHashKeys" ("Id", "Key") VALUES (1, {made}) ON CONFLICT DO NOTHING""", ct);
        return (await StoredAsync(ct))!; // another node may have been faster
    }

    private Task<string?> StoredAsync(CancellationToken ct) => db.Set<AddressHashKey>().Where(k => k.Id == 1).Select(k => k.Key).SingleOrDefaultAsync(ct);

    /// <summary>The key once it has been read from the store: it never changes. One that was just made may yet be given up with its transaction.</summary>
    internal sealed class Known
    {
        public byte[]? Key { get; set; }
    }

    private sealed class Table : IEntityTypeConfiguration<AddressHashKey>
    {
        public void Configure(EntityTypeBuilder<AddressHashKey> builder)
        {
            builder.ToTable("AddressHashKeys").HasKey(k => k.Id);
            builder.Property(k => k.Id).ValueGeneratedNever();
        }
    }
}
