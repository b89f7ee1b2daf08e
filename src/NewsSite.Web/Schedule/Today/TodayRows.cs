using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Web.Schedule.Today;

/// <summary>A story that somebody has in hand.</summary>
/// <param name="Article">The article.</param>
/// <param name="Headline">Its newest headline; empty while there is none.</param>
/// <param name="State">Where the article stands.</param>
/// <param name="Work">Where its newest words stand.</param>
/// <param name="LastAt">When they last saved something of it.</param>
/// <param name="DueAt">When it goes live; null while nobody has chosen a minute.</param>
/// <param name="SentBack">Why it was sent back; null unless it was and nothing has happened since.</param>
internal sealed record MineRow(Guid Article, string Headline, ArticleState State, WorkState Work, DateTimeOffset LastAt, DateTimeOffset? DueAt, SentBackNote? SentBack);

/// <summary>A story that waits for another person's eyes.</summary>
/// <param name="Article">The article.</param>
/// <param name="Headline">Its newest headline.</param>
/// <param name="By">Who sent it for review.</param>
/// <param name="At">When.</param>
/// <param name="IsUpdate">Whether readers see an older revision.</param>
internal sealed record WaitingRow(Guid Article, string Headline, string? By, DateTimeOffset? At, bool IsUpdate);

/// <summary>Something that happens at its minute, or was refused then.</summary>
/// <param name="Timed">Its key.</param>
/// <param name="Article">The article.</param>
/// <param name="Headline">Its newest headline.</param>
/// <param name="Kind">What happens.</param>
/// <param name="DueAt">When.</param>
/// <param name="IsUpdate">Whether readers see the story already.</param>
/// <param name="MadeBy">Who chose the minute.</param>
/// <param name="Fault">What stood against it; null while it waits.</param>
internal sealed record TimedRow(Guid Timed, Guid Article, string Headline, TimedKind Kind, DateTimeOffset DueAt, bool IsUpdate, string MadeBy, string? Fault)
{
    /// <summary>What happens, or did not, in words.</summary>
    public string Words => (Kind, Fault, IsUpdate) switch
    {
        (TimedKind.Publish, not null, _) => "Did not go live",
        (_, not null, _) => "Was not withdrawn",
        (TimedKind.Publish, _, true) => "Update goes live",
        (TimedKind.Publish, _, _) => "Goes live",
        _ => "Is withdrawn",
    };
}

/// <summary>A story that readers see.</summary>
/// <param name="Article">The article.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its newest headline.</param>
/// <param name="At">When it was published.</param>
/// <param name="Wall">The same as it was chosen, a day or a day and minute.</param>
internal sealed record LiveRow(Guid Article, string Slug, string Headline, DateTimeOffset At, string? Wall);

/// <summary>A publication that nobody had approved.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Slug">The article's slug.</param>
/// <param name="Headline">Its newest headline.</param>
/// <param name="IsLive">Whether readers see it.</param>
/// <param name="IsOwn">Whether whoever looks published it, so that somebody else has to look at it.</param>
internal sealed record ForcedRow(ForcedPublication Publication, string Slug, string Headline, bool IsLive, bool IsOwn);
