using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsSite.Benchmarks;

/// <summary>A mail server that takes everything and keeps nothing but the number of what it took and to how many addresses: what is measured is the program, not a server.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<string> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();
    private readonly Task _accepting;
    private int _taken;

    public MailSink()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Settings by which a program sends its mail here.</summary>
    public string[] Settings => ["--Mail:Mode=Smtp", "--Mail:Host=127.0.0.1", $"--Mail:Port={((IPEndPoint)_listener.LocalEndpoint).Port}", "--Mail:StartTls=false", "--Mail:From=news@example.org"];

    /// <summary>Mails taken, and addresses they went to.</summary>
    public (int Mails, int Addresses) Taken
    {
        get
        {
            lock (_lock) return (_taken, _addresses.Count);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await SayAsync(stream, "220 sink");
                var to = "";
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                    if (verb == "RCPT") to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    if (verb == "DATA")
                    {
                        await SayAsync(stream, "354 go on");
                        while (await reader.ReadLineAsync(_stop.Token) is { } part && part != ".") { }
                        Take(to);
                    }
                    await SayAsync(stream, verb switch { "EHLO" => "250 sink", "QUIT" => "221 bye", _ => "250 ok" });
                    if (verb == "QUIT") return;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The program has hung up, or it is over.
            }
        }
    }

    private void Take(string to)
    {
        lock (_lock)
        {
            _taken++;
            _addresses.Add(to);
        }
    }

    private static ValueTask SayAsync(NetworkStream stream, string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
}
