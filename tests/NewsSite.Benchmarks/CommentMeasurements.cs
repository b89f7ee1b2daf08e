using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace NewsSite.Benchmarks;

/// <summary>Many comments at once, and a long discussion.</summary>
internal sealed class CommentMeasurements(Options options, Figures figures, string program)
{
    private const int Sent = 3_000, Workers = 32, Long = 2_000, Short = 50;
    private const string Open = "--Comments:CloseAfterDays=0"; // the archive's stories are old

    /// <summary>Sends comments to a story while readers read it, and shows the first page of two discussions in turn.</summary>
    /// <param name="store">A SQLite store with the corpus, which nobody uses now.</param>
    /// <param name="corpus">Its articles.</param>
    public async Task RunAsync(Store store, Corpus corpus)
    {
        await DiscussAsync(store, corpus.Slugs[^2], Long);
        await DiscussAsync(store, corpus.Slugs[^3], Short);
        var (rate, slowest) = await AcceptAsync(store, corpus.Slugs[^1]);
        var (kept, distinct) = await CountAsync(store);
        if ((kept, distinct) != (Sent, Sent)) throw new InvalidOperationException($"Of {Sent} comments {kept} were kept, {distinct} of them different.");
        figures.AtLeast($"Comments accepted a second on SQLite, {Workers} at once, each of a new address with its mail", rate, 200, "", "#,0", $" ({Figures.Number(Sent)} sent, each kept once; a reader's page meanwhile within {Figures.Number(slowest, "0")} ms, 99 of 100)");
        await using var site = await RunningSite.StartAsync(program, store, caches: false, Open);
        var (many, few, ratios) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var slug in new[] { corpus.Slugs[^2], corpus.Slugs[^3] }) await Load.OfAsync($"{site.Address}/news/{slug}", 1, options.Seconds);
        for (var round = 0; round < options.Rounds; round++)
        {
            many.Add((await Load.OfAsync($"{site.Address}/news/{corpus.Slugs[^2]}", 1, options.Seconds)).Median);
            few.Add((await Load.OfAsync($"{site.Address}/news/{corpus.Slugs[^3]}", 1, options.Seconds)).Median);
            ratios.Add(many[^1] / few[^1]);
        }
        figures.AtMost($"Story with {Figures.Number(Long)} comments: time of its first page over that of one with {Short}, cache off", Figures.Median(ratios), 1.2, "", note: $" ({Figures.Number(Figures.Median(many), "0.00")} and {Figures.Number(Figures.Median(few), "0.00")} ms)");
    }

    private async Task<(double Rate, double Slowest)> AcceptAsync(Store store, string slug)
    {
        await using var site = await RunningSite.StartAsync(program, store, caches: true, Open);
        using var client = new HttpClient { BaseAddress = new(site.Address) };
        var path = new Uri($"/api/v1/articles/{slug}/comments", UriKind.Relative);
        using var done = new CancellationTokenSource();
        var reading = ReadAsync(client, [$"/news/{slug}", "/"], done.Token);
        var next = -1;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < Sent; i = Interlocked.Increment(ref next)) await SendAsync(client, path, i);
        }));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await done.CancelAsync();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => SendAsync(client, path, i))); // twice is once
        return (Sent / seconds, await reading);
    }

    private static async Task SendAsync(HttpClient client, Uri path, int number)
    {
        var comment = new JsonObject { ["name"] = $"Reader {number}", ["email"] = $"reader{number}@example.org", ["words"] = $"Comment {number}: the council ought to say what it pays for." };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(comment) };
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{number / 65536}.{number / 256 % 256}.{number % 256}"));
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"Comment {number} was answered with {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    // Milliseconds within which 99 of 100 pages came.
    private static async Task<double> ReadAsync(HttpClient client, string[] paths, CancellationToken done)
    {
        var all = new List<double>();
        for (var i = 0; !done.IsCancellationRequested; i++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = (await client.GetAsync(new Uri(paths[i % paths.Length], UriKind.Relative), CancellationToken.None)).EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
            all.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return all.Order().ElementAt(all.Count * 99 / 100);
    }

    private static async Task DiscussAsync(Store store, string slug, int threads)
    {
        await using var connection = await OpenAsync(store);
        await using var fill = connection.CreateCommand();
        fill.CommandText = """
            INSERT INTO "Comments" ("Id", "ArticleId", "ThreadId", "Name", "Words", "State", "Verdict", "At", "ListId", "Position", "WordsHash", "Version")
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $threads)
            SELECT printf('019E%04X-0000-7000-8000-%012X', $threads, i), (SELECT "Id" FROM "Articles" WHERE "Slug" = $slug), printf('019E%04X-0000-7000-8000-%012X', $threads, i), 'Reader ' || i,
                'The council ought to say what it pays for, and *when*. This is number ' || i || '.', 'Approved', 'Approved', datetime('2024-01-01', '+' || i || ' minutes'), (SELECT "Id" FROM "Articles" WHERE "Slug" = $slug), i, $slug || i, 1 FROM n
            """;
        fill.Parameters.AddWithValue("$threads", threads);
        fill.Parameters.AddWithValue("$slug", slug);
        await fill.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
    }

    private static async Task<(long Kept, long Different)> CountAsync(Store store)
    {
        await using var connection = await OpenAsync(store);
        await using var count = connection.CreateCommand();
        count.CommandText = """SELECT COUNT(*), COUNT(DISTINCT "Words") FROM "Comments" WHERE "CommenterId" IS NOT NULL""";
        await using var rows = await count.ExecuteReaderAsync();
        await rows.ReadAsync();
        var found = (rows.GetInt64(0), rows.GetInt64(1));
        SqliteConnection.ClearPool(connection);
        return found;
    }

    private static async Task<SqliteConnection> OpenAsync(Store store)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(store.Folder, "newssite.db")}");
        await connection.OpenAsync();
        return connection;
    }
}
