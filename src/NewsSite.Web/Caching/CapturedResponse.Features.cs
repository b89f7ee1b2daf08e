using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace NewsSite.Web.Caching;

// The framework's view of the stand-in.
internal sealed partial class CapturedResponse
{
    public int StatusCode
    {
        get => _response.StatusCode;
        set => _response.StatusCode = value;
    }

    public string? ReasonPhrase
    {
        get => _response.ReasonPhrase;
        set => _response.ReasonPhrase = value;
    }

    public IHeaderDictionary Headers
    {
        get => _response.Headers;
        set => _response.Headers = value;
    }

    [Obsolete("Use IHttpResponseBodyFeature.Stream instead.")]
    public Stream Body
    {
        get => _stream;
        set => throw new NotSupportedException("Replace IHttpResponseBodyFeature instead.");
    }

    public bool HasStarted => _response.HasStarted;

    public Stream Stream => _stream;

    public PipeWriter Writer => _writer ??= PipeWriter.Create(_stream, new StreamPipeWriterOptions(leaveOpen: true));

    public void OnStarting(Func<object, Task> callback, object state)
    {
        if (Passes) _response.OnStarting(callback, state);
        else _starting.Push((callback, state));
    }

    public void OnCompleted(Func<object, Task> callback, object state) => _response.OnCompleted(callback, state);

    public void DisableBuffering()
    {
        Decide();
        if (Passes) _body.DisableBuffering();
    }

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        Decide();
        return Passes ? _body.StartAsync(cancellationToken) : Task.CompletedTask;
    }

    public Task SendFileAsync(
        string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        Decide();
        if (!Passes) return SendFileFallback.SendFileAsync(_stream, path, offset, count, cancellationToken);
        return _head ? Task.CompletedTask : _body.SendFileAsync(path, offset, count, cancellationToken);
    }

    public async Task CompleteAsync()
    {
        if (_writer is not null) await _writer.FlushAsync(_context.RequestAborted);
        Decide();
        if (Passes) await _body.CompleteAsync();
    }
}
