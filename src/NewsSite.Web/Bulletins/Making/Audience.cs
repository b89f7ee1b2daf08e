using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>Who gets a mail: whoever wants one of these things, has confirmed it, and has an address that takes mail. Each once, however much of it they want.</summary>
internal sealed class Audience(NewsDb db)
{
    // Subscribers are asked one after the other; the key of subscriptions begins with theirs.
    private const string From = """ FROM "Subscribers" AS s WHERE s."StoppedAt" IS NULL AND EXISTS (SELECT 1 FROM "Subscriptions" AS p WHERE p."SubscriberId" = s."Id" AND (""";

    /// <summary>What readers of a bulletin want: all of it, or one of its topics, under the names that the topics had before they became part of others too.</summary>
    public async Task<IReadOnlyList<Wanted>> OfBulletinAsync(BulletinContent content, CancellationToken ct) =>
        content.IsEmpty ? [] : [Wanted.Daily, .. (await AliasesAsync(content.Topics, ct)).Select(s => new Wanted(WantedKind.Topic, s))];

    /// <summary>What readers of an alert want: one of the story's topics, or one of the people who speak in it.</summary>
    public async Task<IReadOnlyList<Wanted>> OfAlertAsync(IEnumerable<string> topics, IEnumerable<string> people, CancellationToken ct) =>
        [.. (await AliasesAsync(topics.ToHashSet(StringComparer.Ordinal), ct)).Select(s => new Wanted(WantedKind.AlertTopic, s)), .. people.Distinct(StringComparer.Ordinal).Select(p => new Wanted(WantedKind.AlertPerson, p))];

    /// <summary>How many they are.</summary>
    public async Task<int> CountAsync(IReadOnlyList<Wanted> wanted, CancellationToken ct) =>
        wanted.Count == 0 ? 0 : await db.Database.SqlQuery<int>(Sql("""SELECT CAST(count(*) AS integer) AS "Value" """, [], wanted)).SingleAsync(ct);

    /// <summary>Makes the one row that each of them has for an edition.</summary>
    /// <returns>How many they are.</returns>
    public async Task<int> SettleAsync(Guid edition, IReadOnlyList<Wanted> wanted, DateTimeOffset now, CancellationToken ct) => wanted.Count == 0 ? 0 : await db.Database.ExecuteSqlAsync(
        Sql("""INSERT INTO "EditionMails" ("EditionId", "SubscriberId", "State", "Tries", "DueAt") SELECT {0}, s."Id", 'Waiting', 0, {1}""", [edition, now.UtcDateTime], wanted), ct);

    private async Task<IReadOnlyList<string>> AliasesAsync(IReadOnlySet<string> topics, CancellationToken ct)
    {
        string[] now = [.. topics];
        return [.. now, .. await db.Set<Topics.MergedTopic>().Where(m => now.Contains(m.Into)).Select(m => m.Slug).ToListAsync(ct)];
    }

    private static FormattableString Sql(string begin, IReadOnlyList<object> first, IReadOnlyList<Wanted> wanted)
    {
        var sql = new StringBuilder(begin).Append(From);
        var values = new List<object>(first);
        foreach (var kind in wanted.GroupBy(w => w.Kind))
        {
            if (values.Count > first.Count) sql.Append(" OR ");
            sql.Append(CultureInfo.InvariantCulture, $"p.\"Kind\" = {{{values.Count}}} AND p.\"Subject\" IN (");
            values.Add(kind.Key.ToString());
            sql.AppendJoin(", ", kind.Select((_, i) => $"{{{values.Count + i}}}")).Append(')');
            values.AddRange(kind.Select(w => w.Subject));
        }
        return FormattableStringFactory.Create(sql.Append("))").ToString(), [.. values]);
    }
}
