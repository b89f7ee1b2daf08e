using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>Where a reader agreed to something, and under which words.</summary>
/// <param name="Page">Path of the page.</param>
/// <param name="Wording">The exact words that it showed.</param>
internal sealed record Proof(string Page, string Wording);

/// <summary>Writes proofs of consent.</summary>
internal sealed class ConsentBook(NewsDb db, TimeProvider clock)
{
    private byte[]? _key;

    /// <summary>Adds a proof to what is saved next.</summary>
    public async Task<Consent> AddAsync(Subscriber of, ConsentAct act, Proof proof, IEnumerable<Wanted> what, Guid? asked, CancellationToken ct)
    {
        var consent = new Consent
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            SubscriberId = of.Id,
            EmailHash = await HashAsync(of.Email, ct),
            Act = act,
            At = clock.GetUtcNow(),
            Page = proof.Page,
            Wording = proof.Wording,
            What = [.. what.Select(w => w.ToString())],
            AskedId = asked,
        };
        db.Add(consent);
        return consent;
    }

    /// <summary>The hash under which proofs about an address are found, also after the address was erased.</summary>
    public async Task<string> HashAsync(string email, CancellationToken ct)
    {
        if (_key is null)
        {
            if (await db.Set<ConsentKey>().Select(k => k.Key).FirstOrDefaultAsync(ct) is not { } key)
            {
                var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
                await db.Database.ExecuteSqlAsync($"""INSERT INTO "ConsentKeys" ("Id", "Key") VALUES (1, {made}) ON CONFLICT DO NOTHING""", ct);
                key = await db.Set<ConsentKey>().Select(k => k.Key).FirstAsync(ct); // another node may have been faster
            }
            _key = Convert.FromBase64String(key);
        }
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(email)));
    }
}
