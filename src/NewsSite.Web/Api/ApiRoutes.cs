namespace NewsSite.Web.Api;

/// <summary>How features put their endpoints into the API.</summary>
internal static class ApiRoutes
{
    /// <summary>A group of endpoints below <c>/api/v1</c>.</summary>
    /// <param name="routes">The program's routes.</param>
    /// <param name="path">Such as <c>/articles</c>.</param>
    /// <param name="tag">The group's name in the documentation.</param>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string path, string tag) =>
        routes.MapGroup("/api/v1" + path).WithTags(tag);

    /// <summary>Says which parameters the endpoint reads, those of its path first.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params ApiParameter[] parameters) =>
        endpoint.WithMetadata(new ApiTakes(parameters));

    /// <summary>Shows what an answer looks like.</summary>
    public static RouteHandlerBuilder Shows(this RouteHandlerBuilder endpoint, object example) => endpoint.WithMetadata(new ApiExample(example));

    /// <summary>Says which other answer the endpoint gives, and when.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, int status, string when) => endpoint.WithMetadata(new ApiAnswer(status, when));
}

/// <summary>The parameters that an endpoint reads.</summary>
internal sealed record ApiTakes(IReadOnlyList<ApiParameter> Parameters);

/// <summary>An answer as the documentation shows it.</summary>
internal sealed record ApiExample(object Body);

/// <summary>An answer other than 200.</summary>
internal sealed record ApiAnswer(int Status, string When);
