using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Bulletins.SignUp;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.Preferences;

/// <summary>Stops what a mail is part of. Mail programs send the form themselves (RFC 8058), from nowhere: the link is the proof.</summary>
internal sealed class StopPage(BulletinLinks links, Subscribing subscribing, NewsDb db, PageFrames frames) : AskPage(frames)
{
    private const string Button = "Send me no more of these";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (links.Read(BulletinLink.Stop, token) is not { } link) return await NoGoodAsync(ct);
        var subjects = await SubjectsAsync(link.Edition, ct);
        return await SecretAsync(new()
        {
            Title = subjects is null ? "No more bulletins" : "No more of these alerts",
            Words = [subjects is null ? "Press the button, and the daily bulletin comes no more." : "Press the button, and no more mails come for the topics and people that this mail named."],
            Button = Button,
            LinkText = "See and change everything that you get",
            LinkPath = $"/bulletin/yours/{links.Make(BulletinLink.Yours, link.Id)}",
        }, ct);
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (links.Read(BulletinLink.Stop, token) is not { } link) return await NoGoodAsync(ct);
        var subjects = await SubjectsAsync(link.Edition, ct);
        await subscribing.LeaveAsync(link.Id, w => subjects is null ? w.IsBulletin : subjects.Contains(w), new("/bulletin/stop", $"[{Button}]"), ct);
        return await SecretAsync(new() { Title = "It is done", Words = [subjects is null ? "You get no more bulletins." : "You get no more of these alerts."], LinkText = "Front page", LinkPath = "/" }, ct);
    }

    // Of an alert, what it answered; null for a bulletin.
    private async Task<IReadOnlySet<Wanted>?> SubjectsAsync(Guid? edition, CancellationToken ct)
    {
        var found = edition is null ? null : await db.Editions.AsNoTracking().Where(e => e.Id == edition).Select(e => new { e.Kind, e.Subjects }).FirstOrDefaultAsync(ct);
        return found is { Kind: EditionKind.Alert } ? found.Subjects.Select(Wanted.Parse).OfType<Wanted>().ToHashSet() : null;
    }
}
