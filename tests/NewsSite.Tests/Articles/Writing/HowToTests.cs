using System.Diagnostics;
using System.Text.RegularExpressions;
using NewsSite.Tests.Accounts;
using NewsSite.Tests.Audit;
using NewsSite.Tests.Media;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Writing;

/// <summary>docs/how-to/write-with-the-api.md is followed to the letter: tokens from the page where people make them, then every command, with the real curl.</summary>
public sealed partial class HowToTests
{
    [Fact]
    public async Task The_commands_of_the_guide_take_a_story_through_its_whole_life()
    {
        await using var site = await TestSite.StartAsync($"--Content:Directory={Repository.PathOf("content")}");
        await site.RestartAsync($"--Content:Directory={Repository.PathOf("content")}", $"--Site:BaseUrl={site.Address}", $"--urls={site.Address}");
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "how-to", "write-with-the-api.md"));
        var folder = Directory.CreateDirectory(Path.Combine(site.Folder, "desk")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "pier.png"), APicture.Png(640, 360));
        var script = string.Join('\n',
        [
            "set -euo pipefail",
            $"site={site.Address}",
            $"token={await TokenAsync(site, Role.Journalist, "Ada Quill", "Read", "Write", "Upload")}",
            $"editor={await TokenAsync(site, Role.Editor, "Ben Hart", "Read", "Approve", "Publish")}",
            .. Commands().Matches(page).Select(m => m.Groups[1].Value),
            "curl --silent --output page.html --write-out '%{http_code}' \"$page\"",
        ]);

        var (code, output, error) = await RunAsync(script, folder);

        Assert.True(code == 0, output + error + string.Join('\n', Directory.GetFiles(folder, "*.json").Select(f => $"{Path.GetFileName(f)} {File.ReadAllText(f)}")));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["withdrawn", "410"], lines.TakeLast(2));
        Assert.Contains("This story was published before it was complete.", await File.ReadAllTextAsync(Path.Combine(folder, "page.html")), StringComparison.Ordinal);
        Assert.Equal(
        [
            "media.uploaded", "article.begun", "article.submitted", "article.approved", "article.scheduled", "article.unscheduled", "article.published", "article.corrected", "article.withdrawn",
        ], (await site.RecordAsync()).Where(e => e.Words.EndsWith("(token “Robot”)", StringComparison.Ordinal)).Select(e => e.Act));
    }

    private static async Task<string> TokenAsync(TestSite site, Role role, string name, params string[] scopes)
    {
        using var somebody = new Visitor(site, (await site.SignInCookiesAsync(role, name)).Cookies);
        var made = await somebody.PressAsync(await somebody.OpenAsync("/newsroom/account/tokens"), "Make the token", [("TokenName", "Robot"), .. scopes.Select(s => ("Scopes", s))]);
        return made.Document.QuerySelector("code.key")!.TextContent;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string script, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-s"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var bash = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (output, error) = (bash.StandardOutput.ReadToEndAsync(patience.Token), bash.StandardError.ReadToEndAsync(patience.Token));
        await bash.StandardInput.WriteAsync(script.AsMemory(), patience.Token);
        bash.StandardInput.Close();
        await bash.WaitForExitAsync(patience.Token);
        return (bash.ExitCode, await output, await error);
    }

    [GeneratedRegex("^```bash\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Commands();
}
