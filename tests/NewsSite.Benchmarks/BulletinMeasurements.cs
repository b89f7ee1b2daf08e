using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace NewsSite.Benchmarks;

/// <summary>A bulletin to many readers, over several connections to a server that takes everything at once.</summary>
internal sealed class BulletinMeasurements(Figures figures, string program)
{
    private const int Readers = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Puts readers into a store, whose newest stories are of today, and waits until each has had the bulletin.</summary>
    /// <param name="store">A SQLite store that nobody uses now.</param>
    public async Task RunAsync(Store store)
    {
        await FillAsync(store);
        await using var sink = new MailSink();
        var began = Stopwatch.GetTimestamp();
        await using (await RunningSite.StartAsync(program, store, caches: true, sink.Settings))
            while (sink.Taken.Mails < Readers && Stopwatch.GetElapsedTime(began) < Patience) await Task.Delay(20);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (sink.Taken != (Readers, Readers)) throw new InvalidOperationException($"{sink.Taken.Mails} mails reached {sink.Taken.Addresses} of {Readers} readers.");
        figures.AtMost($"A bulletin to {Figures.Number(Readers)} readers on SQLite, the program’s start included", seconds, 120, "s", "0", $" ({Figures.Number(Readers / seconds, "#,0")} a second, each once)");
    }

    private static async Task FillAsync(Store store)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(store.Folder, "newssite.db")}");
        await connection.OpenAsync();
        await using var fill = connection.CreateCommand();
        fill.CommandText = """
            INSERT INTO "Subscribers" ("Id", "Email", "SeenAt", "ConfirmedAt", "Version")
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $readers)
            SELECT printf('019EB000-0000-7000-8000-%012X', i), 'reader' || i || '@example.org', datetime('now'), datetime('now'), 0 FROM n;
            INSERT INTO "Subscriptions" ("SubscriberId", "Kind", "Subject", "At") SELECT "Id", 'Daily', '', datetime('now') FROM "Subscribers";
            DELETE FROM "Editions";
            INSERT INTO "Editions" ("Id", "Kind", "Day", "State", "DueAt", "ReleasedBy", "Subjects", "Sent", "Failed", "Unknown", "Left", "Version")
            VALUES ('019EB000-0000-7000-9000-000000000001', 'Daily', date('now'), 'Planned', datetime('now', '-1 minute'), 'Ada', '[]', 0, 0, 0, 0, 0);
            """;
        fill.Parameters.AddWithValue("$readers", Readers);
        await fill.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
    }
}
