using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Jobs;

/// <summary>Structured data for a vacancy's page.</summary>
public static partial class JobPostingJsonLd
{
    /// <summary>The vacancy. Pay is given only in figures that the register holds, and a place only where one is known.</summary>
    /// <param name="site">The site.</param>
    /// <param name="vacancy">The vacancy.</param>
    /// <param name="showsOpening">Whether the page shows the day from which it is advertised.</param>
    public static JsonLd Of(Site site, Vacancy vacancy, bool showsOpening = false)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(vacancy);
        return new(JsonLd.Thing("JobPosting",
            ("title", vacancy.Title),
            ("description", Paragraphs(vacancy.Words)),
            ("url", site.Address($"/jobs/{vacancy.Slug}")),
            ("datePosted", showsOpening ? site.Day(vacancy.OpensAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null),
            ("validThrough", site.Local(vacancy.ClosesAt).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
            ("hiringOrganization", JsonLd.Thing("Organization", ("name", vacancy.Recruiter))),
            ("identifier", vacancy.Reference is { } reference ? JsonLd.Thing("PropertyValue", ("name", vacancy.Recruiter), ("value", reference)) : null),
            ("employmentType", vacancy.Work switch { WorkPattern.FullTime => "FULL_TIME", WorkPattern.PartTime or WorkPattern.JobShare => "PART_TIME", WorkPattern.Casual => "OTHER", _ => null }),
            ("jobLocation", vacancy.Place is { } place ? JsonLd.Thing("Place", ("address", Address(place, site))) : null),
            ("directApply", vacancy.ApplyAt is null ? null : JsonValue.Create(false)), // the form is at the recruiter's
            ("baseSalary", Salary(vacancy.Pay))));
    }

    // A place is written as on an envelope: the town stands last, or before the postcode. The country is the site's own.
    private static JsonObject Address(string place, Site site)
    {
        var parts = place.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        var code = parts is [.., var last] && Postcode().Match(last) is { Success: true } found ? found.Value : null;
        if (code is not null && (parts[^1] = parts[^1][..^code.Length].Trim()).Length == 0) parts.RemoveAt(parts.Count - 1);
        return JsonLd.Thing("PostalAddress",
            ("streetAddress", parts.Count > 1 ? string.Join(", ", parts[..^1]) : null),
            ("addressLocality", parts.Count > 0 ? parts[^1] : null),
            ("postalCode", code),
            ("addressCountry", site.Culture.IsNeutralCulture ? null : new RegionInfo(site.Culture.Name).TwoLetterISORegionName));
    }

    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Postcode();

    private static JsonObject? Salary(Pay pay)
    {
        var (least, most, period) = pay.Minimum is null && pay.Maximum is null
            ? (pay.HourlyMinimum, pay.HourlyMaximum, PayPeriod.Hour)
            : (pay.Minimum, pay.Maximum, pay.Period);
        if (least is null && most is null) return null;
        var one = most is null || least == most;
        return JsonLd.Thing("MonetaryAmount",
            ("currency", pay.Currency),
            ("value", JsonLd.Thing("QuantitativeValue",
                ("value", one ? Figure(least) : null),
                ("minValue", one ? null : Figure(least)),
                ("maxValue", one ? null : Figure(most)),
                ("unitText", period.ToString().ToUpperInvariant()))));
    }

    // Trailing zeros go: 24404.00 in the register is 24404 here.
    private static JsonValue? Figure(decimal? amount) => amount is { } a ? JsonValue.Create(a / 1.0000000000000000000000000000m) : null;

    // The property holds HTML by its definition.
    private static string Paragraphs(string words) => string.Concat(
        words.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));
}
