using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Bulletins.SignUp;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Bulletins.Preferences;

/// <summary>What a subscriber gets, to change without an account. The link in each mail is the proof.</summary>
internal sealed class YoursPage(BulletinLinks links, Subscribing subscribing, WantedNames names, TopicList topics, NewsDb db, PageFrames frames) : AskPage(frames)
{
    /// <summary>What the partial shows; null for a link that is no good.</summary>
    public ChoicesView? Choices { get; private set; }

    public Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => ShowAsync(token, null, ct);

    public async Task<IActionResult> OnPostAsync(string token, [FromForm] List<string> what, [FromForm] string? nothing, CancellationToken ct)
    {
        if (links.Read(BulletinLink.Yours, token) is not { } link || await LoadAsync(link.Id, ct) is not { } before) return await NoGoodAsync(ct);
        // What is not on the page cannot be chosen there.
        HashSet<string> offered = [.. before.Groups.SelectMany(g => g.Choices).Select(c => c.Value)];
        IReadOnlyList<string> chosen = nothing is null ? [.. what.Where(offered.Contains).Distinct(StringComparer.Ordinal)] : [];
        var done = await subscribing.ChooseAsync(link.Id, [.. chosen.Select(Wanted.Parse).OfType<Wanted>()], new("/bulletin/yours", before.WordingWith(chosen)), ct);
        return done ? await ShowAsync(token, chosen.Count == 0 ? "We send you nothing any more." : "Your choice is saved.", ct) : await NoGoodAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(string token, string? done, CancellationToken ct)
    {
        if (links.Read(BulletinLink.Yours, token) is not { } link || await LoadAsync(link.Id, ct) is not { } view) return await NoGoodAsync(ct);
        Choices = view with { Done = done };
        return await SecretAsync(new() { Title = ChoicesView.Title, Words = [] }, ct);
    }

    private async Task<ChoicesView?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Subscribers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { ConfirmedAt: not null } subscriber) return null;
        var has = (await db.Subscriptions.AsNoTracking().Where(s => s.SubscriberId == id).ToListAsync(ct)).Select(s => s.Wanted).ToHashSet();
        has = [.. await names.PresentAsync(has, ct)];
        var all = await topics.AllAsync(ct);
        TopicChoice Choice(Wanted wanted, string name) => new(wanted.ToString(), name, has.Contains(wanted));
        var people = new List<TopicChoice>();
        foreach (var person in has.Where(w => w.Kind is WantedKind.AlertPerson)) people.Add(Choice(person, await names.NameAsync(person, ct) ?? person.Subject));
        return new(subscriber.Email,
        [
            new("The daily bulletin", [Choice(Wanted.Daily, "Everything"), .. all.Select(t => Choice(new(WantedKind.Topic, t.Slug), $"Stories about {t.Name}"))]),
            new("A mail when a story goes live", [.. all.Select(t => Choice(new(WantedKind.AlertTopic, t.Slug), t.Name)), .. people.OrderBy(p => p.Name, StringComparer.Ordinal)]),
        ])
        { Stopped = subscriber.StoppedAt is null ? null : "Our mails to this address came back, so we send none. Sign up again to try once more." };
    }
}
