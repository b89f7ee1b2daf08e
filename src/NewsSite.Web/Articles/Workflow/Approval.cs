using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Somebody's approval of exactly these words. Written once.</summary>
[WrittenOnce]
public sealed class Approval
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The revision that was approved.</summary>
    public required Guid RevisionId { get; init; }

    /// <summary>The account.</summary>
    public required Guid ById { get; init; }

    /// <summary>The name.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the approver neither began the story nor saved these words last.</summary>
    public required bool IsIndependent { get; init; }

    /// <summary>What the approver had to say; null for nothing.</summary>
    public string? Note { get; init; }
}
