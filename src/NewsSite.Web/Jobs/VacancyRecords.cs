using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Jobs;

/// <summary>The vacancies as the newsroom keeps them, those that close last first.</summary>
internal sealed class VacancyRecords(VacancyFile file, Site site, IDbContextFactory<NewsDb> databases, TimeProvider clock) : Records<Vacancy>(
    new(60, "jobs", "vacancies", "Vacancies", "vacancy", "Job advertisements. Each appears and leaves by itself.", ["Vacancy", "Pay", "Closes", "Now"]) { PublicPath = "/jobs/" }, file, databases, clock)
{
    private static readonly FormChoice[] Periods = [.. Enum.GetValues<PayPeriod>().Select(p => new FormChoice(Kebab.Of(p), $"a {p.ToString().ToLowerInvariant()}".Replace("a hour", "an hour", StringComparison.Ordinal)))];

    private static readonly FormChoice[] Patterns = [new("", "Not given"), .. Enum.GetValues<WorkPattern>().Select(w => new FormChoice(Kebab.Of(w), WorkWords.Of(w)))];

    public override FormValues Blank() => new FormValues().With("period", Kebab.Of(PayPeriod.Year)).With("currency", "GBP").With("read-pay", "yes").With(FormMoment.Day("opens"), site.Day(Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("title", "Title of the post") { MaxLength = 200, Width = "half", Hint = "As the recruiter gives it." },
        SlugField("title"),
        new("recruiter", "Recruiter") { MaxLength = 120, Width = "half" },
        new("place", "Place") { MaxLength = 120, IsOptional = true, Width = "half" },
        new("words", "The advertisement’s text") { Type = "textarea", Lines = 8, Hint = "As given; paragraphs with an empty line between them." },
        new("apply", "Where to apply") { MaxLength = 2_000, IsOptional = true, InputMode = "url", Hint = "An address that begins with https://, or mailto: and an address for letters." },
        new("hours", "Hours") { MaxLength = 120, IsOptional = true, Width = "half", Hint = "As the recruiter gives them, such as “37 hours a week”." },
        new("work", "Full or part time") { Type = "select", IsOptional = true, Choices = Patterns, Width = "quarter" },
        new("reference", "Reference") { MaxLength = 80, IsOptional = true, Width = "quarter", Hint = "The recruiter’s own." },
        new("pay", "Pay in words") { Heading = "Pay", MaxLength = 200, Hint = "Exactly as the recruiter gives it, such as “£24,404 (12.65 p.a. hour) - £25,183”. Readers see this." },
        new("read-pay", "Read the figures from these words") { Type = "checkbox", Hint = "Those that are typed below count for more." },
        new("minimum", "From") { IsOptional = true, InputMode = "decimal", MaxLength = 20, Width = "quarter" },
        new("maximum", "To") { IsOptional = true, InputMode = "decimal", MaxLength = 20, Width = "quarter" },
        new("period", "For") { Type = "select", Choices = Periods, Width = "quarter" },
        new("currency", "Currency") { MaxLength = 3, Width = "quarter" },
        new("hourly-minimum", "An hour, from") { IsOptional = true, InputMode = "decimal", MaxLength = 20, Width = "quarter" },
        new("hourly-maximum", "An hour, to") { IsOptional = true, InputMode = "decimal", MaxLength = 20, Width = "quarter" },
        new("grade", "Grade") { MaxLength = 60, IsOptional = true, Width = "quarter" },
        new("award", "A pay award is pending") { Type = "checkbox" },
        new("pro-rata", "Pro rata: the figures are for full time, and the post pays its part of them") { Type = "checkbox" },
        new("opens", "Appears") { Heading = "When readers see it", Type = "moment", Width = "half", Hint = $"On the clock in {PlaceOf(site.Zone)}. A day alone means its beginning." },
        new("closes", "Closes") { Type = "moment", Width = "half", Hint = "A day alone means its end. It then leaves every page by itself." },
    ]);

    protected override IQueryable<Vacancy> Ordered(IQueryable<Vacancy> rows) => rows.OrderByDescending(v => v.ClosesAt).ThenBy(v => v.Slug);

    protected override string KeyOf(Vacancy value) => value.Slug;

    protected override string NameOf(Vacancy value) => value.Title;

    protected override IEnumerable<string?> SearchedOf(Vacancy value) => [value.Title, value.Recruiter, value.Place, value.Reference, value.Slug];

    protected override RecordRow RowOf(Vacancy value)
    {
        var now = Now;
        var state = value.ClosesAt <= now ? new RecordCell("Closed", "withdrawn") : value.OpensAt > now ? new("Not yet open", "scheduled") : new("Open", "live");
        return new(value.Slug, value.Title, [value.Pay.Words, VacancyView.Of(value, site).ClosesText, state]) { Detail = string.Join(", ", new[] { value.Recruiter, value.Place }.OfType<string>()) };
    }

    protected override FormValues ValuesOf(Vacancy value)
    {
        var (pay, values) = (value.Pay, new FormValues());
        values.With("title", value.Title).With("recruiter", value.Recruiter).With("place", value.Place).With("words", value.Words).With("apply", value.ApplyAt)
            .With("pay", pay.Words).With("minimum", Figure(pay.Minimum)).With("maximum", Figure(pay.Maximum)).With("period", Kebab.Of(pay.Period)).With("currency", pay.Currency)
            .With("hourly-minimum", Figure(pay.HourlyMinimum)).With("hourly-maximum", Figure(pay.HourlyMaximum)).With("grade", pay.Grade).With("award", pay.AwardPending ? "yes" : "")
            .With("pro-rata", pay.ProRata ? "yes" : "").With("hours", value.Hours).With("work", value.Work is { } work ? Kebab.Of(work) : "").With("reference", value.Reference);
        site.PutStart(values, "opens", value.OpensAt);
        return site.PutEnd(values, "closes", value.ClosesAt);
    }

    // Whoever takes another slug keeps the reference.
    public override Task<string> KeyAsync(NewsDb db, FormReader form, string? known, CancellationToken ct)
    {
        form.Values["was"] = known ?? "";
        return base.KeyAsync(db, form, known, ct);
    }

    protected override string ProposalOf(FormReader form) => form.Typed("title") ?? "";

    protected override async ValueTask<Vacancy> MakeAsync(NewsDb db, FormReader form, string key, CancellationToken ct)
    {
        var vacancy = new Vacancy
        {
            Slug = key,
            Title = form.RequiredLine("title", "the post’s title", 200),
            Recruiter = form.RequiredLine("recruiter", "who is recruiting", 120),
            Place = form.Line("place", 120),
            Words = form.Text("words", 20_000) ?? "",
            ApplyAt = form.Line("apply", 2_000),
            Hours = form.Line("hours", 120),
            Work = form.Typed("work") is null ? null : form.Choice<WorkPattern>("work"),
            Reference = form.Line("reference", 80),
            Pay = PayOf(form),
            OpensAt = site.ReadStart(form, "opens", Now) ?? default,
            ClosesAt = site.ReadEnd(form, "closes", Now) ?? default,
        };
        if (vacancy.Words.Length == 0) form.Fault("words", "Add the advertisement’s text.");
        if (vacancy.OpensAt == default && !HasFault(form, "opens")) form.Fault("opens", "Choose the day on which it appears.");
        if (vacancy.ClosesAt == default && !HasFault(form, "closes")) form.Fault("closes", "Choose the day on which it closes.");
        if (vacancy.OpensAt != default && vacancy.ClosesAt != default && vacancy.ClosesAt <= vacancy.OpensAt) form.Fault("closes", "It closes before it appears; choose a later day.");
        if (vacancy.ApplyAt is { } apply && !ApplyAddress.Is(apply)) form.Fault("apply", $"“{apply}” is nowhere to apply; write {ApplyAddress.Expected}.");
        var was = form.Values["was"];
        if (vacancy.Reference is { } reference && await db.Vacancies.AsNoTracking().FirstOrDefaultAsync(v => v.Recruiter == vacancy.Recruiter && v.Reference == reference && v.Slug != key && v.Slug != was, ct) is { } other)
            form.Fault("reference", $"“{other.Title}” of the same recruiter has this reference already.");
        return vacancy;
    }

    private static Pay PayOf(FormReader form)
    {
        var pay = new Pay(
            form.RequiredLine("pay", "the pay as the recruiter gives it", 200), form.Amount("minimum"), form.Amount("maximum"), form.Typed("currency")?.ToUpperInvariant() ?? "GBP",
            form.Choice<PayPeriod>("period"), form.Amount("hourly-minimum"), form.Amount("hourly-maximum"), form.Line("grade", 60), form.IsYes("award"))
        {
            ProRata = form.IsYes("pro-rata"),
        };
        if (form.IsYes("read-pay") && pay is { Minimum: null, Maximum: null, HourlyMinimum: null, HourlyMaximum: null }) pay = PayWords.Read(pay.Words).Beside(pay);
        if (pay.Currency.Length != 3 || !pay.Currency.All(char.IsAsciiLetterUpper)) form.Fault("currency", $"“{pay.Currency}” is no currency; write three letters such as GBP.");
        if (pay.Minimum is null && pay.Maximum is not null) form.Fault("minimum", "Write the least too; for a single figure write it here.");
        if (pay.Maximum < pay.Minimum) form.Fault("maximum", "This is less than the least.");
        if (pay.HourlyMaximum < pay.HourlyMinimum) form.Fault("hourly-maximum", "This is less than the least.");
        return pay;
    }

    private static bool HasFault(FormReader form, string field) => form.Faults.Any(f => f.Field.StartsWith(field, StringComparison.Ordinal));

    private static string? Figure(decimal? amount) => amount?.ToString("0.##", CultureInfo.InvariantCulture);

    private static string PlaceOf(TimeZoneInfo zone) => zone.Id.Split('/')[^1].Replace('_', ' ');
}
