namespace NewsSite.Web.Api;

/// <summary>Requests that may be sent again under a key, and are done once. Whoever knows tokens keeps the answers; here is what both that and the documentation say of them.</summary>
internal static class ApiRepeats
{
    public const string Key = "Idempotency-Key", Replayed = "Idempotent-Replayed";
    public const int LongestKey = 200;
    public const string Busy = "The same request is being done at this moment. Ask again in a second for its answer.";
    public static readonly string NoKey = $"{Key} is one key of up to {LongestKey} characters of ASCII, such as a UUID.";

    private static readonly ApiHeader Header = new(
        Key, $"A key of your choice, up to {LongestKey} characters, new for each request. Repeated with the same key within 24 hours, the request is not done again and has the same answer.",
        "8e03978e-40d5-43e8-bc93-6894a57f9324", false);

    /// <summary>Says that a request may be repeated under a key.</summary>
    public static RouteHandlerBuilder Repeatable(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(Header);

    /// <summary>Whether what an endpoint says of itself includes that.</summary>
    public static bool AreRepeatable(IEnumerable<object> metadata) => metadata.Contains(Header);
}
