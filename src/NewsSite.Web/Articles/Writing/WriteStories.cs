using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Api;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Writing;

/// <summary>POST /api/v1/articles, GET and PUT /api/v1/drafts/{id}</summary>
internal static class WriteStories
{
    public const string Group = "Drafts";

    public static readonly ApiParameter<string?> Id = new()
    {
        Name = "id",
        Description = "The article's permanent id.",
        Expected = "a UUID",
        Example = DraftExamples.Draft.Id.ToString(),
        Schema = new() { Type = Microsoft.OpenApi.JsonSchemaType.String, Format = "uuid" },
        Read = static (string text, out string? value) => (value = text).Length > 0,
    };

    public static readonly ApiHeader Revision = new("If-Match", "The entity tag of the revision that you have read, as the draft gave it. Nothing is done to words that you have not read.", IfMatch.TagOf(DraftExamples.Draft.Revision!.Value), true);

    public static void MapWriteStories(this IEndpointRouteBuilder routes)
    {
        routes.MapApi("/articles", Group).MapPost("", BeginAsync)
            .WithName("beginStory").WithSummary("Begins a story")
            .WithDescription("The body is the content of the story; fields that are left out are empty. Readers see nothing of it before it is published.")
            .ForTokens(Permission.WriteStories).Repeatable().WithMetadata(new RequestSizeLimitAttribute(SaveDraft.MostBytes))
            .TakesJson("What the story holds. Each block has an id of your choice, 1 to 40 of a–z, 0–9 and hyphen.", DraftExamples.Draft.Content, partialName: "NewStory")
            .Succeeds<DraftDocument>(StatusCodes.Status201Created, "The story is begun; Location is its draft.", hasLocation: true).Shows(DraftExamples.Draft)
            .Says(StatusCodes.Status422UnprocessableEntity, "The content cannot be kept; issues says what is wrong, and where.");
        var drafts = routes.MapApi("/drafts", Group);
        drafts.MapGet("/{id:guid}", (Guid id, HttpContext http, WritingAnswers answers, CancellationToken ct) => answers.DraftAsync(id, http.Response, ct))
            .WithName("readDraft").WithSummary("Gives a story as the newsroom writes it")
            .WithDescription("The newest revision, whether or not readers see it, and where the story stands. The entity tag names the revision.")
            .Takes(Id).ForTokens(Permission.SeeAllStories).Produces<DraftDocument>().Shows(DraftExamples.Draft)
            .Says(StatusCodes.Status404NotFound, "There is no such story.");
        drafts.MapPut("/{id:guid}", SaveAsync)
            .WithName("saveDraft").WithSummary("Saves a story")
            .WithDescription("A new revision on top of the one that If-Match names. What others have saved since is merged in where they changed other blocks or fields; where you changed the same, nothing is saved, and the answer has both texts.")
            .Takes(Id).ForTokens(Permission.WriteStories).WithMetadata(Revision, new RequestSizeLimitAttribute(SaveDraft.MostBytes))
            .TakesJson("The whole content, every field of it: what is left out would be lost, so that it is refused.", DraftExamples.Draft.Content)
            .Produces<DraftDocument>().Shows(DraftExamples.Draft)
            .Says(StatusCodes.Status404NotFound, "There is no such story.")
            .Says(StatusCodes.Status409Conflict, "Somebody has changed the same; conflicts has both texts, and head the revision to go on from.")
            .Says(StatusCodes.Status412PreconditionFailed, "If-Match names no revision of this story.")
            .Says(StatusCodes.Status422UnprocessableEntity, "The content cannot be kept; issues says what is wrong, and where.")
            .Says(StatusCodes.Status428PreconditionRequired, "The header If-Match is missing.");
    }

    private static async Task<IResult> BeginAsync(HttpContext http, SentContent sent, DraftSaves saves, WritingAnswers answers, TimeProvider clock, CancellationToken ct)
    {
        var (content, refusal) = await sent.ReadAsync(http.Request, isNew: true, ct);
        return refusal ?? await answers.OfAsync(http.Response, await saves.RunAsync(http.ReservedId(clock).Id, new(null, content!, null, null), ct), isNew: true, ct);
    }

    private static async Task<IResult> SaveAsync(Guid id, HttpContext http, SentContent sent, DraftSaves saves, WritingAnswers answers, CancellationToken ct)
    {
        if (IfMatch.RefusalOf(http.Request, out var revision) is { } unmatched) return unmatched;
        var (content, refusal) = await sent.ReadAsync(http.Request, isNew: false, ct);
        return refusal ?? await answers.OfAsync(http.Response, await saves.RunAsync(id, new(revision, content!, null, null), ct), isNew: false, ct);
    }
}
