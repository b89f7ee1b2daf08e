using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Workflow;

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

        /// <summary>Publication of words that another editor has approved; whatever the answer.</summary>
        public async Task<HttpResponseMessage> PutLiveAsync(TestSite site, Guid id, Guid revision)
        {
            await site.ApproveAsync(id, revision);
            return await who.ActAsync(HttpMethod.Put, id, "live", new { revision });
        }

        /// <summary>Publication, which must succeed, of words that another editor has approved.</summary>
        public async Task<StandingAnswer> GoLiveAsync(TestSite site, Guid id, Guid revision) => await ReadAsync<StandingAnswer>(await who.PutLiveAsync(site, id, revision));

        public async Task<StandingAnswer> BackToDraftAsync(Guid id, string? reason = null) => await who.DoAsync(HttpMethod.Delete, id, "live", new { reason });

        /// <summary>An act on an article, whatever the answer.</summary>
        public Task<HttpResponseMessage> ActAsync(HttpMethod method, Guid id, string act, object? body = null) =>
            who.SendAsync(new(method, PathOf(id, act)) { Content = body is null ? null : JsonContent.Create(body, options: Json) });

        /// <summary>An act on an article that must succeed.</summary>
        public async Task<StandingAnswer> DoAsync(HttpMethod method, Guid id, string act, object? body = null) => await ReadAsync<StandingAnswer>(await who.ActAsync(method, id, act, body));

        /// <summary>Why an act on an article is refused, in words.</summary>
        public async Task<string> RefusalAsync(HttpMethod method, Guid id, string act, object? body = null) =>
            (await ProblemAsync(await who.ActAsync(method, id, act, body), HttpStatusCode.UnprocessableEntity)).GetProperty("detail").GetString()!;

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

    extension(TestSite site)
    {
        /// <summary>Another editor's approval of a revision, straight into the database; once is enough.</summary>
        public Task ApproveAsync(Guid article, Guid revision) => site.InDbAsync(async db =>
        {
            if (await db.Approvals.AnyAsync(a => a.RevisionId == revision) || !await db.Articles.AnyAsync(a => a.Id == article)) return 0;
            var now = site.Clock.GetUtcNow();
            db.Add(new Approval { Id = Guid.CreateVersion7(now), ArticleId = article, RevisionId = revision, ById = Guid.CreateVersion7(now), By = "Another Editor", At = now, IsIndependent = true });
            return await db.SaveChangesAsync();
        });
    }

    public static Guid NewId(TestSite site) => Guid.CreateVersion7(site.Clock.GetUtcNow());
}
