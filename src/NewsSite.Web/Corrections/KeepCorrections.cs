using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Corrections;

/// <summary>A correction as the newsroom's API gives it.</summary>
/// <param name="Slug">Its name.</param>
/// <param name="At">When it was made, with the site's offset.</param>
/// <param name="Made">The same as readers see it.</param>
/// <param name="Wrong">What was wrong.</param>
/// <param name="Right">What is right.</param>
/// <param name="AmendedAt">When its words were last changed; null for never.</param>
public sealed record CorrectionEntry(string Slug, DateTimeOffset At, string Made, string Wrong, string Right, DateTimeOffset? AmendedAt)
{
    internal static CorrectionEntry Of(Site site, Correction correction) => new(
        correction.Slug, site.Local(correction.At), site.Told(correction).Made.Text, correction.Wrong, correction.Right, correction.AmendedAt is { } at ? site.Local(at) : null);
}

/// <summary>Corrections of an article.</summary>
/// <param name="Items">The latest first.</param>
public sealed record CorrectionEntries(IReadOnlyList<CorrectionEntry> Items);

/// <summary>GET and POST /newsroom/api/articles/{id}/corrections, PUT …/corrections/{slug}. There is no DELETE: what readers were told stays, and is amended.</summary>
internal static class KeepCorrections
{
    public static void MapListCorrections(this IEndpointRouteBuilder articles) => articles.MapGet("/{id:guid}/corrections", async (Guid id, NewsDb db, Site site, CancellationToken ct) =>
    {
        var found = await db.Corrections.AsNoTracking().Where(c => c.ArticleId == id).OrderByDescending(c => c.At).ToListAsync(ct);
        return TypedResults.Ok(new CorrectionEntries([.. found.Select(c => CorrectionEntry.Of(site, c))]));
    });

    public static void MapKeepCorrections(this IEndpointRouteBuilder articles)
    {
        articles.MapPost("/{id:guid}/corrections", async (Guid id, CorrectionWords words, CorrectionBook book, Site site, CancellationToken ct) =>
            Answer(site, id, await book.AddAsync(id, words, ct), isNew: true));
        articles.MapPut("/{id:guid}/corrections/{slug}", async (Guid id, string slug, CorrectionWords words, CorrectionBook book, Site site, CancellationToken ct) =>
            Answer(site, id, await book.AmendAsync(id, slug, words, ct), isNew: false));
    }

    internal static IResult Answer(Site site, Guid article, CorrectionOutcome outcome, bool isNew, string? address = "/newsroom/api/articles") => outcome switch
    {
        CorrectionOutcome.Done done when isNew => TypedResults.Created(address is null ? null : $"{address}/{article}/corrections/{done.Correction.Slug}", CorrectionEntry.Of(site, done.Correction)),
        CorrectionOutcome.Done done => TypedResults.Ok(CorrectionEntry.Of(site, done.Correction)),
        CorrectionOutcome.Absent absent => TypedResults.Problem(absent.Message, statusCode: StatusCodes.Status404NotFound),
        CorrectionOutcome.NotLive => TypedResults.Problem(NotLive, title: "There is nothing to correct yet", statusCode: StatusCodes.Status409Conflict),
        CorrectionOutcome.Faulty faulty => TypedResults.Problem(string.Join(' ', faulty.Faults.Values), title: "The correction is not complete", statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: [new("faults", faulty.Faults.ToDictionary(f => f.Key.ToLowerInvariant(), f => f.Value, StringComparer.Ordinal))]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal const string NotLive = "Readers cannot see this story. A correction tells them what was wrong in a live one; change a draft instead.";
}
