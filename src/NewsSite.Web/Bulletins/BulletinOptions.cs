using System.Globalization;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Bulletins;

/// <summary>When and how the bulletin goes out: section <c>Bulletin</c> of the settings.</summary>
public sealed class BulletinOptions
{
    /// <summary>The minute of each day on the site's clock on the wall, as HH:mm.</summary>
    public string Time { get; set; } = "06:30";

    /// <summary>Connections to the mail server at once.</summary>
    public int Connections { get; set; } = 8;

    /// <summary>Where mail servers send what cannot be delivered; each mail adds <c>+</c> and the subscriber's key before the @. Empty for the address that the mail is from.</summary>
    public string ReturnPath { get; set; } = "";

    internal TimeOnly Minute => TimeOnly.ParseExact(Time, "HH:mm", CultureInfo.InvariantCulture);

    internal sealed class Validation : IValidateOptions<BulletinOptions>
    {
        public ValidateOptionsResult Validate(string? name, BulletinOptions options)
        {
            var faults = new List<string>();
            if (!TimeOnly.TryParseExact(options.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) faults.Add($"Bulletin:Time is “{options.Time}”; expected a time such as 06:30.");
            if (options.Connections is < 1 or > 50) faults.Add($"Bulletin:Connections is “{options.Connections}”; expected 1 to 50.");
            if (options.ReturnPath.Length > 0 && (!MailAddress.TryCreate(options.ReturnPath, out var address) || address.Address != options.ReturnPath))
                faults.Add($"Bulletin:ReturnPath is “{options.ReturnPath}”; expected an e-mail address such as bounces@example.org, or nothing.");
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
