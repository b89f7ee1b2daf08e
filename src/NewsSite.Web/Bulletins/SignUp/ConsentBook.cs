using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>Where a reader agreed to something, and under which words.</summary>
/// <param name="Page">Path of the page.</param>
/// <param name="Wording">The exact words that it showed.</param>
internal sealed record Proof(string Page, string Wording);

/// <summary>Writes proofs of consent.</summary>
internal sealed class ConsentBook(NewsDb db, AddressHash hashes, TimeProvider clock)
{
    /// <summary>Adds a proof to what is saved next.</summary>
    public async Task<Consent> AddAsync(Subscriber of, ConsentAct act, Proof proof, IEnumerable<Wanted> what, Guid? asked, CancellationToken ct)
    {
        var consent = new Consent
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            SubscriberId = of.Id,
            EmailHash = await hashes.OfAsync(of.Email, ct),
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
}
