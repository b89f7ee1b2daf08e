using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>What the editor costs the people who write in it, for the benchmark: one line of JSON on standard output.</summary>
internal static class Measure
{
    private const int Keys = 200;

    /// <param name="address">A running site.</param>
    /// <param name="email">An account that writes.</param>
    /// <param name="password">Its password.</param>
    /// <param name="story">A file with the content of a long story.</param>
    /// <param name="rounds">How many cold starts.</param>
    public static async Task RunAsync(string address, string email, string password, string story, int rounds)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Paper.FindChromium(), Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        var signedIn = await SignInAsync(browser, address, email, password);
        var starts = new List<double>();
        for (var i = 0; i < rounds; i++) starts.Add(await ColdStartAsync(browser, address, signedIn));
        var keys = await KeystrokesAsync(browser, address, signedIn, await File.ReadAllTextAsync(story));
        Console.WriteLine(JsonSerializer.Serialize(new { coldStart = At(starts, 0.5), keystroke50 = At(keys, 0.5), keystroke95 = At(keys, 0.95) }));
    }

    private static async Task<string> SignInAsync(IBrowser browser, string address, string email, string password)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(address + "/newsroom/login");
        await page.FillAsync("[name=Email]", email);
        await page.FillAsync("[name=Password]", password);
        await page.PressAsync("[name=Password]", "Enter");
        await page.ArriveAsync("/newsroom$");
        return await context.StorageStateAsync();
    }

    // A new context has an empty cache: what a journalist meets on a new machine.
    private static async Task<double> ColdStartAsync(IBrowser browser, string address, string signedIn)
    {
        await using var context = await browser.NewContextAsync(new() { StorageState = signedIn });
        var page = await context.NewPageAsync();
        var began = Stopwatch.GetTimestamp();
        await page.GotoAsync(address + "/newsroom/articles/new", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForSelectorAsync("#editor[data-ready=true]");
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    // All that the page's thread does for a key: scripts, style, layout and paint.
    private static async Task<IReadOnlyList<double>> KeystrokesAsync(IBrowser browser, string address, string signedIn, string content)
    {
        await using var context = await browser.NewContextAsync(new() { StorageState = signedIn });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address + "/newsroom/articles/new");
        var id = await page.EvaluateAsync<string>(
            """
            async content => {
                const data = JSON.parse(document.getElementById('editor-data').textContent);
                const answer = await fetch(`/newsroom/api/articles/${data.article.id}/draft`, {
                    method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Antiforgery': data.antiforgery },
                    body: JSON.stringify({ base: null, content: JSON.parse(content), reason: null }),
                });
                if (!answer.ok) throw new Error(await answer.text());
                return data.article.id;
            }
            """, content);
        await page.GotoAsync($"{address}/newsroom/articles/{id}");
        await page.WaitForSelectorAsync("#editor[data-ready=true]");
        var paragraph = page.Locator(".ProseMirror p").Nth(await page.Locator(".ProseMirror p").CountAsync() / 2);
        await paragraph.ScrollIntoViewIfNeededAsync();
        await paragraph.ClickAsync();
        var tools = await context.NewCDPSessionAsync(page);
        await tools.SendAsync("Performance.enable");
        var costs = new List<double>();
        for (var i = 0; i < Keys + 20; i++)
        {
            var before = await TaskTimeAsync(tools);
            await page.Keyboard.PressAsync(i % 6 == 5 ? "Space" : ((char)('a' + (i % 26))).ToString(CultureInfo.InvariantCulture));
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
            if (i >= 20) costs.Add((await TaskTimeAsync(tools) - before) * 1000);
        }
        return costs;
    }

    private static async Task<double> TaskTimeAsync(ICDPSession tools)
    {
        var metrics = await tools.SendAsync("Performance.getMetrics");
        return metrics!.Value.GetProperty("metrics").EnumerateArray().First(m => m.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    private static double At(IReadOnlyCollection<double> values, double part) => values.Order().ElementAt((int)Math.Min(values.Count - 1, values.Count * part));
}
