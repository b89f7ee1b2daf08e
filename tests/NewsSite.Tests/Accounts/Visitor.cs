using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsSite.Tests.Accounts;

/// <summary>Somebody with a browser of their own, without scripts: opens pages, fills in forms, follows redirects.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly string _address;
    private readonly HttpClient _client;

    public Visitor(TestSite site, CookieContainer? cookies = null, string agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", string? from = null)
    {
        _address = site.Address;
        Cookies = cookies ?? new();
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = new Uri(site.Address) };
        _client.DefaultRequestHeaders.Add("User-Agent", agent);
        if (from is not null) _client.DefaultRequestHeaders.Add("X-Forwarded-For", from); // as a proxy on this machine tells
    }

    public CookieContainer Cookies { get; }

    /// <summary>Opens an address of this site, absolute or not.</summary>
    public Task<Seen> OpenAsync(string path) => GoAsync(new(HttpMethod.Get, PathOf(path)));

    /// <summary>Fills in the form that has this button, and presses it.</summary>
    public Task<Seen> PressAsync(Seen page, string button, params (string Name, string Value)[] fields)
    {
        var pressed = page.Document.QuerySelectorAll("button").OfType<IHtmlButtonElement>().FirstOrDefault(b => b.TextContent.Contains(button, StringComparison.Ordinal) && b.Form is not null)
            ?? throw new InvalidOperationException($"{page.Path} has no button “{button}”: {page.Text}");
        var form = pressed.Form!;
        var all = form.QuerySelectorAll("input").OfType<IHtmlInputElement>()
            .Where(i => i.Name is { Length: > 0 } name && !fields.Any(f => f.Name == name) && (i.Type is not ("checkbox" or "radio") || i.IsChecked))
            .Select(i => KeyValuePair.Create(i.Name!, i.Value)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page.Path;
        return GoAsync(new(HttpMethod.Post, action.Length == 0 ? page.Path : action) { Content = new FormUrlEncodedContent(all) });
    }

    /// <summary>Signs in by the page.</summary>
    public async Task<Seen> SignInAsync(string email, string password, bool keep = false) =>
        await PressAsync(await OpenAsync("/newsroom/login"), "Sign in", [("Email", email), ("Password", password), .. keep ? new[] { ("Keep", "true") } : []]);

    public void Dispose() => _client.Dispose();

    private static string PathOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? uri.PathAndQuery : address;

    private async Task<Seen> GoAsync(HttpRequestMessage request)
    {
        var path = request.RequestUri!.OriginalString;
        for (var hops = 0; ; hops++)
        {
            using var answer = await _client.SendAsync(request);
            if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther) || hops > 5)
            {
                var html = await answer.Content.ReadAsStringAsync();
                return new(path, answer.StatusCode, await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Address(_address + path).Content(html)), html);
            }
            path = answer.Headers.Location!.OriginalString;
            request = new(HttpMethod.Get, path);
        }
    }
}

/// <summary>A page that somebody sees.</summary>
/// <param name="Path">Where they have come to.</param>
/// <param name="Status">How it was answered.</param>
/// <param name="Document">The page.</param>
/// <param name="Html">As it was sent.</param>
internal sealed record Seen(string Path, HttpStatusCode Status, IDocument Document, string Html)
{
    /// <summary>The words of the page's main part.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? Html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What stands beside the field as an error; null for nothing.</summary>
    public string? ErrorOf(string field) => Document.QuerySelector($"#{field}-error")?.TextContent;

    /// <summary>What is said to have been done; null for nothing.</summary>
    public string? Done => Document.QuerySelector(".notice.done")?.TextContent;
}
