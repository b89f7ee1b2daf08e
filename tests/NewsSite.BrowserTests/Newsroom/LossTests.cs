using System.Diagnostics;
using Microsoft.Playwright;
using NewsSite.Tests;
using NewsSite.Tests.Commands;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>What happens to words when the network, the browser or the server goes away in the middle of a sentence.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class LossTests(NewsroomPaper paper)
{
    private const string Words = "Nobody should have to write this sentence twice, and nobody will.";

    [Fact]
    public async Task Offline_the_text_is_kept_on_the_device_and_saved_when_the_network_is_back()
    {
        await using var ada = await paper.SignInAsync();
        await StartAsync(ada);
        var id = await ada.StoryIdAsync();

        await ada.Context.SetOfflineAsync(true);
        await ada.Page.Keyboard.TypeAsync(" " + Words);
        await Assertions.Expect(ada.Status).ToContainTextAsync("Offline: kept on this device", new() { Timeout = 15_000 });
        await ada.Context.SetOfflineAsync(false);
        await ada.SavedAsync();

        Assert.Contains(Words, await ada.ContentAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_killed_while_typing_loses_at_most_five_seconds_and_offers_the_rest_back()
    {
        var profile = Directory.CreateTempSubdirectory("newssite-profile-").FullName;
        try
        {
            string id;
            await using (var ada = await OpenProfileAsync(profile))
            {
                await StartAsync(ada);
                id = await ada.StoryIdAsync();
                await ada.Context.SetOfflineAsync(true); // so that the site cannot have it
                await ada.Page.Keyboard.TypeAsync(" " + Words);
                await Assertions.Expect(ada.Status).ToContainTextAsync("kept on this device", new() { Timeout = 5_000 }); // five seconds are the most that may be lost
                Kill(profile);
            }

            await using var again = await OpenProfileAsync(profile);
            await again.OpenStoryAsync(id);
            await again.Page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync(new() { Timeout = 15_000 });
            await Assertions.Expect(again.Body).ToContainTextAsync(Words);
            await again.SavedAsync();

            Assert.Contains(Words, await again.ContentAsync(id), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    [Fact]
    public async Task A_server_killed_while_somebody_types_loses_nothing_once_it_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("newssite-killed-").FullName;
        var address = $"http://localhost:{FreePort.Find()}";
        string[] settings = [$"--urls={address}", $"--Site:BaseUrl={address}", $"--Data:Directory={folder}", "--Data:Provider=Sqlite", $"--Content:Directory={Path.Combine(folder, "none")}", "--Logging:LogLevel:Default=Warning"];
        try
        {
            await AddAccountAsync(settings);
            var server = await ServeAsync(address, settings);
            await using var context = await paper.Browser.NewContextAsync();
            var ada = await Person.StartAsync(context, address);
            await ada.GoAsync("/newsroom/login");
            await ada.Page.FillAsync("[name=Email]", "ada@example.org");
            await ada.Page.FillAsync("[name=Password]", "marmalade otter violin 4217");
            await ada.Page.PressAsync("[name=Password]", "Enter");
            await ada.Page.ArriveAsync("/newsroom$");
            await StartAsync(ada);
            var id = await ada.StoryIdAsync();

            await ada.Page.Keyboard.TypeAsync(" " + Words[..20]);
            server.Kill();
            await server.WaitForExitAsync();
            await ada.Page.Keyboard.TypeAsync(Words[20..]);
            await Assertions.Expect(ada.Status).ToContainTextAsync("Could not save: the newsroom does not answer", new() { Timeout = 20_000 });
            using var restarted = await ServeAsync(address, settings);
            await ada.SavedAsync();

            Assert.Contains(Words, await ada.ContentAsync(id), StringComparison.Ordinal);
            restarted.Kill();
            server.Dispose();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task StartAsync(Person person)
    {
        await person.OpenStoryAsync();
        await person.Headline.FillAsync("A story that survives");
        await person.Body.ClickAsync();
        await person.Page.Keyboard.TypeAsync("It begins.");
        await person.SavedAsync();
    }

    private async Task<Person> OpenProfileAsync(string profile)
    {
        var context = await paper.Chromium.LaunchPersistentContextAsync(profile, new() { ExecutablePath = Paper.FindChromium(), Args = ["--no-sandbox", "--disable-dev-shm-usage"], ViewportSize = new() { Width = 1280, Height = 900 } });
        var (cookies, _) = await paper.Site.SignInCookiesAsync(Role.Journalist, "Ada Quill");
        await context.AddCookiesAsync(cookies.GetCookies(new Uri(paper.Site.Address)).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = paper.Site.Address }));
        return await Person.StartAsync(context, paper.Site.Address, context.Pages[0]);
    }

    // The whole browser, as when a laptop's battery dies: no page hears of it.
    private static void Kill(string profile)
    {
        foreach (var process in Process.GetProcesses())
        {
            try
            {
                if (File.ReadAllText($"/proc/{process.Id}/cmdline").Contains($"--user-data-dir={profile}", StringComparison.Ordinal)) process.Kill();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                // It has ended by itself.
            }
        }
    }

    private static async Task AddAccountAsync(string[] settings)
    {
        using var process = NewsSiteProcess.Start(["user", "add", "ada@example.org", "--name", "Ada Quill", "--role", "Journalist", .. settings]);
        await process.StandardInput.WriteLineAsync("marmalade otter violin 4217");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task<Process> ServeAsync(string address, string[] settings)
    {
        var process = NewsSiteProcess.Start(["serve", .. settings]);
        using var http = new HttpClient();
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(address + "/health/live"));
                if (answer.IsSuccessStatusCode) return process;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }
}
