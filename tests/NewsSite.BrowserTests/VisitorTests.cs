using System.Text.Json;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests;

[Collection(SharedPaper.Name)]
public sealed class VisitorTests(Paper paper)
{
    [Fact]
    public Task Readers_who_do_nothing_get_no_cookie_and_nothing_is_kept_in_their_browser() => paper.CheckAsync(PageKind.All, async visit =>
    {
        var kept = await visit.Page.EvaluateAsync<int>("async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length");
        var cookies = (await visit.CookiesAsync()).Select(cookie => $"sets the cookie {cookie.Name}");
        return kept > 0 ? cookies.Append("keeps something in the browser") : cookies;
    });

    [Fact]
    public async Task A_reader_without_JavaScript_reads_a_story_turns_pages_and_finds_the_feeds()
    {
        var home = PageKind.All[0];
        await using var visit = await Visit.StartAsync(paper, home, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 800 } });
        var page = visit.Page;
        await visit.OpenAsync();

        var headline = await page.Locator("main h2 a").First.InnerTextAsync();
        await page.Locator("main h2 a").First.ClickAsync();
        Assert.Equal(headline, await page.Locator("h1").InnerTextAsync());
        Assert.True((await page.Locator(".prose").First.InnerTextAsync()).Length > 100);

        await page.Locator(".byline a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ada Quill");
        await page.Locator("a[rel=next]").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(visit.Address + "/authors/ada-quill?page=2");
        await page.Locator("a[rel=prev]").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(visit.Address + "/authors/ada-quill");

        await page.GotoAsync(visit.Address + "/topics/council");
        var feeds = await page.Locator("a[href$='.xml'], a[href$='.json']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        Assert.NotEmpty(feeds);
        foreach (var feed in feeds.Distinct())
        {
            using var answer = await paper.ReaderFor(home).GetAsync(feed);
            Assert.True(answer.IsSuccessStatusCode, $"{feed} is answered with {answer.StatusCode}");
        }

        await page.Locator("footer a[href='/corrections'], header a[href='/corrections']").First.ClickAsync();
        Assert.Contains("£4.2m", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public Task A_story_weighs_little_and_asks_for_little() => paper.CheckAsync(
        [new("blank", "/privacy")], async first =>
        {
            var faults = new List<string>();
            foreach (var kind in new[] { PageKind.Article2022, PageKind.EveryBlock })
            {
                await using var visit = await Visit.StartAsync(paper, kind);
                var tools = await visit.ToolsAsync();
                await tools.SendAsync("Network.enable");
                var (types, bytes) = (new Dictionary<string, string>(), new Dictionary<string, double>());
                tools.Event("Network.responseReceived").OnEvent += (_, e) => types[Id(e)] = e!.Value.GetProperty("type").GetString()!;
                tools.Event("Network.loadingFinished").OnEvent += (_, e) => bytes[Id(e)] = e!.Value.GetProperty("encodedDataLength").GetDouble();
                await visit.OpenAsync(WaitUntilState.NetworkIdle);

                var weight = bytes.Where(b => types[b.Key] != "Image").Sum(b => b.Value);
                if (bytes.Count == 0) faults.Add($"{kind.Name}: nothing was counted");
                if (weight > 60 * 1024) faults.Add($"{kind.Name}: weighs {weight / 1024:0.0} KB without its pictures: {string.Join(", ", bytes.Select(b => $"{types[b.Key]} {b.Value:0}"))}");
                if (visit.Requests.Count > 8) faults.Add($"{kind.Name}: asks for {visit.Requests.Count} things: {string.Join(", ", visit.Requests.Select(r => new Uri(r.Url).AbsolutePath))}");
                faults.AddRange(visit.Faults);
            }
            return faults;
        });

    private static string Id(JsonElement? e) => e!.Value.GetProperty("requestId").GetString()!;
}
