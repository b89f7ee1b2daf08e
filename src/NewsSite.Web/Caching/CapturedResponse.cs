using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace NewsSite.Web.Caching;

/// <summary>
/// Stands in for the response while a page renders. A page is held back whole; anything else (another status or type,
/// something too large, events) goes straight through from its first byte on.
/// </summary>
internal sealed partial class CapturedResponse : IHttpResponseFeature, IHttpResponseBodyFeature, IDisposable
{
    private readonly HttpContext _context;
    private readonly IHttpResponseFeature _response;
    private readonly IHttpResponseBodyFeature _body;
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();
    private readonly PageBuffer _buffer = new();
    private readonly CapturedStream _stream;
    private readonly Action _passing;
    private readonly bool _head;
    private PipeWriter? _writer;

    /// <param name="context">The request; its response features are replaced until <see cref="Detach"/>.</param>
    /// <param name="passing">Called once, when it turns out that this is no page to hold back.</param>
    public CapturedResponse(HttpContext context, Action passing)
    {
        _context = context;
        _passing = passing;
        _head = HttpMethods.IsHead(context.Request.Method);
        _response = context.Features.GetRequiredFeature<IHttpResponseFeature>();
        _body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        _stream = new CapturedStream(this);
        context.Features.Set<IHttpResponseFeature>(this);
        context.Features.Set<IHttpResponseBodyFeature>(this);
    }

    /// <summary>True when the response is a page and its bytes are all in <see cref="Bytes"/>.</summary>
    public bool IsPage { get; private set; }

    /// <summary>The page's bytes; valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.Written;

    private bool Passes { get; set; }

    /// <summary>
    /// Ends a rendering that succeeded: a page's last bytes come in, and what was to happen before it starts happens
    /// now, so that headers set at the last moment are the page's too.
    /// </summary>
    public async Task FinishAsync()
    {
        if (_writer is not null) await _writer.FlushAsync(_context.RequestAborted);
        if (!IsPage)
        {
            Pass();
            return;
        }

        while (_starting.TryPop(out var starting)) await starting.Callback(starting.State);
    }

    /// <summary>Gives the request its own response back.</summary>
    public void Detach()
    {
        HandOverStarting();
        _context.Features.Set(_response);
        _context.Features.Set(_body);
    }

    public void Dispose()
    {
        _buffer.Dispose();
        _stream.Dispose();
    }

    /// <summary>Decides at the first byte or flush, when status and headers are settled.</summary>
    private void Decide()
    {
        if (IsPage || Passes) return;
        if (PageKinds.MayBePage(_response)) IsPage = true;
        else Pass();
    }

    private void Pass()
    {
        if (Passes) return;
        (Passes, IsPage) = (true, false);
        HandOverStarting();
        _passing();
    }

    private void HandOverStarting()
    {
        foreach (var (callback, state) in _starting.Reverse()) _response.OnStarting(callback, state);
        _starting.Clear();
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        Decide();
        if (IsPage && _buffer.Length + bytes.Length <= PageKinds.LargestPage)
        {
            _buffer.Append(bytes.Span);
            return;
        }

        Pass();
        if (_head) return;
        if (_buffer.Length > 0)
        {
            await _body.Stream.WriteAsync(_buffer.Written, ct);
            _buffer.Clear();
        }

        await _body.Stream.WriteAsync(bytes, ct);
    }

    private Task FlushAsync(CancellationToken ct)
    {
        Decide();
        return Passes ? _body.Stream.FlushAsync(ct) : Task.CompletedTask;
    }

    /// <summary>An error page replaces what was rendered so far: <c>Response.Clear()</c> asks for this.</summary>
    private void Clear()
    {
        if (Passes) throw new InvalidOperationException("The response has started.");
        _buffer.Clear();
        _writer?.Complete(new IOException("The response was cleared.")); // its unflushed bytes go with it
        _writer = null;
        IsPage = false;
    }
}
