using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Corrections;

public sealed partial class CorrectionPageTests
{
    [Fact]
    public async Task A_correction_is_added_and_amended_without_any_script()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(new AStory { Slug = "pier" });
        using var editor = await site.SignInAsync(Role.Editor, "Laura Sharman");
        var path = $"/newsroom/articles/{id}/corrections";

        var added = await SendAsync(editor, path, ("Wrong", "We said 1896."), ("Right", "It was 1869."));
        var after = await editor.GetStringAsync(path);
        var amendPath = WebUtility.HtmlDecode(Amend().Match(after).Groups[1].Value);
        var form = await editor.GetStringAsync(amendPath);
        var amended = await SendAsync(editor, amendPath, ("Wrong", "We said 1896."), ("Right", "It was 1867."), ("Why", "The record office wrote."));
        var kept = new HtmlParser().ParseDocument(await editor.GetStringAsync(path)).QuerySelector("main")!.TextContent;

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (added.StatusCode, amended.StatusCode));
        Assert.Contains("Readers see the correction now", after, StringComparison.Ordinal);
        Assert.Contains("It was 1869.", form, StringComparison.Ordinal);
        Assert.Contains("We said 1896. It was 1867.", kept, StringComparison.Ordinal);
        Assert.Contains("when Laura Sharman changed it: The record office wrote.", kept, StringComparison.Ordinal);
        Assert.Contains("It was 1867.", await site.Reader.GetStringAsync("/news/pier"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_complete_comes_back_with_its_words_and_says_what_is_missing()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(new AStory { Slug = "pier" });
        using var editor = await site.SignInAsync(Role.Editor);

        var response = await SendAsync(editor, $"/newsroom/articles/{id}/corrections", ("Wrong", "We said 1896."), ("Right", ""));
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("We said 1896.", page.QuerySelector("#Wrong")!.TextContent);
        Assert.Equal("Say what is right.", page.QuerySelector("#Right-error")!.TextContent);
        Assert.Equal("true", page.QuerySelector("#Right")!.GetAttribute("aria-invalid"));
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_paged_and_a_draft_offers_no_form()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(new AStory { Slug = "pier" });
        var draft = await site.DraftAsync(new AStory { Slug = "draft" });
        using var editor = await site.SignInAsync(Role.Editor);
        for (var i = 1; i <= 21; i++)
        {
            await SendAsync(editor, $"/newsroom/articles/{id}/corrections", ("Wrong", $"We said {i}."), ("Right", "It was none."));
            site.Clock.Pass(TimeSpan.FromMinutes(1));
        }
        using var moderator = await site.SignInAsync(Role.Moderator);

        var first = await moderator.GetStringAsync("/newsroom/corrections");
        var second = await moderator.GetStringAsync("/newsroom/corrections?page=2");

        Assert.Contains("We said 21.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("We said 1.", first, StringComparison.Ordinal);
        Assert.Contains("We said 1.", second, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync("/newsroom/corrections?page=3")).StatusCode);
        Assert.DoesNotContain("<textarea", await editor.GetStringAsync($"/newsroom/articles/{draft}/corrections"), StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", await moderator.GetStringAsync($"/newsroom/articles/{id}/corrections"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(moderator, $"/newsroom/articles/{id}/corrections", ("Wrong", "A."), ("Right", "B."))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/newsroom/articles/{Guid.CreateVersion7()}/corrections")).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(path)).Groups[1].Value;
        return await client.PostAsync(path, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)"\s""")]
    private static partial Regex Token();

    [GeneratedRegex("""href="([^"]+\?amend=[^"]+)">""")]
    private static partial Regex Amend();
}
