using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using NewsSite.Tests.Commands;
using NewsSite.Tests.Media;

namespace NewsSite.Tests.Hosting;

public sealed class ShutdownTests
{
    [Fact]
    public async Task SIGTERM_finishes_what_readers_are_getting_and_ends_within_ten_seconds()
    {
        var folder = Directory.CreateTempSubdirectory("newssite-").FullName;
        var picture = LargePng();
        Directory.CreateDirectory(Path.Combine(folder, "content", "media"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "content", "media", "large.png"), picture);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var site = NewsSiteProcess.Start(
            "--urls=http://127.0.0.1:0", $"--Data:Directory={Path.Combine(folder, "data")}", "--Data:Provider=Sqlite", $"--Content:Directory={Path.Combine(folder, "content")}", "--Media:Tool=");
        try
        {
            var port = await ListeningAsync(site, patience.Token);
            using var reader = new TcpClient { ReceiveBufferSize = 32 * 1024 };
            await reader.ConnectAsync("127.0.0.1", port, patience.Token);
            await using var stream = reader.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /media/{Convert.ToHexStringLower(SHA256.HashData(picture))[..16]}/large.png HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), patience.Token);
            var start = new byte[4096];
            await stream.ReadExactlyAsync(start, patience.Token);
            Assert.StartsWith("HTTP/1.1 200", Encoding.Latin1.GetString(start), StringComparison.Ordinal);

            var since = Stopwatch.StartNew();
            using (var kill = Process.Start("kill", ["-TERM", site.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(patience.Token);
            await ClosedToOthersAsync(port, patience.Token);
            var rest = new MemoryStream();
            await stream.CopyToAsync(rest, patience.Token);
            await site.WaitForExitAsync(patience.Token);

            Assert.Equal(0, site.ExitCode);
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(10), $"{since.Elapsed}");
            var headers = Encoding.Latin1.GetString(start).IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            Assert.Contains($"Content-Length: {start.Length - headers + rest.Length}", Encoding.Latin1.GetString(start), StringComparison.Ordinal);
        }
        finally
        {
            if (!site.HasExited) site.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> ListeningAsync(Process site, CancellationToken ct)
    {
        while (await site.StandardOutput.ReadLineAsync(ct) is { } line)
            if (line.IndexOf("Now listening on: http://127.0.0.1:", StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = site.StandardOutput.ReadToEndAsync(ct);
                return int.Parse(line[(at + "Now listening on: http://127.0.0.1:".Length)..], CultureInfo.InvariantCulture);
            }
        throw new InvalidOperationException("The site did not start: " + await site.StandardError.ReadToEndAsync(ct));
    }

    // Once it has heard the signal, it takes nobody new.
    private static async Task ClosedToOthersAsync(int port, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                using var other = new TcpClient();
                await other.ConnectAsync("127.0.0.1", port, ct);
            }
        }
        catch (SocketException)
        {
        }
    }

    /// <summary>Nine megabytes that do not shrink: more than the connection holds while nobody reads.</summary>
    private static byte[] LargePng()
    {
        var row = new byte[1 + (2000 * 3)];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
            for (var y = 0; y < 1500; y++) zlib.Write(row);
        return [.. APicture.Png(1, 1)[..8], .. APicture.Header(2000, 1500), .. APicture.Chunk("IDAT", packed.ToArray()), .. APicture.Chunk("IEND", [])];
    }
}
