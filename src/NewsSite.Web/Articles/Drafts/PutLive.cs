using NewsSite.Core.Content;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Which revision is to be shown to readers.</summary>
/// <param name="Revision">Its id; it must be the newest.</param>
public sealed record LiveRequest(Guid Revision);

/// <summary>Why an article is taken back.</summary>
/// <param name="Reason">In the words of whoever does it; null for no reason given.</param>
public sealed record BackToDraftRequest(string? Reason);

/// <summary>Where an article stands now.</summary>
/// <param name="State">Its state.</param>
/// <param name="Address">Its page for readers; null while they see none.</param>
/// <param name="PublishedAt">When it was first published; null while it never was.</param>
public sealed record LiveAnswer(ArticleState State, string? Address, DateTimeOffset? PublishedAt);

/// <summary>PUT and DELETE /newsroom/api/articles/{id}/live</summary>
internal static class PutLive
{
    public static void MapPutLive(this IEndpointRouteBuilder articles)
    {
        articles.MapPut("/{id:guid}/live", async (Guid id, LiveRequest request, Publication publication, DraftReader drafts, CancellationToken ct) =>
            Answer(await publication.GoLiveAsync(id, request.Revision, ct), drafts));
        articles.MapDelete("/{id:guid}/live", async (Guid id, [Microsoft.AspNetCore.Mvc.FromBody] BackToDraftRequest? request, Publication publication, DraftReader drafts, CancellationToken ct) =>
            Answer(await publication.BackToDraftAsync(id, Plain.Line(request?.Reason), ct), drafts));
    }

    private static IResult Answer(PublicationOutcome outcome, DraftReader drafts) => outcome switch
    {
        PublicationOutcome.Done(var article) => TypedResults.Ok(new LiveAnswer(article.State, drafts.AddressOf(article), article.PublishedAt)),
        PublicationOutcome.NotNewest(var head) => DraftProblem.NotNewest(head),
        PublicationOutcome.Stopped(var issues) => DraftProblem.Refused(issues),
        _ => DraftProblem.NoArticle(),
    };
}
