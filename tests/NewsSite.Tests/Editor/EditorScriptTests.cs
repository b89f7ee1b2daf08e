using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Tests.Newsroom;

namespace NewsSite.Tests.Editor;

public sealed partial class EditorScriptTests
{
    private const int MostBytes = 250_000;

    [Fact]
    public async Task It_is_sent_compressed_to_those_who_are_signed_in()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var path = Script().Match(await ada.GetStringAsync("/newsroom/articles/new")).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");

        using var answer = await ada.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 50_000, MostBytes);
    }

    [GeneratedRegex("<script[^>]*src=\"([^\"]*editor[^\"]*)\"")]
    private static partial Regex Script();
}
