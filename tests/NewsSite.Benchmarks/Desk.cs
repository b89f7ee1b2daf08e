using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks;

/// <summary>Somebody signed in to the newsroom of a running site.</summary>
internal sealed partial class Desk : IDisposable
{
    public const string Email = "bench@news.example";
    public const string Password = "a long enough password to measure with";

    private readonly HttpClient _browser;

    private Desk(HttpClient browser) => _browser = browser;

    /// <summary>Makes an editor's account in a store.</summary>
    public static async Task AddAccountAsync(string program, Store store, string email = Email)
    {
        string[] arguments = ["user", "add", email, "--name", email.Split('@')[0], "--role", "Editor", .. store.Settings];
        await Command.RunAsync(store.Folder, "sh", ["-c", "password=$1; shift; printf '%s\\n' \"$password\" | \"$@\"", "sh", Password, Path.Combine(program, "NewsSite.Web"), .. arguments]);
    }

    /// <summary>Signs in as a browser would.</summary>
    public static async Task<Desk> SignInAsync(RunningSite site, string email = Email)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = new(site.Address) };
        var form = await browser.GetStringAsync(new Uri("/newsroom/login", UriKind.Relative));
        using var fields = new FormUrlEncodedContent([new("Email", email), new("Password", Password), new("__RequestVerificationToken", FormToken().Match(form).Groups[1].Value)]);
        using var answer = (await browser.PostAsync(new Uri("/newsroom/login", UriKind.Relative), fields)).EnsureSuccessStatusCode();
        var desk = new Desk(browser);
        var page = await browser.GetStringAsync(new Uri("/newsroom/articles/new", UriKind.Relative));
        browser.DefaultRequestHeaders.Add("X-Antiforgery", (string)JsonNode.Parse(EditorData().Match(page).Groups[1].Value)!["antiforgery"]!);
        return desk;
    }

    /// <summary>Milliseconds from the request of a page to the end of its answer, at the median.</summary>
    public async Task<double> PageAsync(string path, int times)
    {
        var all = new List<double>();
        for (var i = 0; i < times + 2; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await _browser.GetByteArrayAsync(new Uri(path, UriKind.Relative));
            if (i >= 2) all.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds); // the first two compile
        }
        return Figures.Median(all);
    }

    /// <summary>Milliseconds of a save of a long story with a word more each time, at the median.</summary>
    /// <param name="words">Words of the story.</param>
    /// <param name="blocks">Blocks that they are in.</param>
    /// <param name="times">How often.</param>
    public async Task<double> SaveAsync(int words, int blocks, int times)
    {
        var draft = new Uri($"/newsroom/api/articles/{Guid.CreateVersion7()}/draft", UriKind.Relative);
        var (revision, all) = ((string?)null, new List<double>());
        for (var i = 0; i < times + 5; i++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await _browser.PutAsJsonAsync(draft, new JsonObject { ["base"] = revision, ["content"] = LongStory.Content(words, blocks, i), ["reason"] = null });
            var saved = await answer.Content.ReadFromJsonAsync<JsonObject>();
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"A save was answered with {answer.StatusCode}: {saved}");
            if (i >= 5) all.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            revision = (string?)saved!["revision"];
        }
        return Figures.Median(all);
    }

    /// <summary>Sends something to an address below /newsroom/api/articles.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<JsonObject> SendAsync(HttpMethod method, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(method, "/newsroom/api/articles/" + path) { Content = JsonContent.Create(body) };
        using var answer = await _browser.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)!.AsObject() : throw new InvalidOperationException($"{method} {path} was answered with {answer.StatusCode}: {text}");
    }

    /// <summary>Bytes of a page's scripts as sent to a browser that takes Brotli.</summary>
    public async Task<long> ScriptsAsync(string path)
    {
        var bytes = 0L;
        var page = await _browser.GetStringAsync(new Uri(path, UriKind.Relative));
        foreach (Match script in Scripts().Matches(page))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, script.Groups[1].Value);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
            using var answer = (await _browser.SendAsync(request)).EnsureSuccessStatusCode();
            if (!answer.Content.Headers.ContentEncoding.Contains("br")) throw new InvalidOperationException($"{script.Groups[1].Value} is sent without compression.");
            bytes += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }
        return bytes > 0 ? bytes : throw new InvalidOperationException($"{path} names no script.");
    }

    public void Dispose() => _browser.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("<script[^>]*id=\"editor-data\"[^>]*>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex EditorData();

    [GeneratedRegex("<script[^>]*src=\"([^\"]+)\"")]
    private static partial Regex Scripts();
}
