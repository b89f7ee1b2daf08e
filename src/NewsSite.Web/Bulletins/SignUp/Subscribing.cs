using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>Takes what readers ask for, confirm and give up, each with its proof in one transaction.</summary>
internal sealed class Subscribing(NewsDb db, ConsentBook consents, SubscriberLetters letters, Outbox outbox, TimeProvider clock)
{
    private const int MostAsked = 5;
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    /// <summary>Takes what somebody asks for under an address. Nothing is sent but a mail to that address, and from here nothing can be told about it.</summary>
    public Task<bool> AskAsync(string email, IReadOnlyList<Wanted> what, Proof proof, CancellationToken ct) => db.InOneGoAsync(async transaction =>
    {
        var now = clock.GetUtcNow();
        var subscriber = await db.Subscribers.FirstOrDefaultAsync(s => s.Email == email, ct);
        if (subscriber is null) db.Add(subscriber = new() { Id = Guid.CreateVersion7(now), Email = email, SeenAt = now });
        var (id, since) = (subscriber.Id, now - Lately);
        if (await db.Consents.CountAsync(c => c.SubscriberId == id && c.At > since && c.Act == ConsentAct.Asked, ct) >= MostAsked) return false; // nobody's letter box is filled from here
        subscriber.SeenAt = now;
        var asked = await consents.AddAsync(subscriber, ConsentAct.Asked, proof, what, null, ct);
        var had = await db.Subscriptions.Where(s => s.SubscriberId == id).ToListAsync(ct);
        var isNew = subscriber.StoppedAt is not null || what.Any(w => had.All(h => h.Wanted != w));
        outbox.Add(db, isNew ? await letters.ConfirmAsync(subscriber, asked, ct) : letters.Already(subscriber));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        outbox.Wake();
        return true;
    }, ct);

    /// <summary>Takes the confirmation of what was asked. It can be given once.</summary>
    /// <returns>Whose it is and what they get by it; null when it was given before, or there is nobody any more.</returns>
    public Task<(Subscriber Who, IReadOnlyList<Wanted> What)?> ConfirmAsync(Guid asked, Proof proof, CancellationToken ct) => db.InOneGoAsync<(Subscriber, IReadOnlyList<Wanted>)?>(async transaction =>
    {
        if (await db.Consents.AsNoTracking().FirstOrDefaultAsync(c => c.Id == asked && c.Act == ConsentAct.Asked, ct) is not { } question) return null;
        if (await db.Consents.AnyAsync(c => c.AskedId == asked, ct)) return null;
        if (await db.Subscribers.FirstOrDefaultAsync(s => s.Id == question.SubscriberId, ct) is not { } subscriber) return null;
        IReadOnlyList<Wanted> what = [.. question.What.Select(Wanted.Parse).OfType<Wanted>()];
        var now = clock.GetUtcNow();
        await consents.AddAsync(subscriber, ConsentAct.Confirmed, proof, what, asked, ct);
        (subscriber.SeenAt, subscriber.StoppedAt, subscriber.StoppedWhy) = (now, null, null);
        subscriber.ConfirmedAt ??= now;
        await SetAsync(subscriber, had => [.. had.Union(what)], ct);
        await transaction.CommitAsync(ct);
        return (subscriber, what);
    }, ct);

    /// <summary>Gives a subscriber exactly what they choose on the page of their choices.</summary>
    public Task<bool> ChooseAsync(Guid id, IReadOnlyList<Wanted> what, Proof proof, CancellationToken ct) => ChangeAsync(id, what.Count == 0 ? ConsentAct.Left : ConsentAct.Changed, _ => what, proof, ct);

    /// <summary>Takes things from a subscriber. What they do not have is no fault.</summary>
    public Task<bool> LeaveAsync(Guid id, Func<Wanted, bool> which, Proof proof, CancellationToken ct) => ChangeAsync(id, ConsentAct.Left, had => [.. had.Where(w => !which(w))], proof, ct);

    private Task<bool> ChangeAsync(Guid id, ConsentAct act, Func<IReadOnlyList<Wanted>, IReadOnlyList<Wanted>> change, Proof proof, CancellationToken ct) => db.InOneGoAsync(async transaction =>
    {
        if (await db.Subscribers.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } subscriber) return false;
        var had = await db.Subscriptions.AsNoTracking().Where(s => s.SubscriberId == id).ToListAsync(ct);
        var wanted = change([.. had.Select(h => h.Wanted)]);
        if (wanted.ToHashSet().SetEquals(had.Select(h => h.Wanted))) return true;
        subscriber.SeenAt = clock.GetUtcNow();
        await consents.AddAsync(subscriber, act, proof, act is ConsentAct.Left ? had.Select(h => h.Wanted).Except(wanted) : wanted, null, ct);
        await SetAsync(subscriber, _ => wanted, ct);
        await transaction.CommitAsync(ct);
        return true;
    }, ct);

    private async Task SetAsync(Subscriber subscriber, Func<IEnumerable<Wanted>, IReadOnlyList<Wanted>> change, CancellationToken ct)
    {
        var (id, now) = (subscriber.Id, clock.GetUtcNow());
        var had = await db.Subscriptions.Where(s => s.SubscriberId == id).ToListAsync(ct);
        var wanted = change(had.Select(h => h.Wanted)).ToHashSet();
        db.RemoveRange(had.Where(h => !wanted.Contains(h.Wanted)));
        db.AddRange(wanted.Except(had.Select(h => h.Wanted)).Select(w => new Subscription { SubscriberId = id, Kind = w.Kind, Subject = w.Subject, At = now }));
        subscriber.Version++;
        await db.SaveChangesAsync(ct);
    }
}
