using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NewsSite.Web.Api;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Tokens;

/// <summary>
/// A program that does not know whether its request arrived sends it again with the same <c>Idempotency-Key</c>: it is done once, and answered alike each time.
/// Holds for every POST of the API that wants a token. Refusals are not kept, for they did nothing.
/// </summary>
internal sealed class IdempotencyKeys(RequestDelegate next, AnswerBook book)
{
    public async Task InvokeAsync(HttpContext http, ICurrentAccount who)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>() is null || who.Token is not { } token || http.Request.Headers[ApiRepeats.Key] is not { Count: > 0 } given)
        {
            await next(http);
            return;
        }
        if (given is not [{ Length: > 0 and <= ApiRepeats.LongestKey } key] || !Ascii.IsValid(key))
        {
            await Problem(ApiRepeats.NoKey, StatusCodes.Status400BadRequest).ExecuteAsync(http);
            return;
        }
        switch (await book.TakeAsync(token.Id, key, await HashAsync(http.Request, http.RequestAborted), http.RequestAborted))
        {
            case KeyOutcome.Do(var row, var isResumed):
                await DoAsync(http, row, isResumed);
                break;
            case KeyOutcome.Done(var row):
                await RepeatAsync(http.Response, row);
                break;
            case KeyOutcome.Busy:
                http.Response.Headers.RetryAfter = "1";
                await Problem(ApiRepeats.Busy, StatusCodes.Status409Conflict).ExecuteAsync(http);
                break;
            default:
                await Problem($"This {ApiRepeats.Key} was sent with another request. Use a new key for each request, and an old one only to repeat the same request.", StatusCodes.Status422UnprocessableEntity).ExecuteAsync(http);
                break;
        }
    }

    private async Task DoAsync(HttpContext http, AnsweredRequest row, bool isResumed)
    {
        http.RequestAborted = CancellationToken.None; // whatever was begun comes to its end, whether or not anybody still listens
        http.Features.Set(new ReservedId(row.Reserved, isResumed ? row.MadeAt : null));
        var body = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        try
        {
            await next(http);
        }
        catch
        {
            await book.GiveBackAsync(row);
            throw;
        }
        finally
        {
            http.Response.Body = body;
        }
        var (status, headers) = (http.Response.StatusCode, http.Response.Headers);
        if (status is >= 200 and < 300) await book.AnswerAsync(row, status, headers.ETag, headers.Location, Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length));
        else if (status < 500) await book.ForgetAsync(row);
        else await book.GiveBackAsync(row);
        kept.Position = 0;
        await kept.CopyToAsync(body, CancellationToken.None);
    }

    private static async Task RepeatAsync(HttpResponse response, AnsweredRequest row)
    {
        response.StatusCode = row.Status!.Value;
        response.Headers[ApiRepeats.Replayed] = "true";
        if (row.EntityTag is not null) response.Headers.ETag = row.EntityTag;
        if (row.Location is not null) response.Headers.Location = row.Location;
        response.ContentType = "application/json; charset=utf-8";
        await response.WriteAsync(row.Body!);
    }

    private static async Task<string> HashAsync(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}\n{request.QueryString}\n{request.Headers[HeaderNames.IfMatch]}\n{request.ContentType}\n"));
        var buffer = new byte[81_920];
        while (await request.Body.ReadAsync(buffer, ct) is > 0 and var count) hash.AppendData(buffer, 0, count);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ProblemHttpResult Problem(string detail, int status) => TypedResults.Problem(detail, statusCode: status);
}

/// <summary>The id of what this request makes.</summary>
/// <param name="Id">A UUIDv7.</param>
/// <param name="BegunAt">When the request was first begun, if that is not now and nobody knows how far it came; null otherwise.</param>
internal sealed record ReservedId(Guid Id, DateTimeOffset? BegunAt);

internal static class IdempotencySetup
{
    /// <summary>Comes after the doors.</summary>
    public static IApplicationBuilder UseIdempotencyKeys(this IApplicationBuilder app) => app.UseMiddleware<IdempotencyKeys>();

    /// <summary>The id of what a request makes: that of its idempotency key, or a new one.</summary>
    public static ReservedId ReservedId(this HttpContext http, TimeProvider clock) => http.Features.Get<ReservedId>() ?? new(Guid.CreateVersion7(clock.GetUtcNow()), null);
}
