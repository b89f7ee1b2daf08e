using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Newsroom;

/// <summary>Below <c>/newsroom/api</c> whatever goes wrong is told as problem details, in words that the editor can show.</summary>
internal sealed partial class NewsroomAnswers(RequestDelegate next, ILogger<NewsroomAnswers> log)
{
    public static bool Cover(HttpContext http) => http.Request.Path.StartsWithSegments("/newsroom/api", StringComparison.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext http)
    {
        if (!Cover(http))
        {
            await next(http);
            return;
        }
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            await TellAsync(http, e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "This is more than the site takes at once." : "The request could not be understood.");
        }
        catch (Exception e) when (!http.Response.HasStarted && Races.IsBusy(e))
        {
            http.Response.Clear();
            http.Response.Headers.RetryAfter = "2";
            await TellAsync(http, StatusCodes.Status503ServiceUnavailable, "The site is busy with a large piece of work, such as an import. Nothing is lost; try again in a moment.");
        }
        catch (Exception e) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Failed(log, http.Request.Path, e);
            http.Response.Clear();
            await TellAsync(http, StatusCodes.Status500InternalServerError, "Something failed here, not in what you did. It has been logged.");
        }
        if (http.Response.HasStarted || http.Response.StatusCode < 400 || http.Response.ContentType is not null) return;
        await TellAsync(http, http.Response.StatusCode, http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => "This address does not answer this method.",
            StatusCodes.Status415UnsupportedMediaType => "This address takes JSON.",
            _ => "The request could not be understood.",
        });
    }

    private static Task TellAsync(HttpContext http, int status, string detail)
    {
        SecurityHeaders.AddTo(http);
        Doors.KeepNoCopy(http.Response);
        ProblemHttpResult problem = TypedResults.Problem(detail, statusCode: status);
        return problem.ExecuteAsync(http);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed")]
    private static partial void Failed(ILogger log, string path, Exception e);
}
