using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Newsroom;

/// <summary>Walks every door of the newsroom and of the write API, those that will be added later too.</summary>
public sealed partial class DoorTests
{
    private const int LeastDoors = 18, LeastDoorsForTokens = 13;

    // Doors that open without an account, and there are no others.
    private static readonly string[] Open =
    [
        "/api/v1/articles/{slug}/comments", "/newsroom/api/passkeys/request", "/newsroom/forgot", "/newsroom/invitation", "/newsroom/login", "/newsroom/login/code", "/newsroom/reset", "/newsroom/setup",
    ];

    [Fact]
    public async Task Every_door_says_who_may_enter()
    {
        await using var site = await TestSite.StartAsync();
        var doors = await DoorsOf(site);

        Assert.True(doors.Count >= LeastDoors, $"Only {doors.Count} doors found: the test looks in the wrong place.");
        Assert.True(doors.Count(d => d.IsForTokens) >= LeastDoorsForTokens, "The doors for programs are not walked.");
        Assert.Empty(doors.Where(d => d.Needs is null && d.Open is null).Select(d => $"{d.Method} {d.Pattern} says nothing"));
        Assert.Empty(doors.Where(d => d.Needs is not null && d.Open is not null).Select(d => $"{d.Method} {d.Pattern} says both"));
        Assert.Empty(doors.Where(d => d.Open is { Why.Length: < 10 }).Select(d => $"{d.Method} {d.Pattern} does not say why it is open"));
        Assert.Equal(Open, doors.Where(d => d.Open is not null).Select(d => d.Pattern).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_browser_keeps_a_copy_and_no_library_finds_fault_with_how_that_is_said()
    {
        await using var site = await TestSite.StartAsync();
        var said = new SaidInLog();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(said);
        using var ada = await site.SignInAsync();

        foreach (var path in new[] { "/newsroom/login", "/newsroom/articles", "/newsroom/account" })
        {
            using var answer = await (path == "/newsroom/login" ? site.Reader : ada).GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl?.NoStore));
        }

        Assert.Empty(said.Warnings);
    }

    [Fact]
    public async Task Nobody_enters_without_an_account()
    {
        await using var site = await TestSite.StartAsync();
        var faults = new List<string>();

        foreach (var door in (await DoorsOf(site)).Where(d => d.Needs is not null))
        {
            using var answer = await site.Reader.SendAsync(door.Request());
            var isRight = door.IsForPrograms ? answer.StatusCode is HttpStatusCode.Unauthorized
                : answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/newsroom/login?returnUrl=", StringComparison.Ordinal);
            if (!isRight) faults.Add($"{door}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(Role.Journalist)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Administrator)]
    public async Task Each_role_enters_by_the_doors_that_are_its_own_and_by_no_other(Role role)
    {
        await using var site = await TestSite.StartAsync();
        using var somebody = await site.SignInAsync(role);
        var faults = new List<string>();
        var tried = 0;

        foreach (var door in (await DoorsOf(site)).Where(d => d.Needs is not null && !d.IsForTokens))
        {
            using var answer = await somebody.SendAsync(door.Request());
            var isRefused = answer.StatusCode is HttpStatusCode.Forbidden;
            var isAsked = answer.StatusCode is HttpStatusCode.Unauthorized || answer.Headers.Location?.OriginalString.StartsWith("/newsroom/login", StringComparison.Ordinal) is true;
            if (isRefused == Permissions.Allow(role, door.Needs!.Permission) || isAsked || (int)answer.StatusCode >= 500) faults.Add($"{door}: {(int)answer.StatusCode}");
            tried++;
        }

        Assert.True(tried >= LeastDoors - Open.Length);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_door_that_does_not_exist_is_not_told_from_one_that_does_by_who_asks()
    {
        await using var site = await TestSite.StartAsync();

        using var page = await site.Reader.GetAsync("/newsroom/no-such-page");
        using var endpoint = await site.Reader.GetAsync("/newsroom/api/no-such-endpoint");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, endpoint.StatusCode);
    }

    [Fact]
    public async Task Newsroom_pages_are_kept_by_no_cache_and_indexed_by_no_search_engine()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();

        using var answer = await ada.GetAsync("/newsroom/account");

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag"));
    }

    private static async Task<IReadOnlyList<Door>> DoorsOf(TestSite site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            var (needs, open) = (endpoint.Metadata.GetMetadata<NeedsAttribute>(), endpoint.Metadata.GetMetadata<OpenAttribute>());
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                // Pages are compiled when they are first asked for, and say nothing before.
                var model = (await loader.LoadAsync(page, endpoint.Metadata)).ModelTypeInfo!;
                (needs, open) = (model.GetCustomAttribute<NeedsAttribute>(), model.GetCustomAttribute<OpenAttribute>());
            }
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : [HttpMethods.Get])
            {
                var isNewsroom = pattern.StartsWith("/newsroom", StringComparison.OrdinalIgnoreCase);
                var isWriting = pattern.StartsWith("/api", StringComparison.OrdinalIgnoreCase) && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method);
                if (isNewsroom || isWriting || needs is not null) doors.Add(new(method, pattern, needs, open));
            }
        }
        return doors;
    }

    private sealed partial record Door(string Method, string Pattern, NeedsAttribute? Needs, OpenAttribute? Open)
    {
        public bool IsForTokens => Pattern.StartsWith("/api/", StringComparison.OrdinalIgnoreCase);

        public bool IsForPrograms => IsForTokens || Pattern.StartsWith("/newsroom/api/", StringComparison.OrdinalIgnoreCase);

        public HttpRequestMessage Request() => new(new HttpMethod(Method), Parameter().Replace(Pattern, m => m.Value.Contains("guid", StringComparison.OrdinalIgnoreCase) ? "0197f3a0-0000-7000-8000-000000000001" : "0197f3a0-0000-7000-8000-000000000002"));

        public override string ToString() => $"{Method} {Pattern} ({Needs?.Permission})";

        [GeneratedRegex(@"\{[^}]+\}")]
        private static partial Regex Parameter();
    }
}
