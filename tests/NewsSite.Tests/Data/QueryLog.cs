using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Tests.Data;

/// <summary>A query as the running program sent it.</summary>
internal sealed record SentQuery(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>Writes down the queries that the program sends to one database, whoever sends them.</summary>
internal sealed class QueryLog : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Lock _one = new();
    private readonly string _database;
    private readonly List<SentQuery> _sent = [];
    private readonly List<IDisposable> _subscriptions = [];

    /// <param name="database">A part of its connection string that no other database has.</param>
    public QueryLog(string database)
    {
        _database = database;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The queries since the last time this was asked.</summary>
    public IReadOnlyList<SentQuery> Take()
    {
        lock (_one)
        {
            SentQuery[] sent = [.. _sent];
            _sent.Clear();
            return sent;
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandEventData { Command: var command } || command.Connection?.ConnectionString.Contains(_database, StringComparison.Ordinal) is not true) return;
        lock (_one) _sent.Add(new(command.CommandText, [.. from System.Data.Common.DbParameter p in command.Parameters select (p.ParameterName, p.Value)]));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions) subscription.Dispose();
    }
}
