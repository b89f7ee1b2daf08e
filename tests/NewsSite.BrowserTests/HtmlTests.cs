using System.Diagnostics;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Tests;

namespace NewsSite.BrowserTests;

[Collection(SharedPaper.Name)]
public sealed class HtmlTests(Paper paper)
{
    private static readonly string Checker = Repository.PathOf("tests", "NewsSite.BrowserTests", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    [Fact]
    public async Task Every_page_is_valid_HTML()
    {
        Assert.True(File.Exists(Checker), "The HTML checker is missing; script/test installs it, or: npm ci --ignore-scripts in tests/NewsSite.BrowserTests.");
        var folder = Directory.CreateTempSubdirectory("newssite-html-").FullName;
        foreach (var kind in PageKind.All) await File.WriteAllTextAsync(Path.Combine(folder, kind.Name + ".html"), await ReadAsync(kind));

        var faults = await CheckAsync(folder);

        Directory.Delete(folder, recursive: true);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task No_page_holds_a_style_or_a_script_of_its_own()
    {
        var faults = new List<string>();
        foreach (var kind in PageKind.All)
        {
            using var page = new HtmlParser().ParseDocument(await ReadAsync(kind));
            faults.AddRange(
                from element in page.All
                where element.HasAttribute("style") || element.LocalName == "style"
                    || element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                    || (element.LocalName == "script" && !element.HasAttribute("src") && element.GetAttribute("type") != "application/ld+json")
                select $"{kind.Name}: {element.OuterHtml}");
        }

        Assert.Empty(faults);
    }

    private async Task<string> ReadAsync(PageKind kind)
    {
        using var answer = await paper.ReaderFor(kind).GetAsync(kind.Path);
        Assert.Equal(kind.Status, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<IReadOnlyList<string>> CheckAsync(string folder)
    {
        using var java = Process.Start(new ProcessStartInfo("java", ["-jar", Checker, "--format", "json", "--exit-zero-always", "--skip-non-html", folder]) { RedirectStandardError = true })!;
        using var report = JsonDocument.Parse(await java.StandardError.ReadToEndAsync());
        await java.WaitForExitAsync();
        return
        [
            .. from message in report.RootElement.GetProperty("messages").EnumerateArray()
               where message.GetProperty("type").GetString() != "info" || message.TryGetProperty("subType", out _)
               select $"{Path.GetFileName(Text(message, "url"))}: {Text(message, "message")} {Text(message, "extract")}",
        ];
    }

    private static string Text(JsonElement message, string property) => message.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";
}
