using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Tests.Articles.Drafts;

/// <summary>What an editor's window asks of the program.</summary>
internal static class DraftClient
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static string PathOf(Guid id, string what = "draft") => $"/newsroom/api/articles/{id}/{what}";

    extension(HttpClient who)
    {
        /// <summary>A save, whatever the answer.</summary>
        public Task<HttpResponseMessage> PutDraftAsync(Guid id, Guid? start, DraftContent content, string? reason = null, string? tab = null) =>
            who.PutAsJsonAsync(PathOf(id), new { @base = start, content, reason, tab }, Json);

        /// <summary>A save that must be kept.</summary>
        public async Task<SavedAnswer> SaveAsync(Guid id, Guid? start, DraftContent content, string? reason = null, string? tab = null) =>
            await ReadAsync<SavedAnswer>(await who.PutDraftAsync(id, start, content, reason, tab));

        public async Task<DraftAnswer> OpenAsync(Guid id) => await ReadAsync<DraftAnswer>(await who.GetAsync(PathOf(id)));

        public Task<HttpResponseMessage> PutLiveAsync(Guid id, Guid revision) => who.PutAsJsonAsync(PathOf(id, "live"), new { revision });

        public async Task<LiveAnswer> GoLiveAsync(Guid id, Guid revision) => await ReadAsync<LiveAnswer>(await who.PutLiveAsync(id, revision));

        public async Task<LiveAnswer> BackToDraftAsync(Guid id, string? reason = null) =>
            await ReadAsync<LiveAnswer>(await who.SendAsync(new(HttpMethod.Delete, PathOf(id, "live")) { Content = JsonContent.Create(new { reason }) }));

        public Task<HttpResponseMessage> PutSlugAsync(Guid id, string slug) => who.PutAsJsonAsync(PathOf(id, "slug"), new { slug });
    }

    /// <summary>The body of an answer that must be 200.</summary>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<T>(text, Json)!;
    }

    /// <summary>The body of an answer that must be problem details with this status.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static Guid NewId(TestSite site) => Guid.CreateVersion7(site.Clock.GetUtcNow());
}
