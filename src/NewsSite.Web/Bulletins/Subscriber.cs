namespace NewsSite.Web.Bulletins;

/// <summary>A reader who asked for mails, known by their e-mail address alone. What can be erased of them is here and in <see cref="Subscription"/>.</summary>
internal sealed class Subscriber
{
    /// <summary>Its key, which stays in proofs and figures when the row is erased.</summary>
    public required Guid Id { get; init; }

    /// <summary>The address in lower case; one subscriber for each.</summary>
    public required string Email { get; init; }

    /// <summary>When they last asked for something, confirmed it or left.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>When they first proved that the address is theirs; null for not yet.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>When the address was found to take no mail; null while it does. Confirming it again ends that.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>How that was found, without the address; null while it takes mail.</summary>
    public string? StoppedWhy { get; set; }

    /// <summary>Rises with every change to what they want, so that a mail made before it is not sent.</summary>
    public int Version { get; set; }
}

/// <summary>Something that a reader wants and has confirmed.</summary>
internal sealed class Subscription
{
    /// <summary>Whose it is.</summary>
    public required Guid SubscriberId { get; init; }

    /// <summary>What it is.</summary>
    public required WantedKind Kind { get; init; }

    /// <summary>Slug of the topic or the person; empty for the whole bulletin.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was confirmed.</summary>
    public required DateTimeOffset At { get; init; }

    public Wanted Wanted => new(Kind, Subject);
}
