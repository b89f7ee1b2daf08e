using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Sites;

/// <summary>The site's clock stands at Monday 4 May 2026, 10:00 in London.</summary>
public sealed class ReadTimeTests
{
    [Fact]
    public async Task Typed_words_are_answered_with_the_time_that_they_mean()
    {
        await using var site = await TestSite.StartAsync();
        using var journalist = await site.SignInAsync();

        var answer = await journalist.GetFromJsonAsync<JsonObject>("/newsroom/api/times?text=tomorrow%206am");

        Assert.Equal("""{"at":"2026-05-05 06:00","occurrence":null,"instant":"2026-05-05T06:00:00+01:00","spoken":"Tuesday 5 May 2026, 6:00 am","away":"tomorrow","isPast":false,"change":null}""", answer!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_time_that_comes_twice_is_answered_with_its_choices_until_one_is_chosen()
    {
        await using var site = await TestSite.StartAsync();
        using var journalist = await site.SignInAsync();

        var open = await journalist.GetFromJsonAsync<JsonObject>("/newsroom/api/times?at=2026-10-25%2001:30");
        var chosen = await journalist.GetFromJsonAsync<JsonObject>("/newsroom/api/times?at=2026-10-25%2001:30&occurrence=second");

        Assert.Null(open!["instant"]);
        Assert.Equal(("twice", "first", "second"), ((string?)open["change"]!["kind"], (string?)open["change"]!["choices"]![0]!["occurrence"], (string?)open["change"]!["choices"]![1]!["occurrence"]));
        Assert.Equal(("second", "2026-10-25T01:30:00+00:00"), ((string?)chosen!["occurrence"], (string?)chosen["instant"]));
    }

    [Theory]
    [InlineData("?text=5", HttpStatusCode.UnprocessableEntity, "5 am or 5 pm?")]
    [InlineData("?at=2026-10-25", HttpStatusCode.UnprocessableEntity, "expected a day and minute")]
    [InlineData("?at=0001-01-01%2000:00", HttpStatusCode.UnprocessableEntity, "expected a day and minute")]
    [InlineData("?at=2026-10-25%2001:30&occurrence=third", HttpStatusCode.BadRequest, "expected first or second")]
    [InlineData("", HttpStatusCode.BadRequest, "Give either")]
    public async Task What_is_not_understood_is_a_problem_in_words(string query, HttpStatusCode status, string words)
    {
        await using var site = await TestSite.StartAsync();
        using var journalist = await site.SignInAsync();

        var response = await journalist.GetAsync($"/newsroom/api/times{query}");

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(words, (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_do_not_write_stories_are_not_answered()
    {
        await using var site = await TestSite.StartAsync();
        using var moderator = await site.SignInAsync(Role.Moderator);

        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.GetAsync("/newsroom/api/times?text=noon")).StatusCode);
    }
}
