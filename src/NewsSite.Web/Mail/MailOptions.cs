using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Mail;

/// <summary>How mail leaves: section <c>Mail</c> of the settings.</summary>
public sealed class MailOptions
{
    /// <summary>Where it goes.</summary>
    public MailMode Mode { get; set; } = MailMode.Directory;

    /// <summary>The SMTP server's name.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Name to sign in with; empty for a server that asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Its password; from the environment, never from a file of the repository.</summary>
    public string Password { get; set; } = "";

    /// <summary>Whether the connection is encrypted by STARTTLS.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>Address of the sender, alone or as <c>Name &lt;address&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>The sender; while mail is only written to files, one at localhost will do.</summary>
    internal MailAddress Sender => new(From.Length == 0 ? "newsroom@localhost" : From);

    /// <summary>Finds what is wrong in the settings, each fault naming key, value and what is allowed.</summary>
    internal sealed class Validation : IValidateOptions<MailOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailOptions options)
        {
            var faults = new List<string>();
            if (options.Port is < 1 or > 65535) faults.Add($"Mail:Port is “{options.Port}”; expected 1 to 65535.");
            if (options.From.Length > 0 && !MailAddress.TryCreate(options.From, out _))
                faults.Add($"Mail:From is “{options.From}”; expected an e-mail address such as newsroom@example.org or Newsroom <newsroom@example.org>.");
            if (options.Mode is MailMode.Smtp && options.Host.Trim().Length == 0) faults.Add("Mail:Host is missing; Mail:Mode Smtp needs the name of a server, such as smtp.example.org.");
            if (options.Mode is MailMode.Smtp && options.From.Length == 0) faults.Add("Mail:From is missing; Mail:Mode Smtp needs an e-mail address such as newsroom@example.org.");
            if (options.Password.Length > 0 && options.User.Length == 0) faults.Add("Mail:User is missing; a Mail:Password is of use only with it.");
            if (options is { Mode: MailMode.Smtp, User.Length: > 0, StartTls: false })
                faults.Add("Mail:StartTls is “False”; expected true where there is a Mail:User, because the password would cross the network in clear.");
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}

/// <summary>The ways out.</summary>
public enum MailMode
{
    /// <summary>A file for each mail, in the folder <c>mail</c> of the data directory.</summary>
    Directory,

    /// <summary>A server.</summary>
    Smtp,
}
