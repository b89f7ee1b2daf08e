using System.Globalization;

namespace NewsSite.Web.Accounts;

/// <summary>What account pages and mails say of the site.</summary>
public sealed class SiteFacts(IConfiguration settings)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings["Site:TimeZone"] ?? "Europe/London");
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(settings["Site:Culture"] ?? "en-GB");

    /// <summary>The site's name.</summary>
    public string Name { get; } = settings["Site:Name"] ?? "NewsSite";

    /// <summary>Scheme, host and port under which it is reached.</summary>
    public Uri BaseUrl { get; } = new(settings["Site:BaseUrl"] ?? "http://localhost:5080");

    /// <summary>The absolute address of a path that begins with a slash.</summary>
    public string Address(string path) => BaseUrl.GetLeftPart(UriPartial.Authority) + path;

    /// <summary>Such as "21 September 2022, 14:02".</summary>
    public string Moment(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).ToString("d MMMM yyyy, HH:mm", _culture);

    /// <summary>Such as "21 September 2022".</summary>
    public string Day(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).ToString("d MMMM yyyy", _culture);
}
