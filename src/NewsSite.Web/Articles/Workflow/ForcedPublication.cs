namespace NewsSite.Web.Articles.Workflow;

/// <summary>A publication that nobody had approved. It stands in a list of its own until somebody else has looked at it.</summary>
public sealed class ForcedPublication
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The revision that went live.</summary>
    public required Guid RevisionId { get; init; }

    /// <summary>The account that did it.</summary>
    public required Guid ById { get; init; }

    /// <summary>Its name.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it could not wait.</summary>
    public required string Why { get; init; }

    /// <summary>When somebody else looked at it; null while nobody has.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Who did; null while nobody has.</summary>
    public string? ReviewedBy { get; private set; }

    /// <summary>Their account; null while nobody has.</summary>
    public Guid? ReviewedById { get; private set; }

    /// <summary>What they found; null while nobody has looked, or for nothing to say.</summary>
    public string? Finding { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Says that somebody has looked at it.</summary>
    public void Review(Guid byId, string by, DateTimeOffset at, string? finding)
    {
        (ReviewedById, ReviewedBy, ReviewedAt, Finding) = (byId, by, at, finding);
        Version++;
    }
}
