using System.Diagnostics;

namespace NewsSite.Benchmarks;

/// <summary>A page as the site sends it in Brotli.</summary>
/// <param name="Name">A word for it.</param>
/// <param name="Path">Its path.</param>
/// <param name="Body">The encoded bytes.</param>
/// <param name="Headers">The headers it came with, but those that each server writes itself.</param>
internal sealed record SentPage(string Name, string Path, byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    private static readonly string[] OfServers = ["Date", "Server", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Content-Type"];

    public string ETag => Headers.First(h => h.Key == "ETag").Value;

    /// <summary>Asks the site for it.</summary>
    public static async Task<SentPage> AskAsync(HttpClient reader, string name, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        using var answer = (await reader.SendAsync(request)).EnsureSuccessStatusCode();
        if (!answer.Content.Headers.ContentEncoding.Contains("br")) throw new InvalidOperationException($"{path} did not come in Brotli.");
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated).Where(h => !OfServers.Contains(h.Key)).Select(h => KeyValuePair.Create(h.Key, h.Value.ToString()));
        return new(name, path, await answer.Content.ReadAsByteArrayAsync(), [.. headers]);
    }
}

/// <summary>nginx with the same bytes and headers as files, set up as for production; the yardstick.</summary>
internal sealed class Nginx(Process process, string address) : IAsyncDisposable
{
    public string AddressOf(SentPage page) => $"{address}/{page.Name}";

    public static async Task<Nginx> StartAsync(string folder, IReadOnlyList<SentPage> pages)
    {
        var port = RunningSite.FreePort();
        var root = Directory.CreateDirectory(Path.Combine(folder, "nginx")).FullName;
        foreach (var page in pages) await File.WriteAllBytesAsync(Path.Combine(root, page.Name), page.Body);
        var conf = Path.Combine(root, "nginx.conf");
        await File.WriteAllTextAsync(conf, $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            worker_processes auto;
            daemon off;
            pid {{root}}/pid;
            error_log {{root}}/errors warn;
            events { worker_connections 1024; multi_accept on; }
            http {
              sendfile on; tcp_nopush on; tcp_nodelay on;
              keepalive_timeout 65; keepalive_requests 1000000;
              open_file_cache max=1000 inactive=60s; open_file_cache_valid 60s;
              access_log off; server_tokens off; etag off;
              types { } default_type "text/html; charset=utf-8";
              client_body_temp_path {{root}}; proxy_temp_path {{root}}; fastcgi_temp_path {{root}}; uwsgi_temp_path {{root}}; scgi_temp_path {{root}};
              server {
                listen 127.0.0.1:{{port}};
                root {{root}};
            {{string.Join('\n', pages.Select(LocationOf))}}
              }
            }
            """);
        var nginx = new Nginx(Command.Start(root, "nginx", ["-p", root, "-c", conf, "-e", Path.Combine(root, "errors")]), $"http://127.0.0.1:{port}");
        await nginx.CompareAsync(pages);
        return nginx;
    }

    public async ValueTask DisposeAsync() => await Command.StopAsync(process);

    private static string LocationOf(SentPage page) =>
        $"location = /{page.Name} {{ add_header Last-Modified \"\"; {string.Concat(page.Headers.Select(h => $"add_header {h.Key} '{h.Value.Replace("'", "\\'", StringComparison.Ordinal)}'; "))}}}";

    private async Task CompareAsync(IReadOnlyList<SentPage> pages)
    {
        using var reader = new HttpClient();
        foreach (var page in pages)
            for (var tries = 1; ; tries++)
                try
                {
                    using var answer = (await reader.GetAsync(new Uri(AddressOf(page)))).EnsureSuccessStatusCode();
                    var bytes = await answer.Content.ReadAsByteArrayAsync();
                    if (!page.Body.AsSpan().SequenceEqual(bytes)) throw new InvalidOperationException($"nginx sends other bytes for {page.Path}.");
                    break;
                }
                catch (HttpRequestException) when (tries < 100 && !process.HasExited)
                {
                    await Task.Delay(50);
                }
    }
}
