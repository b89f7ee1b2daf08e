using NewsSite.Web.Data;

namespace NewsSite.Web.Mail;

/// <summary>
/// Where mail is handed in. It is a row of the caller's own transaction: it goes out if, and only if, the act that it tells of was kept.
/// </summary>
public sealed class Outbox(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <summary>Puts a mail beside what the caller is about to save. <see cref="Wake"/> follows the commit.</summary>
    /// <param name="db">What the caller is about to save.</param>
    /// <param name="letter">What the mail says.</param>
    /// <param name="wait">How long it is kept back, so that it can still be taken out; null for not at all.</param>
    /// <param name="about">What it tells of, by which it can be taken out; null for nothing.</param>
    /// <returns>The mail's key.</returns>
    public Guid Add(NewsDb db, Letter letter, TimeSpan? wait = null, string? about = null)
    {
        var mail = OutgoingMail.Of(letter, clock.GetUtcNow(), wait, about);
        db.Add(mail);
        return mail.Id;
    }

    /// <summary>Has the mail that was just committed sent now; without it, it goes within half a minute.</summary>
    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // The sender has been woken already and has not looked yet.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _woken.Dispose();

    internal Task<bool> WaitAsync(TimeSpan patience, CancellationToken ct) => _woken.WaitAsync(patience, ct);
}
