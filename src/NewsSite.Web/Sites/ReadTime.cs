using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsSite.Web.Sites;

/// <summary>GET /newsroom/api/times: what somebody's words for a time mean, or a time chosen on a calendar.</summary>
internal static class ReadTime
{
    public static void MapReadTime(this IEndpointRouteBuilder times) => times.MapGet("/", Handle);

    // Text is what was typed; at is "2026-10-25 01:30", with occurrence first or second where it comes twice.
    private static Results<Ok<TimeAnswer>, ProblemHttpResult> Handle(string? text, string? at, string? occurrence, Site site, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (text is not null == at is not null) return Problem("Give either text, which is what somebody typed, or at, which is a time such as 2026-10-25 01:30.", StatusCodes.Status400BadRequest);
        if (ChosenOf(occurrence) is not { } chosen) return Problem($"occurrence is “{occurrence}”; expected first or second.", StatusCodes.Status400BadRequest);
        if (text is not null)
        {
            return TimeWords.Read(text, now, site.Zone, site.Culture) switch
            {
                TimeReading.Understood read => TypedResults.Ok(TimeAnswer.Of(read.At, chosen.Value ?? read.Occurrence, now, site.Zone, site.Culture)),
                TimeReading.NotUnderstood not => Problem(not.Message, StatusCodes.Status422UnprocessableEntity),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        return WallTime.Parse(at!) is { Time: not null, Day.Year: >= TimeWords.FirstYear and <= TimeWords.LastYear } wall
            ? TypedResults.Ok(TimeAnswer.Of(wall, chosen.Value, now, site.Zone, site.Culture))
            : Problem($"at is “{at}”; expected a day and minute such as 2026-10-25 01:30.", StatusCodes.Status422UnprocessableEntity);
    }

    // Null for words that are neither.
    private static Chosen? ChosenOf(string? occurrence) => occurrence switch
    {
        null or "" => new(null),
        "first" => new(Occurrence.First),
        "second" => new(Occurrence.Second),
        _ => null,
    };

    private static ProblemHttpResult Problem(string detail, int status) => TypedResults.Problem(detail, title: "This is not a time yet", statusCode: status);

    private sealed record Chosen(Occurrence? Value);
}
