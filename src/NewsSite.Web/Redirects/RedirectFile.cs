using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.Redirects;

/// <summary>Where a content file leads an old path.</summary>
/// <param name="To">The new path, or an address elsewhere.</param>
/// <param name="Made">When the redirect was made; null when the file does not say, and it counts as made by the import.</param>
public readonly record struct RedirectTarget(string To, DateTimeOffset? Made);

/// <summary>Redirects as a content file: <c>redirects.yml</c>, all in one.</summary>
public sealed class RedirectFile(NewsDb db, RedirectBook book)
{
    private const string Register = "redirects", Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The file's name.</summary>
    public const string Name = "redirects.yml";

    /// <summary>Reads the file; faults go to the YAML.</summary>
    /// <returns>Where each old path leads at last, by old path.</returns>
    public static IReadOnlyDictionary<string, RedirectTarget> Read(YamlRecord yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var made = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in yaml.Maps("redirects"))
        {
            var (from, to) = (ReadPath(entry, "from", mayLeave: false), ReadPath(entry, "to", mayLeave: true));
            var at = entry.Parsed("made", ReadInstant, "an instant such as 2026-05-04T09:00:00Z");
            entry.RefuseTheRest();
            if (from is null || to is null) continue;
            if (from == to) entry.Fault("from and to are the same path.");
            else if (!all.TryAdd(from, to)) entry.Fault($"“{from}” is sent on at line {lines[from]} already; expected one entry for each path.");
            lines.TryAdd(from, entry.Line);
            made.TryAdd(from, at);
        }
        yaml.RefuseTheRest();
        var last = new SortedDictionary<string, RedirectTarget>(StringComparer.Ordinal);
        foreach (var (from, to) in all)
        {
            if (Follow(to, all) is { } end && end != from) last.Add(from, new(end, made[from]));
            else yaml.Fault($"“{from}” leads round in a circle; expected an address that is one.", lines[from]);
        }
        return last;
    }

    /// <summary>The redirects that the file has and the store has not. Those that the newsroom has made, changed or deleted stay as it has them, unless they are written over by force.</summary>
    public async Task<IReadOnlyDictionary<string, RedirectTarget>> NewsOfAsync(IReadOnlyDictionary<string, RedirectTarget> file, bool force, CancellationToken ct)
    {
        var edited = force ? [] : await db.RecordEdits.Where(e => e.Register == Register).Select(e => e.Slug).ToHashSetAsync(StringComparer.Ordinal, ct);
        var stored = await db.Redirects.AsNoTracking().ToDictionaryAsync(r => r.From, r => r.To, StringComparer.Ordinal, ct);
        return file.Select(e => (e.Key, Value: e.Value with { To = stored.GetValueOrDefault(e.Value.To, e.Value.To) })) // what has moved on since stays so
            .Where(e => e.Key != e.Value.To && !edited.Contains(e.Key) && stored.GetValueOrDefault(e.Key) != e.Value.To)
            .ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
    }

    /// <summary>Stores redirects inside the caller's transaction.</summary>
    /// <param name="news">Those that the store has not.</param>
    /// <param name="file">All of the file; where the store says the same, the newsroom's edits have come home.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task StoreAsync(IReadOnlyDictionary<string, RedirectTarget> news, IReadOnlyDictionary<string, RedirectTarget> file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(news);
        ArgumentNullException.ThrowIfNull(file);
        if (news.Count > 0) await book.AddManyAsync(news.OrderBy(e => e.Key, StringComparer.Ordinal), ct);
        foreach (var edit in await db.RecordEdits.Where(e => e.Register == Register).ToListAsync(ct))
            if (file.TryGetValue(edit.Slug, out var lead) && await book.FindAsync(edit.Slug, ct) == lead.To) db.Remove(edit);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>The file of the whole store; empty when there are no redirects.</summary>
    public async Task<string> WriteAsync(CancellationToken ct)
    {
        var all = await db.Redirects.AsNoTracking().Select(r => new { r.From, r.To, r.MadeAt }).ToListAsync(ct);
        return new YamlText().Maps("redirects", all.OrderBy(r => r.From, StringComparer.Ordinal), (r, y) => y.Add("from", r.From).Add("to", r.To).Add("made", r.MadeAt.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture))).ToString();
    }

    private static string? Follow(string to, SortedDictionary<string, string> all)
    {
        for (var steps = 0; steps <= all.Count; steps++)
        {
            if (!all.TryGetValue(to, out var next)) return to;
            to = next;
        }
        return null;
    }

    /// <summary>The text of one redirect, by which changes to it are told.</summary>
    internal static string TextOf(string to) => to;

    private static DateTimeOffset? ReadInstant(string text) =>
        DateTimeOffset.TryParseExact(text, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string? ReadPath(YamlRecord yaml, string key, bool mayLeave)
    {
        if (yaml.Optional(key) is not { } path)
        {
            yaml.Fault($"{key} is missing.");
            return null;
        }
        if (RedirectPath.IsPath(path) || (mayLeave && RedirectPath.IsElsewhere(path))) return path;
        yaml.Fault($"{key} is “{path}”; expected a path of this site such as /news/old-name{(mayLeave ? ", or an address that begins with https://" : "")}.", yaml.LineOf(key));
        return null;
    }
}
