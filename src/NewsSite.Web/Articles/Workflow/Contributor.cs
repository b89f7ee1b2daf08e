namespace NewsSite.Web.Articles.Workflow;

/// <summary>Somebody who has written in an article.</summary>
public sealed class Contributor
{
    /// <summary>The article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When they last saved something of it.</summary>
    public required DateTimeOffset LastAt { get; set; }
}
