using NewsSite.Core.Blocks;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles;

/// <summary>One save of an article: every field that readers can see. Written once, never changed.</summary>
[WrittenOnce]
public sealed class Revision
{
    /// <summary>Its id (UUIDv7), so that ids sort by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The revision that the writer started from; null for the first.</summary>
    public Guid? BaseId { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Who saved it; "import" when content files brought it.</summary>
    public required string SavedBy { get; init; }

    /// <summary>The account that saved it; null when no person did, and for revisions from before this was kept.</summary>
    public Guid? SavedById { get; init; }

    /// <summary>Why, in the writer's words; null for no reason given.</summary>
    public string? Reason { get; init; }

    /// <summary>The window that held exactly this when it was saved, by the name it gave itself; null when none did: an import, or two people's changes put together.</summary>
    public string? Tab { get; init; }

    /// <summary>The kind of article.</summary>
    public required ArticleKind Kind { get; init; }

    /// <summary>The headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The sentence or two under the headline; null for none.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The headline for social cards; null when the headline serves.</summary>
    public string? SocialHeadline { get; init; }

    /// <summary>The description for search engines and social cards; null when the standfirst or first words serve.</summary>
    public string? SocialDescription { get; init; }

    /// <summary>Slugs of the authors, in the order of the byline; at least one.</summary>
    public required IReadOnlyList<string> Bylines { get; init; }

    /// <summary>Slugs of the topics, the main one first.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Slugs of the sources of the article as a whole, beyond those that its blocks cite.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The picture above the text; null for none.</summary>
    public LeadImage? LeadImage { get; init; }

    /// <summary>How comments are moderated.</summary>
    public required CommentPolicy Comments { get; init; }

    /// <summary>The blocks as JSON; read through the block catalogue.</summary>
    public required string Blocks { get; init; }
}

/// <summary>The picture above an article's text.</summary>
/// <param name="Media">Its file in the library.</param>
/// <param name="Purpose">What it is there for; null until it is chosen, which only a draft can be without.</param>
/// <param name="Alt">The description, when it is described; null otherwise.</param>
/// <param name="Caption">The caption; null for none.</param>
/// <param name="Credit">Whom to credit; null when the library's credit serves.</param>
public sealed record LeadImage(string Media, PicturePurpose? Purpose, string? Alt, string? Caption, string? Credit);

/// <summary>Something was done to an article as a whole: who, when, why, and where it stood before and after. Written once.</summary>
[WrittenOnce]
public sealed class StateChange
{
    /// <summary>Rises in time.</summary>
    public long Id { get; private init; }

    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The revision it is about; null when it is about none.</summary>
    public Guid? RevisionId { get; init; }

    /// <summary>What was done; null in rows from before this was kept, which all are publications, withdrawals or ways back to draft.</summary>
    public ArticleAct? Act { get; init; }

    /// <summary>What belongs to the act, such as the minute that was chosen; null for nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>The state before.</summary>
    public required ArticleState From { get; init; }

    /// <summary>The state after.</summary>
    public required ArticleState To { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; "import" for content files.</summary>
    public required string By { get; init; }

    /// <summary>The account; null when it is no person.</summary>
    public Guid? ById { get; init; }

    /// <summary>Why; null for no reason given.</summary>
    public string? Why { get; init; }
}
