using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsSite.Benchmarks;

/// <summary>Many stories of one minute, with two processes of the program on one database.</summary>
internal sealed class MinuteMeasurements(Figures figures, string program)
{
    private const int Stories = 200;
    private const string Ada = "ada@news.example", Ben = "ben@news.example";

    /// <summary>Writes them, approves them, schedules them for the minute that comes, and looks at both processes until readers can open them all.</summary>
    /// <param name="store">A store with authors and topics.</param>
    public async Task RunAsync(Store store)
    {
        foreach (var email in new[] { Ada, Ben }) await Desk.AddAccountAsync(program, store, email);
        await using var one = await RunningSite.StartAsync(program, store, caches: true);
        await using var two = await RunningSite.StartAsync(program, store, caches: true);
        using var ada = await Desk.SignInAsync(one, Ada);
        using var ben = await Desk.SignInAsync(two, Ben);
        using var readers = new HttpClient();
        var before = await LiveAsync(readers, one);
        var (author, topic) = (await FirstAsync(readers, one, "authors"), await FirstAsync(readers, one, "topics"));
        var approved = new List<(Guid Id, string Revision)>();
        for (var i = 0; i < Stories; i++) approved.Add(await WriteAsync(ada, ben, i, author, topic));
        var due = NextMinute(TimeProvider.System.GetUtcNow().AddSeconds(30));
        var wall = TimeZoneInfo.ConvertTime(due, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        foreach (var (id, revision) in approved) await ben.SendAsync(HttpMethod.Put, $"{id}/schedule", new() { ["revision"] = revision, ["at"] = wall });
        var seconds = (await Task.WhenAll(UntilLiveAsync(readers, one, before + Stories), UntilLiveAsync(readers, two, before + Stories))).Max(at => at - due).TotalSeconds;
        figures.AtMost($"{Stories} stories of one minute, all live on both of two processes on one {store.Name}, after the minute", seconds, 5, "s");
        if (await LiveAsync(readers, one) is var after && after != before + Stories) throw new InvalidOperationException($"{after - before} stories went live instead of {Stories}.");
    }

    private static async Task<(Guid Id, string Revision)> WriteAsync(Desk writer, Desk approver, int number, string author, string topic)
    {
        var id = Guid.CreateVersion7();
        var content = LongStory.Content(120, 2, number);
        content["headline"] = $"Of one minute, number {number}";
        content["bylines"] = new JsonArray(author);
        content["topics"] = new JsonArray(topic);
        var revision = (string)(await writer.SendAsync(HttpMethod.Put, $"{id}/draft", new() { ["base"] = null, ["content"] = content, ["reason"] = null }))["revision"]!;
        await writer.SendAsync(HttpMethod.Post, $"{id}/submit", new() { ["revision"] = revision });
        await approver.SendAsync(HttpMethod.Post, $"{id}/approve", new() { ["revision"] = revision });
        return (id, revision);
    }

    private static async Task<DateTimeOffset> UntilLiveAsync(HttpClient readers, RunningSite site, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (await LiveAsync(readers, site) < count) await Task.Delay(20, patience.Token);
        return TimeProvider.System.GetUtcNow();
    }

    private static async Task<int> LiveAsync(HttpClient readers, RunningSite site) =>
        (int)JsonNode.Parse(await readers.GetStringAsync(new Uri(site.Address + "/api/v1/articles?size=1")))!["total"]!;

    private static async Task<string> FirstAsync(HttpClient readers, RunningSite site, string register) =>
        (string)JsonNode.Parse(await readers.GetStringAsync(new Uri($"{site.Address}/api/v1/{register}")))!["items"]![0]!["slug"]!;

    private static DateTimeOffset NextMinute(DateTimeOffset after) => new(after.Ticks - (after.Ticks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
