using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Bulletins.SignUp;
using NewsSite.Web.Data;
using NewsSite.Web.Mail.Lines;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.Sending;

/// <summary>Sends the mails of a claim, one after the other, each to whoever wants it at that moment, with what readers of the site see at that moment.</summary>
internal sealed class SendClaim(
    NewsDb db, EditionReader reader, BulletinWriter writer, WantedNames names, BulletinLinks links, MailLines lines, Site site, IOptions<BulletinOptions> options, TimeProvider clock)
{
    private const int MostTries = 8; // the last some two hours after the first
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), TooShort = TimeSpan.FromSeconds(20);

    /// <summary>Sends them.</summary>
    /// <param name="claim">The mails.</param>
    /// <param name="line">The way out.</param>
    /// <param name="marks">Where it is written down what becomes of each.</param>
    /// <param name="ct">Cancelled when the site stops; the rest of the claim waits again.</param>
    public async Task RunAsync(MailClaim claim, IMailLine line, MailMarks marks, CancellationToken ct)
    {
        var content = await reader.MadeAsync(claim.Edition, ct);
        var bodies = new Dictionary<string, BulletinBody>(StringComparer.Ordinal);
        Guid[] ids = [.. claim.Mails.Select(m => m.SubscriberId)];
        var people = await db.Subscribers.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var wants = (await db.Subscriptions.AsNoTracking().Where(s => ids.Contains(s.SubscriberId)).ToListAsync(ct)).ToLookup(s => s.SubscriberId, s => s.Wanted);
        var until = clock.GetUtcNow() + MailClaims.ClaimTime - TooShort;
        Task<bool> last = Task.FromResult(true);
        foreach (var mail in claim.Mails)
        {
            if (ct.IsCancellationRequested || clock.GetUtcNow() > until)
            {
                last = marks.SettleAsync(mail, claim.Id, EditionMailState.Waiting, null);
                continue;
            }
            var selection = people.GetValueOrDefault(mail.SubscriberId) is { StoppedAt: null } ? await SelectionAsync(claim.Edition, content, wants[mail.SubscriberId], ct) : null;
            if (selection is null || content.For(selection).IsEmpty)
            {
                last = marks.SettleAsync(mail, claim.Id, EditionMailState.Left, null);
                continue;
            }
            if (!bodies.TryGetValue(selection.Key, out var body)) bodies[selection.Key] = body = await writer.WriteAsync(content, selection, claim.Edition.Kind is EditionKind.Alert ? selection.Topics! : [], ct);
            last = await SendAsync(mail, claim, people[mail.SubscriberId], body, line, marks);
        }
        await last; // they are written in their order
    }

    // What of an edition somebody gets who wants this; null for nothing.
    private async Task<Selection?> SelectionAsync(Edition edition, BulletinContent content, IEnumerable<Wanted> wants, CancellationToken ct)
    {
        if (edition.Kind is EditionKind.Alert)
        {
            var answered = wants.Where(w => edition.Subjects.Contains(w.ToString())).ToList();
            var called = new List<string>();
            foreach (var wanted in answered) called.Add(await names.NameAsync(wanted, ct) ?? wanted.Subject);
            return called.Count == 0 ? null : new([.. called.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        }
        var mine = wants.Where(w => w.IsBulletin).ToList();
        if (mine.Contains(Wanted.Daily)) return Selection.All;
        if (mine.Count == 0) return null;
        var now = await names.PresentAsync(mine.Select(w => w.Subject), ct);
        return new([.. now.Where(content.Topics.Contains).Order(StringComparer.Ordinal)]);
    }

    private async Task<Task<bool>> SendAsync(EditionMail mail, MailClaim claim, Subscriber to, BulletinBody body, IMailLine line, MailMarks marks)
    {
        var (stop, yours) = (site.Address($"/bulletin/stop/{links.Make(BulletinLink.Stop, to.Id, claim.Edition.Id)}"), site.Address($"/bulletin/yours/{links.Make(BulletinLink.Yours, to.Id)}"));
        string For(string words) => words.Replace(BulletinBody.Stop, stop, StringComparison.Ordinal).Replace(BulletinBody.Yours, yours, StringComparison.Ordinal);
        var sender = lines.Sender;
        var message = new MimeMail
        {
            To = to.Email,
            From = sender,
            ReturnPath = ReturnPath(to.Id) ?? sender.Address,
            MessageId = $"{claim.Edition.Id:N}.{to.Id:N}@{sender.Host}",
            At = clock.GetUtcNow(),
            Subject = body.Subject,
            Text = For(body.Text),
            Html = For(body.Html),
            Headers =
            [
                ("List-Id", $"<{(claim.Edition.Kind is EditionKind.Alert ? "alerts" : "bulletin")}.{sender.Host}>"),
                ("List-Unsubscribe", $"<{stop}>"),
                ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                ("Auto-Submitted", "auto-generated"),
            ],
        };
        using var patience = new CancellationTokenSource(Patience); // a stop of the site waits for the mail in hand
        var answer = await line.SendAsync(message, () => marks.BeginAsync(mail, claim.Id, to.Version), patience.Token);
        return answer.Outcome switch
        {
            LineOutcome.Taken => marks.SettleAsync(mail, claim.Id, EditionMailState.Sent, null),
            LineOutcome.Left => marks.SettleAsync(mail, claim.Id, EditionMailState.Waiting, null), // they changed something meanwhile: another look at what they want
            LineOutcome.NoSuchAddress => await StopAsync(mail, claim, to, answer.Fault!, marks),
            LineOutcome.Refused => marks.SettleAsync(mail, claim.Id, EditionMailState.Failed, answer.Fault),
            LineOutcome.Unknown => marks.SettleAsync(mail, claim.Id, EditionMailState.Unknown, answer.Fault),
            _ when mail.Tries + 1 >= MostTries => marks.SettleAsync(mail, claim.Id, EditionMailState.Failed, answer.Fault),
            _ => marks.SettleAsync(mail, claim.Id, EditionMailState.Waiting, answer.Fault, TimeSpan.FromMinutes(Math.Min(0.5 * Math.Pow(2, mail.Tries), 60))),
        };
    }

    private async Task<Task<bool>> StopAsync(EditionMail mail, MailClaim claim, Subscriber to, string fault, MailMarks marks)
    {
        await StoppedAddresses.StopAsync(db, to.Id, fault, clock.GetUtcNow(), CancellationToken.None);
        return marks.SettleAsync(mail, claim.Id, EditionMailState.Failed, fault);
    }

    private string? ReturnPath(Guid subscriber) => options.Value.ReturnPath is { Length: > 0 } path && path.LastIndexOf('@') is var at ? $"{path[..at]}+{subscriber:N}{path[at..]}" : null;
}
