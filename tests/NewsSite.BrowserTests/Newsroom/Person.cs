using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>One person with one window open. Notes what must never happen: faults of scripts, refusals by the site's policy, answers of 500 and more.</summary>
internal sealed partial class Person : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ConcurrentQueue<string> _faults = new();

    private Person(IBrowserContext context, IPage page, string address) => (Context, Page, Address) = (context, page, address);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public string Address { get; }

    public IEnumerable<string> Faults => _faults.Distinct();

    public ILocator Body => Page.GetByRole(AriaRole.Textbox, new() { Name = "Story", Exact = true });

    public ILocator Headline => Page.GetByRole(AriaRole.Textbox, new() { Name = "Headline", Exact = true });

    public ILocator Status => Page.Locator(".save-text");

    /// <summary>The button for the act that comes next.</summary>
    public ILocator Next => Page.Locator(".desk-actions .primary");

    /// <summary>What that button says of a story that waits for its minute.</summary>
    [GeneratedRegex("^Scheduled: \\w{3} \\d+ \\w{3,4}, \\d+:\\d\\d$")]
    public static partial Regex Scheduled { get; }

    [GeneratedRegex("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[?#]|$)")]
    private static partial Regex OfStory { get; }

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public static async Task<Person> StartAsync(IBrowserContext context, string address, IPage? page = null)
    {
        var person = new Person(context, page ?? await context.NewPageAsync(), address);
        person.Page.PageError += (_, error) => person._faults.Enqueue($"script fault: {error}");
        person.Page.Response += (_, answer) =>
        {
            if (answer.Status >= 500) person._faults.Enqueue($"{answer.Request.Method} {answer.Url} is answered with {answer.Status}");
        };
        person.Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) person._faults.Enqueue(message.Text);
        };
        return person;
    }

    public Task GoAsync(string path) => Page.GotoAsync(Address + path);

    /// <summary>Opens a story, or an empty one, and waits until words can be typed.</summary>
    public async Task OpenStoryAsync(string? id = null)
    {
        await GoAsync($"/newsroom/articles/{id ?? "new"}");
        await ReadyAsync();
    }

    public Task ReadyAsync() => Page.WaitForSelectorAsync("#editor[data-ready=true]");

    /// <summary>Waits until the line at the top says that everything is saved.</summary>
    public Task SavedAsync() => Assertions.Expect(Status).ToHaveTextAsync(new Regex("^Saved "), new() { Timeout = 20_000 });

    /// <summary>Saves at once, as Ctrl+S does, and waits until it is done.</summary>
    public async Task SaveAsync()
    {
        await Page.Keyboard.PressAsync("Control+s");
        await SavedAsync();
    }

    /// <summary>Presses Tab until something of this name, or of a name that begins so, has the focus; Tab must reach it and must not be trapped.</summary>
    public async Task TabToAsync(string name, bool back = false)
    {
        const string Named = """
            () => {
                const e = document.activeElement;
                const by = e.getAttribute('aria-labelledby');
                const label = (by ? document.getElementById(by)?.textContent : null) ?? e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent;
                return (label ?? '').trim();
            }
            """;
        for (var presses = 0; presses < 60; presses++)
        {
            if ((await Page.EvaluateAsync<string>(Named)).StartsWith(name, StringComparison.Ordinal)) return;
            await Page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }
        Assert.Fail($"Tab does not reach “{name}”.");
    }

    /// <summary>Tab to something of this name, and Enter.</summary>
    public async Task TabAndEnterAsync(string name, bool back = false)
    {
        await TabToAsync(name, back);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>As when the window comes to the front again: it asks at once who else is here and what they have saved.</summary>
    public Task ComeBackAsync() => Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");

    /// <summary>The id of the story in the window, from its address.</summary>
    public async Task<string> StoryIdAsync()
    {
        await Assertions.Expect(Page).ToHaveURLAsync(OfStory, new() { Timeout = 30_000 });
        return OfStory.Match(Page.Url).Groups[1].Value;
    }

    /// <summary>Begins a story of a headline, a standfirst and a passage. Returns its id once it is saved.</summary>
    public async Task<string> WriteStoryAsync(string headline)
    {
        await OpenStoryAsync();
        await Page.Keyboard.TypeAsync(headline);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.TypeAsync("What it means.");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.TypeAsync("The council met on Tuesday.");
        await SavedAsync();
        return await StoryIdAsync();
    }

    /// <summary>Waits until the dialog of an act can be confirmed; one that another has taken the place of counts no more.</summary>
    public Task DialogReadyAsync() => Page.Locator("dialog[open] .dialog-end button:last-child[aria-disabled=false]").WaitForAsync();

    /// <summary>Presses a button of the dialog.</summary>
    public Task PressAsync(string button) => Dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Chooses from the menu of the story.</summary>
    public async Task ChooseAsync(string item)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "More for this story" }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }

    /// <summary>Looks at the window again after having been elsewhere.</summary>
    public Task LookAgainAsync() => Page.RunAndWaitForResponseAsync(() => Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))"), answer => answer.Url.EndsWith("/standing", StringComparison.Ordinal));

    /// <summary>Where a story stands, as the site says.</summary>
    public async Task<JsonObject> StandingAsync(string id)
    {
        var answer = await Context.APIRequest.GetAsync($"{Address}/newsroom/api/articles/{id}/standing");
        Assert.True(answer.Ok, await answer.TextAsync());
        return JsonNode.Parse(await answer.TextAsync())!.AsObject();
    }

    /// <summary>What the site holds of a story: the answer of its draft.</summary>
    public async Task<JsonObject> DraftAsync(string id)
    {
        var answer = await Context.APIRequest.GetAsync($"{Address}/newsroom/api/articles/{id}/draft");
        Assert.True(answer.Ok, await answer.TextAsync());
        return JsonNode.Parse(await answer.TextAsync())!.AsObject();
    }

    /// <summary>The content that the site holds of a story, as JSON in plain letters.</summary>
    public async Task<string> ContentAsync(string id) => (await DraftAsync(id))["content"]!.ToJsonString(Plain);

    /// <summary>Pastes as a program would put it on the clipboard.</summary>
    public Task PasteAsync(string? html, string? text) => Body.EvaluateAsync(
        """
        (body, [html, text]) => {
            const data = new DataTransfer();
            if (html !== null) data.setData('text/html', html);
            if (text !== null) data.setData('text/plain', text);
            body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, new[] { html, text });

    /// <summary>Puts words on the clipboard, so that Ctrl+V pastes them.</summary>
    public async Task CopyAsync(string text)
    {
        await Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Context.DisposeAsync();
        }
        catch (PlaywrightException)
        {
            // A test has killed the browser.
        }
    }
}
