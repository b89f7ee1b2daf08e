using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Jobs;

/// <summary>Vacancies as content files: <c>vacancies/*.yml</c>.</summary>
internal sealed class VacancyFile(Site site) : Register<Vacancy>("vacancies", slug => ["vacancies", $"vacancy:{slug}"])
{
    protected override string SlugOf(Vacancy value) => value.Slug;

    protected override Vacancy Read(string slug, YamlRecord yaml, List<NamedRecord> names)
    {
        foreach (var key in new[] { "pay", "words", "opens", "closes" })
            if (!yaml.Has(key)) yaml.Fault($"{key} is missing.");
        var vacancy = new Vacancy
        {
            Slug = slug,
            Title = yaml.RequiredLine("title"),
            Recruiter = yaml.RequiredLine("recruiter"),
            Place = yaml.OneLine("place"),
            Pay = yaml.Map("pay") is { } pay ? ReadPay(pay) : new("", null, null, "GBP", PayPeriod.Year, null, null, null, false),
            Words = yaml.LongText("words") ?? "",
            OpensAt = site.ReadStart(yaml, "opens") ?? default,
            ClosesAt = site.ReadEnd(yaml, "closes") ?? default,
            ApplyAt = yaml.Parsed("apply", t => ApplyAddress.Is(t) ? true : (bool?)null, ApplyAddress.Expected) is null ? null : yaml.OneLine("apply"),
            Hours = yaml.OneLine("hours"),
            Work = yaml.Choice<WorkPattern>("work"),
            Reference = yaml.OneLine("reference"),
        };
        if (vacancy.OpensAt != default && vacancy.ClosesAt != default && vacancy.ClosesAt <= vacancy.OpensAt) yaml.Fault("closes lies before opens; expected a later day.", yaml.LineOf("closes"));
        return vacancy;
    }

    protected override void Write(Vacancy value, YamlText yaml) => yaml
        .Add("title", Plain.Line(value.Title))
        .Add("recruiter", Plain.Line(value.Recruiter))
        .Add("place", Plain.Line(value.Place))
        .Map("pay", y => y
            .Add("words", Plain.Line(value.Pay.Words))
            .Add("minimum", value.Pay.Minimum)
            .Add("maximum", value.Pay.Maximum)
            .Add("currency", value.Pay.Currency == "GBP" ? null : value.Pay.Currency)
            .Add("period", value.Pay.Period is PayPeriod.Year ? null : Kebab.Of(value.Pay.Period))
            .Add("hourly-minimum", value.Pay.HourlyMinimum)
            .Add("hourly-maximum", value.Pay.HourlyMaximum)
            .Add("grade", Plain.Line(value.Pay.Grade))
            .Add("award-pending", value.Pay.AwardPending)
            .Add("pro-rata", value.Pay.ProRata))
        .Add("hours", Plain.Line(value.Hours))
        .Add("work", value.Work is { } work ? Kebab.Of(work) : null)
        .Add("reference", Plain.Line(value.Reference))
        .Add("opens", site.WriteStart(value.OpensAt))
        .Add("closes", site.WriteEnd(value.ClosesAt))
        .Add("apply", value.ApplyAt)
        .Add("words", Plain.Text(value.Words));

    private static Pay ReadPay(YamlRecord yaml)
    {
        var pay = new Pay(
            yaml.RequiredLine("words"), yaml.Number("minimum"), yaml.Number("maximum"), yaml.Optional("currency") ?? "GBP", yaml.Choice<PayPeriod>("period") ?? PayPeriod.Year,
            yaml.Number("hourly-minimum"), yaml.Number("hourly-maximum"), yaml.OneLine("grade"), yaml.IsYes("award-pending"))
        {
            ProRata = yaml.IsYes("pro-rata"),
        };
        yaml.RefuseTheRest();
        if (pay.Currency.Length != 3 || !pay.Currency.All(char.IsAsciiLetterUpper)) yaml.Fault($"currency is “{pay.Currency}”; expected three letters such as GBP.", yaml.LineOf("currency"));
        if (pay.Maximum < pay.Minimum) yaml.Fault("maximum is less than minimum.", yaml.LineOf("maximum"));
        if (pay.HourlyMaximum < pay.HourlyMinimum) yaml.Fault("hourly-maximum is less than hourly-minimum.", yaml.LineOf("hourly-maximum"));
        return pay;
    }
}
