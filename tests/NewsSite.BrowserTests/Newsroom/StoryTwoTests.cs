using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.Tests;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The second seed, from its pasted text to a live story with each element in its type.</summary>
[Collection(SharedNewsroom.Name)]
public sealed partial class StoryTwoTests(NewsroomPaper paper)
{
    internal const string Headline = "Children's services in Somerset 'inadequate' finds watchdog";

    [Fact]
    public async Task A_journalist_writes_story_two_from_its_pasted_text_and_an_editor_publishes_it()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman");
        var page = laura.Page;
        var paragraphs = await ParagraphsAsync();

        await laura.GoAsync("/newsroom/articles");
        await page.GetByRole(AriaRole.Link, new() { Name = "New story" }).First.ClickAsync();
        await laura.ReadyAsync();
        await page.Keyboard.TypeAsync(Headline);
        await laura.Body.ClickAsync();
        await laura.PasteAsync(null, string.Join("\n\n", paragraphs));
        var panel = page.Locator(".paste-panel");
        await Assertions.Expect(panel).ToContainTextAsync("Bradley Simmons");
        await Assertions.Expect(panel).ToContainTextAsync("Frances Nicholson");
        Assert.Equal(0, await page.Locator(".ProseMirror .card").CountAsync()); // suggested, not applied
        await panel.GetByRole(AriaRole.Button, new() { Name = "Use all" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ProseMirror .card")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Story details" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Topics" }).FillAsync("children");
        await page.Locator("[role=option]:visible").First.ClickAsync();
        await laura.SavedAsync();
        Assert.Equal("", string.Join('\n', (await laura.DraftAsync(await laura.StoryIdAsync()))["issues"]!.AsArray().Where(i => (string)i!["severity"]! == "stop").Select(i => (string)i!["message"]!)));
        await laura.Next.ClickAsync();
        await laura.PressAsync("Send for review");
        await Assertions.Expect(laura.Next).ToHaveTextAsync("In review");
        await using var ada = await paper.SignInAsync("Ada Quill", Role.Editor);
        await ada.OpenStoryAsync(await laura.StoryIdAsync());
        await ada.Next.ClickAsync();
        await ada.PressAsync("Approve");
        await Assertions.Expect(ada.Next).ToHaveTextAsync("Publish…");
        await ada.Next.ClickAsync();
        await ada.PressAsync("Publish now");
        await Assertions.Expect(ada.Dialog).ToContainTextAsync("It is live.", new() { Timeout = 15_000 });

        var draft = await laura.DraftAsync(await laura.StoryIdAsync());
        var blocks = draft["content"]!["blocks"]!.AsArray();
        var quote = Assert.Single(blocks, b => (string)b!["type"]! == "quote")!;
        Assert.Equal(3, quote["words"]!.AsArray().Count);
        Assert.Equal("Bradley Simmons", (string)quote["name"]!);
        var statement = Assert.Single(blocks, b => (string)b!["type"]! == "statement")!;
        Assert.Equal("frances-nicholson", (string)statement["person"]!);
        Assert.Equal("laura-sharman", (string)draft["content"]!["bylines"]![0]!);

        await using var reader = await paper.VisitAsync();
        var answer = await reader.Page.GotoAsync((string)draft["address"]!);
        Assert.Equal(200, answer!.Status);
        var read = Words(await reader.Page.Locator("article.article").EvaluateAsync<string>("article => { const own = article.cloneNode(true); own.querySelectorAll('[data-own]').forEach(e => e.remove()); return [...own.querySelectorAll('p, h1, h2, li, figcaption, span')].map(e => e.textContent).join('\\n'); }"));
        foreach (var paragraph in paragraphs) Assert.Contains(Words(paragraph), read, StringComparison.Ordinal);
        Assert.Empty(laura.Faults.Concat(ada.Faults).Concat(reader.Faults));
    }

    internal static async Task<string[]> ParagraphsAsync()
    {
        var lines = await File.ReadAllLinesAsync(Repository.PathOf("tests", "seeds", "childrens-services-in-somerset-inadequate.txt"));
        var words = lines.SkipWhile(l => l != Headline).Skip(1).TakeWhile(l => !l.StartsWith("The £37,000", StringComparison.Ordinal)).Where(l => l.Trim().Length > 0).ToArray();
        Assert.Equal(10, words.Length);
        return words;
    }

    private static string Words(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
