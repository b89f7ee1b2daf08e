namespace NewsSite.Web.Bulletins;

/// <summary>What a reader can subscribe to.</summary>
internal enum WantedKind
{
    /// <summary>The whole bulletin, once a day.</summary>
    Daily,

    /// <summary>The bulletin with the stories of a topic.</summary>
    Topic,

    /// <summary>A mail when a story of a topic goes live.</summary>
    AlertTopic,

    /// <summary>A mail when a story in which a person speaks goes live.</summary>
    AlertPerson,
}

/// <summary>One thing that a reader wants by mail.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Slug of the topic or the person; empty for the whole bulletin.</param>
internal sealed record Wanted(WantedKind Kind, string Subject)
{
    public static readonly Wanted Daily = new(WantedKind.Daily, "");

    /// <summary>Whether it comes with the daily bulletin.</summary>
    public bool IsBulletin => Kind is WantedKind.Daily or WantedKind.Topic;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static Wanted? Parse(string? text) => text?.Split(':', 2) switch
    {
        ["daily"] => Daily,
        ["topic", { Length: > 0 } slug] => new(WantedKind.Topic, slug),
        ["alert-topic", { Length: > 0 } slug] => new(WantedKind.AlertTopic, slug),
        ["alert-person", { Length: > 0 } slug] => new(WantedKind.AlertPerson, slug),
        _ => null,
    };

    public override string ToString() => Kind switch
    {
        WantedKind.Daily => "daily",
        WantedKind.Topic => $"topic:{Subject}",
        WantedKind.AlertTopic => $"alert-topic:{Subject}",
        _ => $"alert-person:{Subject}",
    };
}
