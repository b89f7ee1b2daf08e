using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks;

/// <summary>What a page costs a reader who has nothing of the site yet: itself, its styles, every font and icon they name, its scripts. Pictures are left out.</summary>
/// <param name="Bytes">Bytes of the bodies, as sent to a browser that takes Brotli.</param>
/// <param name="Requests">How many requests.</param>
internal sealed partial record Weight(long Bytes, int Requests)
{
    public static async Task<Weight> OfAsync(HttpClient reader, string path)
    {
        var waiting = new Queue<string>([path]);
        var seen = new HashSet<string>([path], StringComparer.Ordinal);
        long bytes = 0;
        while (waiting.TryDequeue(out var next))
        {
            bytes += (await AskAsync(reader, next, "br")).Length;
            if (next != path && !next.EndsWith(".css", StringComparison.Ordinal)) continue;
            var text = System.Text.Encoding.UTF8.GetString(await AskAsync(reader, next, "identity"));
            foreach (Match match in (next == path ? InPage() : InStyles()).Matches(text))
                if (seen.Add(match.Groups[1].Value)) waiting.Enqueue(match.Groups[1].Value);
        }
        return new(bytes, seen.Count);
    }

    private static async Task<byte[]> AskAsync(HttpClient reader, string path, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        using var answer = (await reader.SendAsync(request)).EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    [GeneratedRegex(@"(?:href|src)=""(/assets/[^""]+)""")]
    private static partial Regex InPage();

    [GeneratedRegex("""url\("(/assets/[^"]+)"\)""")]
    private static partial Regex InStyles();
}
