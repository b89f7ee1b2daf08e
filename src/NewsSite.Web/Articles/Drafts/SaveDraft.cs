using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.Checks;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>PUT /newsroom/api/articles/{id}/draft</summary>
internal static class SaveDraft
{
    internal const int MostBytes = 2 * 1024 * 1024;
    private const int LongestTab = 40;
    private const int LongestReason = 300;
    internal static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static void MapSaveDraft(this IEndpointRouteBuilder articles) =>
        articles.MapPut("/{id:guid}/draft", HandleAsync).WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, BlockCatalogue catalogue, KnownSlugs known, DraftSaves saves, StoryChecks checks, CancellationToken ct)
    {
        if (http.Request.ContentLength > MostBytes) return TooLarge();
        if (!http.Request.HasJsonContentType()) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        SaveRequest? request;
        List<StoryIssue> faults = [];
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, Strict, ct);
            request = Read(json.RootElement, catalogue, faults);
        }
        catch (JsonException)
        {
            return TypedResults.Problem("The request is no JSON.", statusCode: StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(); // its length was not told beforehand
        }
        if (faults.Count == 0) faults.AddRange(await known.FaultsOfAsync(request.Content, ct));
        return faults.Count > 0 ? DraftProblem.Refused(faults) : await AnswerAsync(await saves.RunAsync(id, request, ct), http, checks, ct);
    }

    private static async Task<IResult> AnswerAsync(SaveOutcome outcome, HttpContext http, StoryChecks checks, CancellationToken ct)
    {
        switch (outcome)
        {
            case SaveOutcome.Kept(var article, var head, var merged, var mergedOf):
                return TypedResults.Ok(new SavedAnswer(head.Id, head.SavedAt, article.Slug, article.State, article.Work, article.LiveId, merged, mergedOf, await checks.RunAsync(head, ct)));
            case SaveOutcome.Conflicting(var head, var merge):
                return DraftProblem.Conflicting(head, merge);
            case SaveOutcome.Refused(var field, var why):
                return DraftProblem.Refused([JsonFields.Fault(null, field, why)]);
            case SaveOutcome.NoArticle:
                return DraftProblem.NoArticle();
            default:
                http.Response.Headers.RetryAfter = "1";
                return TypedResults.Problem("Many people are saving this story at once. Nothing is lost; try again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static SaveRequest Read(JsonElement json, BlockCatalogue catalogue, List<StoryIssue> faults)
    {
        if (json.ValueKind is not JsonValueKind.Object || !IsText(json))
        {
            faults.Add(JsonFields.Fault(null, null, "The request is no object, or holds half a character."));
            return new(null, DraftContent.Empty, null, null);
        }
        foreach (var name in json.EnumerateObject().Select(p => p.Name).Except(["base", "content", "reason", "tab"], StringComparer.Ordinal))
            faults.Add(JsonFields.Fault(null, name, $"There is no field “{name}”."));
        var (content, wrong) = json.TryGetProperty("content", out var given) ? new ContentReader(catalogue).Read(given) : new ContentReader(catalogue).Read(default);
        faults.AddRange(wrong);
        if (!json.TryGetProperty("base", out _)) faults.Add(JsonFields.Fault(null, "base", "“base” is missing; it is null for a new story."));
        return new(BaseOf(json, faults), content, Short(json, "reason", LongestReason, faults), Short(json, "tab", LongestTab, faults));
    }

    private static Guid? BaseOf(JsonElement json, List<StoryIssue> faults)
    {
        if (!json.TryGetProperty("base", out var value) || value.ValueKind is JsonValueKind.Null) return null;
        if (value.ValueKind is JsonValueKind.String && value.TryGetGuid(out var id)) return id;
        faults.Add(JsonFields.Fault(null, "base", "“base” is no id of a revision."));
        return null;
    }

    private static string? Short(JsonElement json, string name, int longest, List<StoryIssue> faults)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return null;
        if (value.ValueKind is JsonValueKind.String && value.GetString() is { } text && text.Length <= longest) return Plain.Line(text);
        faults.Add(JsonFields.Fault(null, name, $"“{name}” is no text of up to {longest} characters."));
        return null;
    }

    // JSON can name half of a pair of UTF-16 units, which no database keeps.
    internal static bool IsText(JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString() is not null,
                JsonValueKind.Array => json.EnumerateArray().All(IsText),
                JsonValueKind.Object => json.EnumerateObject().All(p => p.Name is not null && IsText(p.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static ProblemHttpResult TooLarge() => TypedResults.Problem(
        "This story has more than 2 MB of text, the most that one story can have. Divide it into two.", statusCode: StatusCodes.Status413PayloadTooLarge);
}
