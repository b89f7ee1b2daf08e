using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NewsSite.Tests.Mail;

namespace NewsSite.Tests.Bulletins;

/// <summary>
/// A real SMTP server (aiosmtpd) in a process of its own that writes down who got what, a line for each mail, and keeps no mail: a maildir of thousands would be most of a test's time.
/// It knows nobody whose name begins with "gone" or "hung", for the latter hangs up at once, and takes nothing from whom the name begins with "rule".
/// </summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    private const string Program = """
        import asyncio, sys
        from aiosmtpd.smtp import SMTP
        log = open(sys.argv[2], 'a', buffering=1)
        class Handler:
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith('gone'): return '550 5.1.1 <' + address + '> is nobody here'
                if address.startswith('hung'):
                    server.transport.write(b'550 5.1.1 nobody, and good bye\\r\\n')
                    server.transport.close()
                    return '550 5.1.1 nobody'
                if address.startswith('rule'): return '550 5.7.1 <' + address + '> refused by a rule'
                envelope.rcpt_tos.append(address)
                return '250 OK'
            async def handle_DATA(self, server, session, envelope):
                head = envelope.content.split(b'\r\n\r\n')[0].decode()
                ident = [l for l in head.split('\r\n') if l.lower().startswith('message-id:')][0]
                log.write(envelope.rcpt_tos[0] + ' ' + ident.split()[1] + ' ' + envelope.mail_from + '\n')
                return '250 OK'
        async def main():
            loop = asyncio.get_running_loop()
            server = await loop.create_server(lambda: SMTP(Handler(), loop=loop), '127.0.0.1', int(sys.argv[1]))
            await server.serve_forever()
        asyncio.run(main())
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("smtp-").FullName;
    private readonly Process _process;
    private readonly int _port = SmtpServer.FreePort();

    private RecordingServer()
    {
        File.WriteAllText(Log, "");
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Program, $"{_port}", Log]) { RedirectStandardError = true })!;
        _ = _process.StandardError.ReadToEndAsync();
    }

    public string[] Settings => SmtpServer.SettingsFor(_port);

    private string Log => Path.Combine(_folder, "log");

    public static async Task<RecordingServer> StartAsync()
    {
        var server = new RecordingServer();
        await Eventually.TrueAsync(async () =>
        {
            if (server._process.HasExited) throw new InvalidOperationException("The SMTP server did not start; script/test installs it (python3-aiosmtpd).");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, server._port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        });
        return server;
    }

    /// <summary>What was taken: receiver, Message-ID, return path. A line that is being written is left out.</summary>
    public IReadOnlyList<(string To, string Id, string From)> Taken()
    {
        using var file = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var text = reader.ReadToEnd();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).Select(p => (p[0], p[1], p[2]))];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
