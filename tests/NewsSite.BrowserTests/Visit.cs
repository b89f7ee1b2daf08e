using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests;

/// <summary>One reader with one page open. Notes on the way whatever must never happen: a request that leaves the site, a refusal by the site's own policy, a missing file, a fault of a script.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<IRequest> _requests = new();
    private readonly IBrowserContext _context;

    private Visit(PageKind kind, string address, IBrowserContext context, IPage page) => (Kind, Address, _context, Page) = (kind, address, context, page);

    public PageKind Kind { get; }

    public string Address { get; }

    public IPage Page { get; }

    public IEnumerable<string> Faults => _faults.Distinct();

    /// <summary>What the browser asked for, the page first.</summary>
    public IReadOnlyList<IRequest> Requests => [.. _requests];

    public static async Task<Visit> StartAsync(Paper paper, PageKind kind, BrowserNewContextOptions? options = null)
    {
        var context = await paper.Browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var visit = new Visit(kind, paper.AddressFor(kind), context, await context.NewPageAsync());
        visit.Watch();
        return visit;
    }

    /// <summary>Opens the page and waits until everything on it is there, or until nothing more is asked for.</summary>
    public async Task OpenAsync(WaitUntilState until = WaitUntilState.Load)
    {
        var answer = await Page.GotoAsync(Address + Kind.Path, new() { WaitUntil = until });
        if (answer?.Status != Kind.Status) _faults.Enqueue($"{Kind.Path} was answered with {answer?.Status}, not {Kind.Status}");
    }

    public Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync() => _context.CookiesAsync();

    public Task<ICDPSession> ToolsAsync() => _context.NewCDPSessionAsync(Page);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Watch()
    {
        _context.Request += (_, request) =>
        {
            _requests.Enqueue(request);
            if (!request.Url.StartsWith(Address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && request.Url != "about:blank")
                _faults.Enqueue($"asks {request.Url}");
        };
        _context.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !answer.Request.IsNavigationRequest) _faults.Enqueue($"{new Uri(answer.Url).AbsolutePath} is answered with {answer.Status}");
        };
        Page.PageError += (_, error) => _faults.Enqueue($"script fault: {error}");
        Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Permissions policy", StringComparison.Ordinal)) _faults.Enqueue(message.Text);
        };
    }
}
