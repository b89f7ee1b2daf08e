using System.Text.Json;

namespace NewsSite.Benchmarks;

/// <summary>What the newsroom costs the people in it.</summary>
internal sealed class NewsroomMeasurements(Options options, Figures figures, string repository)
{
    private const int Words = 3_000;
    private const int Blocks = 40;

    /// <summary>Lists of a large archive, saves of a long story, the weight of the editor, and the editor in a browser.</summary>
    /// <param name="site">A site on a store with the account of <see cref="Desk.AddAccountAsync"/>.</param>
    /// <param name="articles">Articles in the store.</param>
    public async Task RunAsync(RunningSite site, int articles)
    {
        using var desk = await Desk.SignInAsync(site);
        var times = options.Rounds * 10;
        foreach (var (what, path) in new[]
        {
            ("first page", "/newsroom/articles"), ("last page", $"/newsroom/articles?page={(articles + 19) / 20}"),
            ("live stories", "/newsroom/articles?state=live"), ("search for a word", "/newsroom/articles?q=library"),
        })
            figures.AtMost($"Newsroom's list of {Figures.Number(articles)} stories, {what}, median", await desk.PageAsync(path, times), 100, "ms", "0.0");
        foreach (var (what, path) in new[]
        {
            ("Today", "/newsroom"), ("Calendar, this month", "/newsroom/calendar"), ("Calendar, a month of the archive", "/newsroom/calendar?view=month&from=2021-03-01"),
            ("Calendar, a week", "/newsroom/calendar?view=week&from=2021-03-01"), ("Calendar as a list", "/newsroom/calendar?view=list&from=2021-03-01"), ("The record", "/newsroom/audit"),
        })
            figures.AtMost($"{what}, {Figures.Number(articles)} stories, median", await desk.PageAsync(path, times), 100, "ms", "0.0");
        foreach (var (what, path) in new[] { ("first page", "/newsroom/media"), ("not in use", "/newsroom/media?used=no"), ("search for a word", "/newsroom/media?q=harbour") })
            figures.AtMost($"Library of {Figures.Number(LargeLibrary.Pictures)} pictures, {what}, median", await desk.PageAsync(path, times), 100, "ms", "0.0");
        figures.AtMost($"Save of a story of {Figures.Number(Words)} words in {Blocks} blocks, median", await desk.SaveAsync(Words, Blocks, times * 2), 50, "ms", "0.0");
        figures.AtMost("The editor's script, compressed", await desk.ScriptsAsync("/newsroom/articles/new") / 1e3, 250, "KB", "0");
        var seen = await InBrowserAsync(site);
        figures.AtMost("Editor usable from a cold browser, new story, median", seen.ColdStart, 1.5, "s", note: " (Ghost 6.65: 6.6 s)");
        figures.AtMost($"A keystroke in a story of {Figures.Number(Words)} words in {Blocks} blocks, 95th percentile", seen.Keystroke95, 16, "ms", "0.0", $" (median {Figures.Number(seen.Keystroke50, "0.0")} ms)");
    }

    // The browser is the browser tests' own: one project carries it.
    private async Task<Seen> InBrowserAsync(RunningSite site)
    {
        var story = Path.Combine(Path.GetTempPath(), $"newssite-long-story-{Environment.ProcessId}.json");
        await File.WriteAllTextAsync(story, LongStory.Content(Words, Blocks, 0).ToJsonString());
        try
        {
            var done = await Command.RunAsync(repository, "dotnet", "run", "--project", "tests/NewsSite.BrowserTests", "-c", "Release", "--", "measure", site.Address, Desk.Email, Desk.Password, story, $"{options.Rounds}");
            return JsonSerializer.Deserialize<Seen>(done.Output.Trim().Split('\n')[^1], JsonSerializerOptions.Web)!;
        }
        finally
        {
            File.Delete(story);
        }
    }

    /// <summary>What the browser saw.</summary>
    /// <param name="ColdStart">Seconds until words can be typed.</param>
    /// <param name="Keystroke50">Milliseconds of script for a keystroke, at the median.</param>
    /// <param name="Keystroke95">The same at the 95th percentile.</param>
    private sealed record Seen(double ColdStart, double Keystroke50, double Keystroke95);
}
