using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Tests.Audit;

/// <summary>
/// Stands in every test's site before everything else: a request to the newsroom or the write API that succeeds and changes something must leave an entry in the audit trail.
/// So whatever door any test goes through, those that will be added later too, is tried for that.
/// </summary>
internal sealed partial class ActWatch : IStartupFilter
{
    // What requests write besides what they were asked to do.
    private static readonly string[] Besides = ["AnsweredRequests", "AuditEntries", "AuditHead", "Changes", "OutgoingMail", "Presences", "ProtectionKeys", "Sessions", "SignInTries", "OneTimeAddresses"];

    // The saves of one sitting are one act, and the revisions their record; where a note's words have moved to, nobody decides; what readers write has decisions of its own.
    private static readonly (Regex Path, string[] Tables)[] NoActs = [(Save(), ["Articles", "ArticleWords", "Contributors", "MediaUses", "Revisions"]), (Anchors(), ["Notes"]), (Comments(), ["AddressHashKeys", "AddressKeys", "Commenters", "CommentDecisions", "Comments"]), (Opening(), ["Comments"])];
    private static readonly AsyncLocal<Written?> Now = new();
    private static readonly Listener Commands = Listener.Start();

    /// <summary>Requests that changed something and left no act; empty when all is well.</summary>
    public ConcurrentQueue<string> Unrecorded { get; } = [];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || !IsNewsroom(http.Request.Path))
            {
                await rest(http);
                return;
            }
            var written = Now.Value = new();
            await rest(http);
            Now.Value = null;
            var changed = written.Tables;
            var others = changed.Except([.. Besides, .. NoActs.Where(n => n.Path.IsMatch(http.Request.Path.Value!)).SelectMany(n => n.Tables)]).ToList();
            if (http.Response.StatusCode < 400 && others.Count > 0 && !changed.Contains("AuditEntries"))
                Unrecorded.Enqueue($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} changed {string.Join(", ", others)} and left no act (IActs.Add before the save).");
        });
        next(app);
    };

    /// <summary>Makes sure that commands are listened to.</summary>
    public static void Begin() => GC.KeepAlive(Commands);

    private static bool IsNewsroom(PathString path) => path.StartsWithSegments("/newsroom", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("(?:INSERT INTO|UPDATE|DELETE FROM) \"(\\w+)\"(?!(?:\\s+AS \\S+)?\\s+SET \"(?:Opens|UsedAt|LastCodeStep)\")")]
    private static partial Regex Write();

    [GeneratedRegex("/draft$|/api/v1/drafts/[^/]+$")]
    private static partial Regex Save();

    [GeneratedRegex("/notes/anchors$")]
    private static partial Regex Anchors();

    [GeneratedRegex("/comments/[^/]+/opening$")]
    private static partial Regex Opening();

    [GeneratedRegex("/api/v1/articles/[^/]+/comments$")]
    private static partial Regex Comments();

    /// <summary>The tables that a request has written to. What a transaction wrote counts once it is kept: an act that lost a race has changed nothing.</summary>
    private sealed class Written
    {
        private readonly List<string> _tables = [];
        private int? _begun;

        public IReadOnlyList<string> Tables
        {
            get
            {
                lock (_tables) return [.. _tables];
            }
        }

        public void Add(IEnumerable<string> tables)
        {
            lock (_tables) _tables.AddRange(tables);
        }

        public void Begin()
        {
            lock (_tables) _begun = _tables.Count;
        }

        public void Keep()
        {
            lock (_tables) _begun = null;
        }

        public void Drop()
        {
            lock (_tables)
            {
                if (_begun is { } from) _tables.RemoveRange(from, _tables.Count - from);
                _begun = null;
            }
        }
    }

    private sealed class Listener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private static readonly HashSet<string> Heard =
        [
            RelationalEventId.CommandExecuting.Name!, RelationalEventId.TransactionStarted.Name!, RelationalEventId.TransactionCommitted.Name!,
            RelationalEventId.TransactionRolledBack.Name!, RelationalEventId.TransactionDisposed.Name!,
        ];

        public static Listener Start()
        {
            var listener = new Listener();
            DiagnosticListener.AllListeners.Subscribe(listener);
            return listener;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) value.Subscribe(this, name => Heard.Contains(name));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Now.Value is not { } written) return;
            if (value.Value is CommandEventData { Command: var command }) written.Add(Write().Matches(command.CommandText).Select(m => m.Groups[1].Value));
            else if (value.Key == RelationalEventId.TransactionStarted.Name) written.Begin();
            else if (value.Key == RelationalEventId.TransactionCommitted.Name) written.Keep();
            else written.Drop();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
