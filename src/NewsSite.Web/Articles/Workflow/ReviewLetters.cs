using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Mail to the newsroom about a story, queued with the act that it tells of.</summary>
internal sealed class ReviewLetters(NewsDb db, Outbox outbox, Site site, ICurrentAccount who)
{
    /// <summary>Tells whoever sent a story for review that it needs more work.</summary>
    public async Task SentBackAsync(Article article, string note, CancellationToken ct)
    {
        if (await SenderAsync(article, ct) is not { } sender) return;
        Send(sender, $"Sent back: {Name(article)}", $"""
            {who.Name} has sent your story {Name(article)} back with a note:

            {note}

            Go on with it here: {AddressOf(article)}
            """);
    }

    /// <summary>Tells whoever sent a story for review that it is approved.</summary>
    public async Task ApprovedAsync(Article article, CancellationToken ct)
    {
        if (await SenderAsync(article, ct) is not { } sender || sender.Id == who.Id) return;
        Send(sender, $"Approved: {Name(article)}", $"""
            {who.Name} has approved your story {Name(article)}. It can be published or scheduled now.

            {AddressOf(article)}
            """);
    }

    /// <summary>Tells the editors, and whoever chose the minute, that something was to happen and did not.</summary>
    public async Task FailedAsync(Article article, TimedAct act, string fault, CancellationToken ct)
    {
        var told = await db.Accounts.AsNoTracking().Open().Where(a => a.Role == Role.Editor || a.Role == Role.Administrator || a.Id == act.MadeById).ToListAsync(ct);
        var what = act.Kind is TimedKind.Publish ? "did not go live" : "was not withdrawn";
        foreach (var somebody in told)
            Send(somebody, $"It {what}: {Name(article)}", $"""
                {Name(article)} was to {(act.Kind is TimedKind.Publish ? "go live" : "be withdrawn")} on {site.Spoken(act.DueAt)}, as {act.MadeBy} had chosen. It {what}:

                {fault}

                It stays as it was until somebody decides: {AddressOf(article)}
                """);
    }

    private async Task<Account?> SenderAsync(Article article, CancellationToken ct) =>
        article.WorkById is { } id ? await db.Accounts.AsNoTracking().Open().FirstOrDefaultAsync(a => a.Id == id, ct) : null;

    private void Send(Account to, string subject, string text) =>
        outbox.Add(db, new(to.Email, subject, $"Hello {to.Name},\n\n{text}") { ToName = to.Name });

    private static string Name(Article article) => Act.Headline(article.Headline);

    private string AddressOf(Article article) => site.Address($"/newsroom/articles/{article.Id}");
}
