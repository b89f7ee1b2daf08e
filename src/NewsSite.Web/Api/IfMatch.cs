namespace NewsSite.Web.Api;

/// <summary>The revision that a program has read, as the header <c>If-Match</c> names it by its entity tag.</summary>
internal static class IfMatch
{
    /// <summary>Reads the header.</summary>
    /// <param name="request">The request.</param>
    /// <param name="revision">The revision's id.</param>
    /// <returns>The refusal; null when a revision is named.</returns>
    public static IResult? RefusalOf(HttpRequest request, out Guid revision)
    {
        revision = default;
        var given = request.Headers.IfMatch;
        if (given.Count == 0) return TypedResults.Problem("Say with the header If-Match which revision you have read: the ETag of the draft.", statusCode: StatusCodes.Status428PreconditionRequired, type: ApiProblem.TypeOf(StatusCodes.Status428PreconditionRequired));
        return given is [{ } tag] && tag.Length > 2 && tag[0] == '"' && tag[^1] == '"' && Guid.TryParseExact(tag[1..^1], "D", out revision) ? null : NoRevision();
    }

    /// <summary>412: what is named is no revision.</summary>
    public static IResult NoRevision() => TypedResults.Problem(
        "If-Match names no revision of this draft. It takes one ETag as the draft gave it, with its quotation marks; * would overwrite what you have not read.", statusCode: StatusCodes.Status412PreconditionFailed);

    /// <summary>The entity tag of a revision.</summary>
    public static string TagOf(Guid revision) => $"\"{revision:D}\"";
}
