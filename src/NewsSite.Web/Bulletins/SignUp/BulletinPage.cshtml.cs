using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Comments.Posting;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Hosting;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>Where readers ask for the bulletin, and where every form of its kind is sent. The answer is the same whether an address is known.</summary>
[IgnoreAntiforgeryToken]
internal sealed class BulletinPage(SignUpForms forms, Subscribing subscribing, WantedNames names, AddressLimits limits, Slots slots, Site site, PageFrames frames) : ReaderPage(frames)
{
    private const int Most = 5, MostTopics = 100;
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(10);

    /// <summary>What the partial shows.</summary>
    public SignUpView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(await forms.BulletinAsync("/bulletin", [], ct), StatusCodes.Status200OK, ct);

    public async Task<IActionResult> OnPostAsync([FromForm] string? email, [FromForm] string? only, [FromForm] List<string> topic, [FromForm] string? page, [FromForm] string? homepage, CancellationToken ct)
    {
        Tags.NotCacheable();
        var (form, what) = await ReadAsync(only, topic, SignUpForms.PageOf(page), ct);
        form = form with { Email = email };
        if (!Request.IsFromOwnPage()) return await ShowAsync(form with { Fault = "This form came from another site. Send it from this page." }, StatusCodes.Status400BadRequest, ct);
        if (PostedComment.EmailOf(email) is not { } address)
            return await ShowAsync(form with { EmailFault = string.IsNullOrWhiteSpace(email) ? "Enter your email address" : "Enter an email address with an @, such as name@example.com" }, StatusCodes.Status422UnprocessableEntity, ct);
        if (!limits.Take("bulletin", HttpContext, Most, Time)) return await ShowAsync(form with { Fault = "You have asked several times. Wait ten minutes." }, StatusCodes.Status429TooManyRequests, ct);
        if (string.IsNullOrEmpty(homepage)) await subscribing.AskAsync(address, what, new(form.Page, SignUpForms.WordingOf(form)), ct); // no person fills in the field that people do not see
        return new SeeOtherResult("/bulletin/sent");
    }

    private async Task<(SignUpForm Form, IReadOnlyList<Wanted> What)> ReadAsync(string? only, List<string> topic, string page, CancellationToken ct)
    {
        if (Wanted.Parse(only) is { IsBulletin: false } alert && await names.NameAsync(alert, ct) is { } name)
            return (alert.Kind is WantedKind.AlertPerson ? SignUpForms.AboutPerson(alert.Subject, name, page) : SignUpForms.AboutTopic(alert.Subject, name, page), [alert]);
        var form = await forms.BulletinAsync(page, topic, ct);
        IReadOnlyList<Wanted> topics = [.. form.Topics.Where(t => t.IsChosen).Select(t => Wanted.Parse(t.Value)).OfType<Wanted>().Take(MostTopics)];
        return (form, topics.Count == 0 ? [Wanted.Daily] : topics);
    }

    private async Task<IActionResult> ShowAsync(SignUpForm form, int status, CancellationToken ct)
    {
        View = new(form, await slots.FillAsync(SlotName.Rail, null, Tags, ct));
        Response.StatusCode = status;
        var isFaulty = (form.EmailFault ?? form.Fault) is not null;
        return await ShowAsync(new() { Title = isFaulty ? "Error: Daily bulletin" : "Daily bulletin", Description = "Our stories of the day by mail, and alerts when a story goes live.", Canonical = site.Address("/bulletin"), NoIndex = isFaulty }, ct);
    }
}
