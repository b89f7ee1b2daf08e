using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace NewsSite.Web.Mail.Lines;

/// <summary>
/// A connection to an SMTP server (RFC 5321). The framework's client does not tell whether a mail was begun when a connection is lost,
/// which is what decides whether it may be sent again.
/// </summary>
internal sealed class SmtpLine(MailOptions options) : IMailLine
{
    private TcpClient? _tcp;
    private Stream? _stream;
    private StreamReader? _reader;

    public async Task<LineAnswer> SendAsync(MimeMail mail, Func<Task<bool>> begin, CancellationToken ct)
    {
        var isBegun = false;
        try
        {
            if (_stream is null) await OpenAsync(ct);
            if (await AskAsync($"MAIL FROM:<{mail.ReturnPath}>", ct) is { IsYes: false } from) return await GiveUpAsync(from, "MAIL", ct);
            if (await AskAsync($"RCPT TO:<{mail.To}>", ct) is { IsYes: false } to) return await GiveUpAsync(to, "RCPT", ct);
            if (!await begin())
            {
                await AskAsync("RSET", ct);
                return new(LineOutcome.Left);
            }
            if (await AskAsync("DATA", ct) is { Code: not 354 } data) return await GiveUpAsync(data, "DATA", ct);
            isBegun = true;
            await _stream!.WriteAsync(Dotted(mail.Write(forPeople: false)), ct);
            await _stream.FlushAsync(ct);
            var end = await ReadAsync(ct);
            return end.IsYes ? new(LineOutcome.Taken) : await GiveUpAsync(end, "DATA", ct);
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or FormatException or OperationCanceledException or ObjectDisposedException)
        {
            Close();
            return new(isBegun ? LineOutcome.Unknown : LineOutcome.Later, $"{(e is OperationCanceledException ? "no answer in time" : e is SmtpFault fault ? fault.Message : e.GetType().Name)}, {(isBegun ? "after" : "before")} the mail was begun");
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            if (_stream is not null) await AskAsync("QUIT", patience.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or FormatException)
        {
            // It is gone either way.
        }
        Close();
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        _tcp = new() { NoDelay = true };
        await _tcp.ConnectAsync(options.Host, options.Port, ct);
        Use(_tcp.GetStream());
        Demand(await ReadAsync(ct), "greeting");
        var name = Dns.GetHostName();
        var offers = Demand(await AskAsync($"EHLO {name}", ct), "EHLO");
        if (options.StartTls)
        {
            Demand(await AskAsync("STARTTLS", ct), "STARTTLS");
            var secure = new SslStream(_stream!);
            _stream = secure;
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host }, ct);
            Use(secure); // readable only now; whatever was said before is forgotten
            offers = Demand(await AskAsync($"EHLO {name}", ct), "EHLO");
        }
        if (options.User.Length > 0) await SignInAsync(offers, ct);
    }

    private async Task SignInAsync(SmtpReply offers, CancellationToken ct)
    {
        if (offers.Lines.Any(l => l.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase) && l.Contains("PLAIN", StringComparison.OrdinalIgnoreCase)))
        {
            Demand(await AskAsync($"AUTH PLAIN {Base64($"\0{options.User}\0{options.Password}")}", ct), "AUTH");
            return;
        }
        await AskAsync("AUTH LOGIN", ct);
        await AskAsync(Base64(options.User), ct);
        Demand(await AskAsync(Base64(options.Password), ct), "AUTH");
    }

    // A server that says no is still there for the next mail; one that closes (421) is not.
    private async Task<LineAnswer> GiveUpAsync(SmtpReply reply, string at, CancellationToken ct)
    {
        var fault = $"{reply.Code}{(reply.Status is { } status ? $" {status}" : "")} at {at}";
        if (reply.Code == 421) Close();
        else await ResetAsync(ct);
        if (reply.Code < 500) return new(LineOutcome.Later, fault);
        return new(at == "RCPT" && reply.IsAboutAddress ? LineOutcome.NoSuchAddress : LineOutcome.Refused, fault);
    }

    // A server may hang up after its no. What it said stands.
    private async Task ResetAsync(CancellationToken ct)
    {
        try
        {
            await AskAsync("RSET", ct);
        }
        catch (Exception e) when (e is IOException or SocketException or FormatException or OperationCanceledException or ObjectDisposedException)
        {
            Close();
        }
    }

    private async Task<SmtpReply> AskAsync(string line, CancellationToken ct)
    {
        if (line.AsSpan().ContainsAny('\r', '\n', '\0')) throw new FormatException("A line of SMTP has one line.");
        await _stream!.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), ct);
        await _stream.FlushAsync(ct);
        return await ReadAsync(ct);
    }

    private async Task<SmtpReply> ReadAsync(CancellationToken ct)
    {
        var lines = new List<string>();
        while (true)
        {
            if (await _reader!.ReadLineAsync(ct) is not { Length: >= 3 } line || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new IOException("The server closed the connection.");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-') return new(code, lines);
        }
    }

    private static SmtpReply Demand(SmtpReply reply, string at) => reply.IsYes ? reply : throw new SmtpFault($"{reply.Code} at {at}");

    private void Use(Stream stream)
    {
        _stream = stream;
        _reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 1024, leaveOpen: true);
    }

    private void Close()
    {
        _stream?.Dispose();
        _tcp?.Dispose();
        (_tcp, _stream, _reader) = (null, null, null);
    }

    // A line that begins with a dot gets another, and a dot alone ends it all.
    private static byte[] Dotted(byte[] mail)
    {
        using var dotted = new MemoryStream(mail.Length + 16);
        var isStart = true;
        foreach (var one in mail)
        {
            if (isStart && one == '.') dotted.WriteByte((byte)'.');
            dotted.WriteByte(one);
            isStart = one == '\n';
        }
        dotted.Write(".\r\n"u8);
        return dotted.ToArray();
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private sealed class SmtpFault(string message) : IOException(message);
}
