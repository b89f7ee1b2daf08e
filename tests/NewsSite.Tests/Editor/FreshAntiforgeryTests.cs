using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Editor;

public sealed class FreshAntiforgeryTests
{
    [Fact]
    public async Task A_window_that_stayed_open_gets_a_value_that_works()
    {
        await using var site = await TestSite.StartAsync();
        using var writer = await site.SignInAsync();
        writer.DefaultRequestHeaders.Remove(Doors.AntiforgeryHeader);
        var answer = await writer.GetFromJsonAsync<JsonElement>("/newsroom/api/antiforgery");

        writer.DefaultRequestHeaders.Add(Doors.AntiforgeryHeader, answer.GetProperty("token").GetString());
        using var response = await writer.PostAsJsonAsync($"/newsroom/api/articles/{Guid.CreateVersion7(site.Clock.GetUtcNow())}/presence/left", new { tab = "a" });

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task Nobody_gets_one_without_signing_in()
    {
        await using var site = await TestSite.StartAsync();
        using var stranger = new HttpClient { BaseAddress = new Uri(site.Address) };

        using var response = await stranger.GetAsync(new Uri("/newsroom/api/antiforgery", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
