using Microsoft.Net.Http.Headers;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Api;

/// <summary>
/// What all answers below <c>/api</c> and <c>/openapi</c> have in common: any site's scripts may read what readers can (no credentials are needed for that, and none of a browser's are ever taken),
/// and whatever goes wrong is told as problem details, also where no endpoint is.
/// </summary>
internal sealed partial class ApiAnswers(RequestDelegate next, ILogger<ApiAnswers> log)
{
    private const string Reads = "GET, HEAD, OPTIONS";
    private const string DayOfSeconds = "86400";

    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.IsForApi())
        {
            await next(http);
            return;
        }
        Open(http.Response.Headers);
        if (HttpMethods.IsOptions(http.Request.Method) && http.Request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod)) Preflight(http.Response);
        else await AnswerAsync(http);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var response = http.Response;
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException e) when (!response.HasStarted)
        {
            Restart(response, e.StatusCode);
        }
        catch (Exception e) when (!response.HasStarted && Races.IsBusy(e))
        {
            Restart(response, StatusCodes.Status503ServiceUnavailable);
            response.Headers.RetryAfter = "2";
        }
        catch (Exception e) when (!response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Failed(log, http.Request.Path, e);
            Restart(response, StatusCodes.Status500InternalServerError);
        }
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null) return;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed && CompleteAllow(http)) return;
        await ApiProblem.Of(response.StatusCode).ExecuteAsync(http);
    }

    // Routing names only what was mapped; HEAD and OPTIONS are answered wherever GET is.
    private static bool CompleteAllow(HttpContext http)
    {
        var allow = http.Response.Headers.Allow.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] implied = allow.Contains(HttpMethods.Get) ? [HttpMethods.Head, HttpMethods.Options] : [HttpMethods.Options];
        http.Response.Headers.Allow = string.Join(", ", allow.Union(implied));
        if (!HttpMethods.IsOptions(http.Request.Method)) return false;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }

    private static void Preflight(HttpResponse response)
    {
        SecurityHeaders.AddTo(response.HttpContext);
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = Reads;
        response.Headers.AccessControlAllowHeaders = "Accept, If-None-Match";
        response.Headers.AccessControlMaxAge = DayOfSeconds;
    }

    private static void Open(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Link";
    }

    private static void Restart(HttpResponse response, int status)
    {
        response.Clear();
        SecurityHeaders.AddTo(response.HttpContext);
        Open(response.Headers);
        response.StatusCode = status;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The API failed at {Path}")]
    private static partial void Failed(ILogger log, string path, Exception e);
}
