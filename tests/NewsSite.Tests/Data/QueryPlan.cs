using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Tests.Data;

/// <summary>How a database goes about a query, and what in it would take longer with every article.</summary>
/// <param name="Text">The plan, for the message of a failing test.</param>
/// <param name="Faults">Full scans of the tables that grow, and sorts of whole lists; empty when all is well.</param>
internal sealed partial record QueryPlan(string Text, IReadOnlyList<string> Faults)
{
    /// <summary>More rows than any page shows: a sort of fewer is of what was found already.</summary>
    private const double WholeList = 200;

    private static readonly string[] Growing = ["Articles", "Revisions", "Listings", "StorySubjects", "SpokenWords", "ArticleWords", "TimedActs", "Contributors", "ForcedPublications", "StateChanges", "AuditEntries", "Comments", "Commenters", "CommentDecisions", "CommentReports", "SearchEntries"];

    /// <summary>Asks the database, with the values that the query was sent with.</summary>
    /// <param name="db">The database.</param>
    /// <param name="query">The query.</param>
    /// <param name="more">Further tables that grow in this test.</param>
    public static async Task<QueryPlan> OfAsync(NewsDb db, SentQuery query, params string[] more)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (db.IsSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN (FORMAT JSON) ") + query.Sql;
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        return db.IsSqlite ? await SqliteAsync(reader, query.Sql, [.. Growing, .. more]) : await PostgreSqlAsync(reader, [.. Growing, .. more]);
    }

    private static async Task<QueryPlan> SqliteAsync(DbDataReader reader, string sql, string[] growing)
    {
        var steps = new List<(int Id, int Parent, string Detail)>();
        while (await reader.ReadAsync()) steps.Add((reader.GetInt32(0), reader.GetInt32(1), reader.GetString(3)));
        var tables = Aliases().Matches(sql).ToDictionary(m => m.Groups["alias"].Value, m => m.Groups["table"].Value, StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (_, parent, detail) in steps)
        {
            if (detail.StartsWith("SCAN ", StringComparison.Ordinal) && IsGrowing(detail)) faults.Add(detail);
            else if (detail == "USE TEMP B-TREE FOR ORDER BY" && IsGrowing(steps.First(s => s.Parent == parent && Read().IsMatch(s.Detail)).Detail)) faults.Add(detail);
        }
        return new(string.Join('\n', steps.Select(s => s.Detail)), faults);

        // A subquery is not: what it has found already, at most a page, may be sorted.
        bool IsGrowing(string step) => tables.TryGetValue(Read().Match(step).Groups["alias"].Value, out var table) && growing.Contains(table);
    }

    private static async Task<QueryPlan> PostgreSqlAsync(DbDataReader reader, string[] growing)
    {
        await reader.ReadAsync();
        var text = reader.GetString(0);
        using var json = JsonDocument.Parse(text);
        var faults = new List<string>();
        Walk(json.RootElement[0].GetProperty("Plan"), underLimit: false);
        return new(text, faults);

        void Walk(JsonElement node, bool underLimit)
        {
            var type = node.GetProperty("Node Type").GetString()!;
            var table = node.TryGetProperty("Relation Name", out var relation) ? relation.GetString() : null;
            var isWhole = type == "Seq Scan" || (type is "Index Scan" or "Index Only Scan" && !underLimit && !node.TryGetProperty("Index Cond", out _));
            if (isWhole && growing.Contains(table)) faults.Add($"{type} of {table}");
            if (!node.TryGetProperty("Plans", out var below)) return;
            foreach (var child in below.EnumerateArray())
            {
                if (type == "Sort" && child.GetProperty("Plan Rows").GetDouble() > WholeList) faults.Add($"Sort of {child.GetProperty("Plan Rows")} rows");
                Walk(child, underLimit || type == "Limit");
            }
        }
    }

    [GeneratedRegex(@"(FROM|JOIN) ""(?<table>\w+)"" AS ""(?<alias>\w+)""")]
    private static partial Regex Aliases();

    [GeneratedRegex(@"^(SCAN|SEARCH) (?<alias>\w+)")]
    private static partial Regex Read();
}
