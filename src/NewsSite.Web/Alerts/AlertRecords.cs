using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Alerts;

/// <summary>The alerts as the newsroom keeps them, those that end last first. It is no register among the others: only some may set alerts.</summary>
internal sealed class AlertRecords(Site site, IDbContextFactory<NewsDb> databases, TimeProvider clock) : Records<Alert>(
    new(90, "alerts", "alerts", "Alerts", "alert", "Words above every page that readers see.", ["Alert", "Severity", "Shown", "Now"]), null, databases, clock)
{
    private const int LongestHeadline = 120, LongestWords = 400;

    private static readonly FormChoice[] Severities = [.. Enum.GetValues<AlertSeverity>().Select(s => new FormChoice(Kebab.Of(s), AlertWords.Choice(s)))];

    /// <summary>Everything in an alert as one text.</summary>
    public static string TextFor(Alert alert) => string.Join('\n', Kebab.Of(alert.Severity), alert.Headline, alert.Words, alert.Address, alert.LinkText);

    public override FormValues Blank() => new FormValues().With("severity", Kebab.Of(AlertSeverity.Announcement)).With(FormMoment.Day("starts"), site.Day(Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("severity", "How grave it is") { Type = "select", Choices = Severities, Hint = "The gravest stands first. Readers see the word before the dash or colon." },
        new("headline", "Headline") { MaxLength = LongestHeadline, Hint = "One sentence that says what happens where." },
        new("words", "Words") { Type = "textarea", Lines = 3, MaxLength = LongestWords, IsOptional = true, Hint = "What readers should do." },
        new("address", "Link") { MaxLength = 2_000, IsOptional = true, InputMode = "url", Width = "half", Hint = "A path of this site such as /news/floods, or an address that begins with https://." },
        new("link-text", "Words of the link") { MaxLength = 80, IsOptional = true, Width = "half", Hint = "“More about this” when left empty." },
        new("starts", "Shown from") { Heading = "When readers see it", Type = "moment", Width = "half", Hint = "A day alone means its beginning: today’s is now." },
        new("ends", "Shown until") { Type = "moment", Width = "half", Hint = "A day alone means its end. It then leaves every page by itself." },
    ]);

    public override async Task<string> KeyAsync(NewsDb db, FormReader form, string? known, CancellationToken ct) =>
        known ?? await FreeSlug.OfAsync(db.Set<Alert>().Select(a => a.Slug), form.Typed("headline") ?? "", Words.One, ct);

    public override IReadOnlyList<string> TagsOf(string key) => ["alerts"];

    protected override IQueryable<Alert> Ordered(IQueryable<Alert> rows) => rows.OrderByDescending(a => a.EndsAt).ThenBy(a => a.Slug);

    protected override string KeyOf(Alert value) => value.Slug;

    protected override string NameOf(Alert value) => value.Headline;

    protected override IEnumerable<string?> SearchedOf(Alert value) => [value.Headline, value.Words, AlertWords.Of(value.Severity)];

    protected override string TextOf(Alert value) => string.Create(CultureInfo.InvariantCulture, $"{TextFor(value)}\n{value.StartsAt.UtcDateTime:O}\n{value.EndsAt.UtcDateTime:O}");

    protected override RecordRow RowOf(Alert value)
    {
        var now = Now;
        var state = value.EndsAt <= now ? new RecordCell("Over", "withdrawn") : value.StartsAt > now ? new("Not yet", "scheduled") : new("Shown", "live");
        return new(value.Slug, value.Headline, [AlertWords.Of(value.Severity), $"{site.SayStart(value.StartsAt)} to {site.SayEnd(value.EndsAt)}", state]) { Detail = value.Words };
    }

    protected override FormValues ValuesOf(Alert value)
    {
        var values = new FormValues().With("severity", Kebab.Of(value.Severity)).With("headline", value.Headline).With("words", value.Words).With("address", value.Address).With("link-text", value.LinkText);
        site.PutStart(values, "starts", value.StartsAt);
        return site.PutEnd(values, "ends", value.EndsAt);
    }

    protected override ValueTask<Alert> MakeAsync(NewsDb db, FormReader form, string key, CancellationToken ct)
    {
        var alert = new Alert
        {
            Slug = key,
            Severity = form.Choice<AlertSeverity>("severity"),
            Headline = form.RequiredLine("headline", "the headline", LongestHeadline),
            Words = form.Text("words", LongestWords),
            Address = AddressOf(form),
            LinkText = form.Line("link-text", 80),
            StartsAt = site.ReadStart(form, "starts", Now) ?? default,
            EndsAt = site.ReadEnd(form, "ends", Now) ?? default,
        };
        if (alert.LinkText is not null && alert.Address is null && !Has(form, "address")) form.Fault("address", "These words of a link lead nowhere; write where.");
        if (alert.StartsAt == default && !Has(form, "starts")) form.Fault("starts", "Choose the day from which it is shown.");
        if (alert.EndsAt == default && !Has(form, "ends")) form.Fault("ends", "Choose the day until which it is shown. Every alert ends.");
        if (alert.StartsAt != default && alert.EndsAt != default && alert.EndsAt <= alert.StartsAt) form.Fault("ends", "It ends before it begins; choose a later time.");
        return ValueTask.FromResult(alert);
    }

    private static string? AddressOf(FormReader form)
    {
        if (form.Line("address", 2_000) is not { } typed) return null;
        if (FormReader.IsWebAddress(typed) || (typed.StartsWith('/') && !typed.StartsWith("//", StringComparison.Ordinal) && !typed.Contains('\\', StringComparison.Ordinal) && !typed.Any(char.IsWhiteSpace))) return typed;
        form.Fault("address", $"“{typed}” is neither a path of this site nor an address that begins with https://.");
        return null;
    }

    private static bool Has(FormReader form, string field) => form.Faults.Any(f => f.Field.StartsWith(field, StringComparison.Ordinal));
}
