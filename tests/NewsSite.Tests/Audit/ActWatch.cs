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

    // The saves of one sitting are one act, and the revisions their record; where a note's words have moved to, nobody decides.
    private static readonly (Regex Path, string[] Tables)[] NoActs = [(Save(), ["Articles", "ArticleWords", "Contributors", "MediaUses", "Revisions"]), (Anchors(), ["Notes"])];
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Now = new();
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
            var changed = Now.Value = new();
            await rest(http);
            Now.Value = null;
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

    private sealed class Listener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public static Listener Start()
        {
            var listener = new Listener();
            DiagnosticListener.AllListeners.Subscribe(listener);
            return listener;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Now.Value is not { } changed || value.Value is not CommandEventData { Command: var command }) return;
            foreach (Match write in Write().Matches(command.CommandText)) changed.Enqueue(write.Groups[1].Value);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
