using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>Where the link of a confirmation leads. Opening it does nothing yet: scanners of mail open links too.</summary>
internal sealed class ConfirmPage(BulletinLinks links, Subscribing subscribing, WantedNames names, NewsDb db, PageFrames frames) : AskPage(frames)
{
    private const string Title = "Confirm your e-mail address", Button = "Confirm";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (links.Read(BulletinLink.Confirm, token) is not { } link || await QuestionAsync(link.Id, ct) is not { } words) return await NoGoodAsync(ct);
        return await SecretAsync(new() { Title = Title, Words = words, Button = Button }, ct);
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (links.Read(BulletinLink.Confirm, token) is not { } link || await QuestionAsync(link.Id, ct) is not { } words) return await NoGoodAsync(ct);
        var proof = new Proof("/bulletin/confirm", string.Join('\n', [Title, .. words, $"[{Button}]"]));
        if (await subscribing.ConfirmAsync(link.Id, proof, ct) is not { } done) return await NoGoodAsync(ct);
        return await SecretAsync(new()
        {
            Title = "You are signed up",
            Words = [$"You get {string.Join(", and ", await names.WordsAsync(done.What, ct))}.", "Every mail has a link that stops it, and one to what you have chosen."],
            LinkText = "What you have chosen",
            LinkPath = $"/bulletin/yours/{links.Make(BulletinLink.Yours, done.Who.Id)}",
        }, ct);
    }

    // What has been confirmed, or is nobody's any more, is asked no more.
    private async Task<IReadOnlyList<string>?> QuestionAsync(Guid asked, CancellationToken ct)
    {
        var what = await db.Consents.AsNoTracking().Where(c => c.Id == asked && !db.Set<Consent>().Any(o => o.AskedId == asked) && db.Set<Subscriber>().Any(s => s.Id == c.SubscriberId)).Select(c => c.What).FirstOrDefaultAsync(ct);
        return what is null ? null : [$"Press the button to get {string.Join(", and ", await names.WordsAsync(what.Select(Wanted.Parse).OfType<Wanted>(), ct))}."];
    }
}
