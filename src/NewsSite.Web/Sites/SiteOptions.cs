using System.Globalization;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Sites;

/// <summary>Who publishes; decides which rules apply to publication.</summary>
public enum Publisher
{
    /// <summary>A local or national title.</summary>
    Independent,

    /// <summary>A local authority's own newsroom.</summary>
    Council,

    /// <summary>A trade paper.</summary>
    Trade,
}

/// <summary>The site's identity: section <c>Site</c> of the settings.</summary>
public sealed class SiteOptions
{
    /// <summary>The site's name, at most 60 characters.</summary>
    public string Name { get; set; } = "NewsSite";

    /// <summary>A line under the name; may be empty.</summary>
    public string Tagline { get; set; } = "";

    /// <summary>Scheme, host and port under which readers reach the site, without a slash at the end.</summary>
    public string BaseUrl { get; set; } = "http://localhost:5080";

    /// <summary>E-mail address at which readers reach the newsroom; empty to give none.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Language and region, such as <c>en-GB</c>.</summary>
    public string Culture { get; set; } = "en-GB";

    /// <summary>IANA name of the zone that wall times are in.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>The theme: a folder of <c>themes/</c>.</summary>
    public string Theme { get; set; } = "Broadsheet";

    /// <summary>Which rules apply.</summary>
    public Publisher Publisher { get; set; } = Publisher.Independent;

    /// <summary>Finds what is wrong in the settings, each fault naming key, value and what is allowed.</summary>
    internal sealed class Validation : IValidateOptions<SiteOptions>
    {
        public ValidateOptionsResult Validate(string? name, SiteOptions options)
        {
            var faults = new List<string>();
            if (options.Name.Trim().Length is 0 or > 60) faults.Add($"Site:Name is “{options.Name}”; expected 1 to 60 characters.");
            if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/" || options.BaseUrl.EndsWith('/'))
                faults.Add($"Site:BaseUrl is “{options.BaseUrl}”; expected scheme and host without a slash at the end, such as https://news.example.org.");
            if (options.Contact.Length > 0 && !System.Net.Mail.MailAddress.TryCreate(options.Contact, out _))
                faults.Add($"Site:Contact is “{options.Contact}”; expected an e-mail address such as newsroom@example.org, or nothing.");
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
                faults.Add($"Site:TimeZone is “{options.TimeZone}”; expected an IANA time zone such as Europe/London.");
            if (!CultureInfo.GetCultures(CultureTypes.SpecificCultures).Any(c => c.Name == options.Culture))
                faults.Add($"Site:Culture is “{options.Culture}”; expected a language and region such as en-GB.");
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
