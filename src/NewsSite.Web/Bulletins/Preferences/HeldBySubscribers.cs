using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Bulletins.SignUp;
using NewsSite.Web.Comments.Erasing;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Bulletins.Preferences;

/// <summary>What is held about subscribers, and its erasure. Proofs of consent stay: they hold a keyed hash in place of the address.</summary>
internal sealed class HeldBySubscribers(NewsDb db, ConsentBook consents, AddressHash hashes) : IHeldElsewhere
{
    public string Name => "Bulletins";

    public async Task<object?> CopyAsync(string email, CancellationToken ct)
    {
        var subscriber = await db.Subscribers.AsNoTracking().FirstOrDefaultAsync(s => s.Email == email, ct);
        var hash = await hashes.OfAsync(email, ct);
        var proofs = await db.Consents.AsNoTracking().Where(c => c.EmailHash == hash).OrderBy(c => c.At).ToListAsync(ct);
        if (subscriber is null && proofs.Count == 0) return null;
        var id = subscriber?.Id;
        var wants = await db.Subscriptions.AsNoTracking().Where(s => s.SubscriberId == id).ToListAsync(ct);
        var mails = await db.EditionMails.AsNoTracking().Where(m => m.SubscriberId == id).OrderBy(m => m.DueAt).Select(m => new { m.EditionId, State = m.State.ToString(), m.Fault }).ToListAsync(ct);
        return new
        {
            Subscriber = subscriber is null ? null : new { subscriber.SeenAt, subscriber.ConfirmedAt, subscriber.StoppedAt, subscriber.StoppedWhy },
            Subscriptions = wants.Select(w => new { What = w.Wanted.ToString(), w.At }),
            Consents = proofs.Select(p => new { Act = p.Act.ToString(), p.At, p.Page, p.Wording, p.What }),
            Mails = mails,
        };
    }

    public async Task EraseAsync(string email, CancellationToken ct)
    {
        if (await db.Subscribers.FirstOrDefaultAsync(s => s.Email == email, ct) is not { } subscriber) return;
        var id = subscriber.Id;
        var had = await db.Subscriptions.Where(s => s.SubscriberId == id).ToListAsync(ct);
        await consents.AddAsync(subscriber, ConsentAct.Erased, new("/comments/yours", "[Erase it all]"), had.Select(h => h.Wanted), null, ct);
        db.RemoveRange(had);
        db.Remove(subscriber);
        await db.SaveChangesAsync(ct);
        await db.EditionMails.Where(m => m.SubscriberId == id && (m.State == EditionMailState.Waiting || m.State == EditionMailState.Claimed)).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, EditionMailState.Left), ct);
    }
}
