using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NewsSite.Tests.Blocks;

/// <summary>Keeps what the program logs: <c>loggers.AddProvider(lines)</c>.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text)> All { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
        // It holds nothing.
    }
}
