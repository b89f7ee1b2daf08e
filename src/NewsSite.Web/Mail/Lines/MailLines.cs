using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Mail.Lines;

/// <summary>Opens lines to wherever mail goes.</summary>
internal sealed class MailLines(IOptions<MailOptions> options, Post post)
{
    /// <summary>The sender of all mail.</summary>
    public MailAddress Sender => options.Value.Sender;

    /// <summary>A line; it connects when the first mail goes.</summary>
    public IMailLine Open() => options.Value.Mode is MailMode.Smtp ? new SmtpLine(options.Value) : new FolderLine(post.Folder);
}
