using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using NewsSite.Web.Data;

namespace NewsSite.Web.Mail;

/// <summary>Hands mail over: to a server, or into files.</summary>
internal sealed class Post(IOptions<MailOptions> options, DataPlace place)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly MailOptions _options = options.Value;

    // In quoted-printable the framework's client writes every end of a line as =0D=0A, which is none. A file is for people to read.
    private TransferEncoding Encode => _options.Mode is MailMode.Smtp ? TransferEncoding.Base64 : TransferEncoding.EightBit;

    public string Folder { get; } = Path.Combine(place.Directory, "mail");

    /// <summary>A line to the way out; several mails may follow each other on it.</summary>
    public SmtpClient Open()
    {
        if (_options.Mode is MailMode.Smtp)
            return new SmtpClient(_options.Host, _options.Port)
            {
                EnableSsl = _options.StartTls,
                Credentials = _options.User.Length == 0 ? null : new NetworkCredential(_options.User, _options.Password),
                Timeout = (int)Patience.TotalMilliseconds,
            };
        var folder = Path.Combine(Folder, ".making", Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
    }

    /// <summary>Hands one mail over.</summary>
    /// <exception cref="SmtpException">It was not taken.</exception>
    public async Task HandOverAsync(SmtpClient line, OutgoingMail mail, CancellationToken ct)
    {
        using var message = MessageOf(mail);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        await line.SendMailAsync(message, patience.Token);
        if (_options.Mode is MailMode.Smtp) return;
        // The client chooses the file's name; under the mail's own, a second try would replace the first.
        foreach (var file in Directory.EnumerateFiles(line.PickupDirectoryLocation!, "*.eml")) File.Move(file, Path.Combine(Folder, $"{mail.Id}.eml"), overwrite: true);
    }

    public static void Close(SmtpClient line)
    {
        var folder = line.DeliveryMethod is SmtpDeliveryMethod.SpecifiedPickupDirectory ? line.PickupDirectoryLocation : null;
        line.Dispose();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private MailMessage MessageOf(OutgoingMail mail)
    {
        var sender = _options.Sender;
        var message = new MailMessage
        {
            From = sender,
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = Lines(mail.Text),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = Encode,
        };
        message.To.Add(new MailAddress(mail.To, mail.ToName, Encoding.UTF8));
        message.Headers["Message-ID"] = $"<{mail.Id:N}@{sender.Host}>";
        foreach (var (name, value) in mail.Headers) message.Headers[name] = value.ReplaceLineEndings(" ");
        if (mail.Html is not null)
            message.AlternateViews.Add(new AlternateView(new MemoryStream(Encoding.UTF8.GetBytes(Lines(mail.Html))), new ContentType("text/html; charset=utf-8")) { TransferEncoding = Encode });
        return message;
    }

    // A bare line feed is no end of a line in a mail.
    private static string Lines(string text) => text.ReplaceLineEndings("\r\n");
}
