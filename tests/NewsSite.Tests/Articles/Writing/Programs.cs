using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Accounts;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Writing;

/// <summary>Programs with access tokens.</summary>
internal static class Programs
{
    public const string Articles = "/api/v1/articles";

    extension(TestSite site)
    {
        /// <summary>A token of an account.</summary>
        public Task<string> TokenAsync(Account owner, params TokenScope[] scopes) => site.InDbAsync(async db =>
        {
            var now = site.Clock.GetUtcNow();
            var token = AccessToken.Prefix + Secret.Make();
            db.Add(new AccessToken { Id = Guid.CreateVersion7(now), AccountId = owner.Id, Name = "Robot", Hash = Secret.HashOf(token), Scopes = [.. scopes.Select(s => s.ToString())], MadeAt = now, ExpiresAt = now.AddDays(30) });
            await db.SaveChangesAsync();
            return token;
        });

        /// <summary>A program of somebody's with every scope, or these.</summary>
        public async Task<HttpClient> ProgramAsync(Role role, string name, params TokenScope[] scopes) =>
            site.With(await site.TokenAsync(await site.MakeAccountAsync(role, name), scopes.Length == 0 ? Enum.GetValues<TokenScope>() : scopes));

        public HttpClient With(string token)
        {
            var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Address) };
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            return client;
        }
    }

    extension(HttpClient program)
    {
        /// <summary>A request with JSON, an entity tag and a key, where they are given.</summary>
        public Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, object? body = null, string? tag = null, string? key = null)
        {
            var request = new HttpRequestMessage(method, path);
            if (body is not null) request.Content = body as HttpContent ?? (body is string text ? new StringContent(text, Encoding.UTF8, "application/json") : JsonContent.Create(body, options: DraftClient.Json));
            request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > 1_000_000; // what is too large is refused before it is sent
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
            if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            return program.SendAsync(request);
        }

        /// <summary>A story, begun.</summary>
        public async Task<(string Path, string Tag)> BeginAsync(DraftContent content)
        {
            using var answer = await program.CallAsync(HttpMethod.Post, Articles, content);
            Assert.True(answer.StatusCode is System.Net.HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
            return (answer.Headers.Location!.AbsolutePath, answer.Headers.ETag!.Tag);
        }

        /// <summary>A request that must be answered 200; its JSON.</summary>
        public async Task<JsonNode> DoneAsync(HttpMethod method, string path, string tag, object? body = null)
        {
            using var answer = await program.CallAsync(method, path, body, tag);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is System.Net.HttpStatusCode.OK, $"{(int)answer.StatusCode} {text}");
            return JsonNode.Parse(text)!;
        }

        /// <summary>A request that must be refused; what is said.</summary>
        public async Task<string> RefusedAsync(int status, HttpMethod method, string path, string? tag = null, object? body = null, string? key = null)
        {
            using var answer = await program.CallAsync(method, path, body, tag, key);
            return (await DraftClient.ProblemAsync(answer, (System.Net.HttpStatusCode)status)).GetProperty("detail").GetString()!;
        }
    }

    public static ByteArrayContent Picture(byte[] bytes, string type = "image/png") => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
