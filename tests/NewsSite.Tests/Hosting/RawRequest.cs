using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace NewsSite.Tests.Hosting;

/// <summary>A request written byte by byte, as no decent client would.</summary>
internal static class RawRequest
{
    /// <summary>Sends a request line, or a request line with headers, and reads the status of the answer. Each character is one byte.</summary>
    /// <returns>The status; null when the connection was closed without one.</returns>
    public static async Task<int?> SendAsync(string address, string head, string body = "")
    {
        var uri = new Uri(address);
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await client.ConnectAsync(uri.Host, uri.Port, patience.Token);
        await using var stream = client.GetStream();
        var sending = WriteAsync(stream, Encoding.Latin1.GetBytes($"{head}\r\nHost: {uri.Authority}\r\nConnection: close\r\n\r\n{body}"), patience.Token);
        var answer = new StringBuilder();
        var buffer = new byte[256];
        try
        {
            while (answer.Length < "HTTP/1.1 200".Length && await stream.ReadAsync(buffer, patience.Token) is > 0 and var count) answer.Append(Encoding.Latin1.GetString(buffer, 0, count));
            await sending;
        }
        catch (IOException)
        {
            // The server answered before it had read everything, and hung up.
        }
        return answer.Length >= 12 ? int.Parse(answer.ToString(9, 3), NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    private static async Task WriteAsync(NetworkStream stream, byte[] bytes, CancellationToken ct)
    {
        try
        {
            await stream.WriteAsync(bytes, ct);
        }
        catch (IOException)
        {
            // As above.
        }
    }
}
