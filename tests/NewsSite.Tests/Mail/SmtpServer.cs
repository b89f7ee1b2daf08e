using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NewsSite.Tests.Mail;

/// <summary>A real SMTP server (aiosmtpd) in a process of its own, which keeps what it is given in a folder.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smtp-").FullName;
    private readonly Process _process;
    private readonly int _port;

    // It makes the folder itself, or not at all.
    private string Box => Path.Combine(_folder, "mail");

    private SmtpServer(int port)
    {
        _port = port;
        var start = new ProcessStartInfo("/usr/bin/python3", ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", Box]) { RedirectStandardError = true };
        _process = Process.Start(start)!;
        _ = _process.StandardError.ReadToEndAsync();
    }

    public string[] Settings => SettingsFor(_port);

    public static string[] SettingsFor(int port) => ["--Mail:Mode=Smtp", "--Mail:Host=127.0.0.1", $"--Mail:Port={port}", "--Mail:StartTls=false", "--Mail:From=Newsroom <news@example.org>", "--Logging:LogLevel:Default=Error"];

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task<SmtpServer> StartAsync(int? port = null)
    {
        var server = new SmtpServer(port ?? FreePort());
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

    public IReadOnlyList<string> Mails()
    {
        var folder = Path.Combine(Box, "new");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(File.ReadAllText)] : [];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
