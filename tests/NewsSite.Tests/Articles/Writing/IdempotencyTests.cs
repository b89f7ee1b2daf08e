using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Articles;
using NewsSite.Web.Corrections;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Writing;

/// <summary>Requests that are sent again under the same key.</summary>
public sealed class IdempotencyTests : IAsyncLifetime
{
    private const string Replayed = "Idempotent-Replayed";
    private ADesk _desk = null!;
    private HttpClient _program = null!;

    private TestSite Site => _desk.Site;

    public async Task InitializeAsync()
    {
        _desk = await ADesk.OpenAsync();
        _program = await Site.ProgramAsync(Role.Editor, "Eddie Marks");
    }

    public async Task DisposeAsync()
    {
        _program.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task The_same_request_is_done_once_and_answered_alike()
    {
        using var first = await BeginAsync("k1");
        using var again = await BeginAsync("k1");
        using var other = await BeginAsync("k2");

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((first.Headers.Location, first.Headers.ETag, first.Content.Headers.ContentType), (again.Headers.Location, again.Headers.ETag, again.Content.Headers.ContentType));
        Assert.Equal((false, true), (first.Headers.Contains(Replayed), again.Headers.Contains(Replayed)));
        Assert.NotEqual(first.Headers.Location, other.Headers.Location);
        Assert.Equal(2, await StoriesAsync());
    }

    [Fact]
    public async Task A_key_stands_for_one_request_of_one_token_for_a_day()
    {
        using var stranger = await Site.ProgramAsync(Role.Editor, "Somebody Else");
        using var first = await BeginAsync("key");

        Assert.Contains("another request", await _program.RefusedAsync(422, HttpMethod.Post, Programs.Articles, null, ADesk.Story with { Headline = "Another" }, "key"), StringComparison.Ordinal);
        using var strangers = await stranger.CallAsync(HttpMethod.Post, Programs.Articles, ADesk.Story, key: "key");
        Site.Clock.Pass(TimeSpan.FromHours(23));
        using var later = await BeginAsync("key");
        Site.Clock.Pass(TimeSpan.FromHours(1));
        using var nextDay = await BeginAsync("key");

        Assert.Equal((false, true, false), (strangers.Headers.Contains(Replayed), later.Headers.Contains(Replayed), nextDay.Headers.Contains(Replayed)));
        Assert.Equal(1, await Site.InDbAsync(db => db.Set<AnsweredRequest>().CountAsync()));
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused() =>
        Assert.Contains("Idempotency-Key", await _program.RefusedAsync(400, HttpMethod.Post, Programs.Articles, null, ADesk.Story, new string('x', 201)), StringComparison.Ordinal);

    [Fact]
    public async Task Of_many_at_once_one_is_done()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => BeginAsync("key")));

        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Created || (a.StatusCode is HttpStatusCode.Conflict && a.Headers.RetryAfter is not null), a.StatusCode.ToString()));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Created && !a.Headers.Contains(Replayed));
        Assert.Equal(1, await StoriesAsync());
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var (draft, tag) = await _program.BeginAsync(ADesk.Story);
        await _program.RefusedAsync(422, HttpMethod.Post, draft + "/approve", tag, null, "key");
        await _program.DoneAsync(HttpMethod.Post, draft + "/submit", tag);

        using var answer = await _program.CallAsync(HttpMethod.Post, draft + "/approve", null, tag, "key");
        using var again = await _program.CallAsync(HttpMethod.Post, draft + "/approve", null, tag, "key");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, again.StatusCode));
        Assert.Equal((false, true), (answer.Headers.Contains(Replayed), again.Headers.Contains(Replayed)));
    }

    [Fact]
    public async Task What_was_cut_off_after_it_was_done_is_not_done_twice()
    {
        var (live, _) = await _desk.LiveAsync();
        object correction = new { wrong = "It was built in 1896.", right = "It was built in 1869." };
        var corrections = $"/api/v1/drafts/{live}/corrections";
        using var begun = await BeginAsync("story");
        using var corrected = await _program.CallAsync(HttpMethod.Post, corrections, correction, key: "correction");
        var stories = await StoriesAsync();

        await Site.InDbAsync(db => db.Set<AnsweredRequest>().ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, (int?)null).SetProperty(r => r.Body, (string?)null))); // as if the program had stopped
        await _program.RefusedAsync(409, HttpMethod.Post, Programs.Articles, null, ADesk.Story, "story");
        Site.Clock.Pass(TimeSpan.FromMinutes(6));
        using var begunAgain = await BeginAsync("story");
        using var correctedAgain = await _program.CallAsync(HttpMethod.Post, corrections, correction, key: "correction");

        Assert.Equal((begun.Headers.Location, begun.Headers.ETag), (begunAgain.Headers.Location, begunAgain.Headers.ETag));
        Assert.Equal(HttpStatusCode.Created, correctedAgain.StatusCode);
        Assert.Equal(stories, await StoriesAsync());
        Assert.Equal(1, await Site.InDbAsync(db => db.Corrections.CountAsync()));
    }

    private Task<HttpResponseMessage> BeginAsync(string key) => _program.CallAsync(HttpMethod.Post, Programs.Articles, ADesk.Story, key: key);

    private Task<int> StoriesAsync() => Site.InDbAsync(db => db.Articles.CountAsync());
}
