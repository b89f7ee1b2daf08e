using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles;

/// <content>The way of its newest words to readers: review, approval, the minute that was chosen, embargo.</content>
public sealed partial class Article
{
    /// <summary>Where the newest words stand on their way to readers.</summary>
    public WorkState Work { get; private set; }

    /// <summary>The revision that was approved, or the newest when it was sent for review; null while neither.</summary>
    public Guid? WorkRevisionId { get; private set; }

    /// <summary>When it came to stand there; null while it is being written.</summary>
    public DateTimeOffset? WorkAt { get; private set; }

    /// <summary>Who sent it for review; null while it is being written.</summary>
    public string? WorkBy { get; private set; }

    /// <summary>Their account; null while it is being written.</summary>
    public Guid? WorkById { get; private set; }

    /// <summary>The minute of publication that it waits for; null for none.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The same as chosen on the clock on the wall; null for none.</summary>
    public string? DueWall { get; private set; }

    /// <summary>What stood against it at that minute; null when nothing did, or the minute has not come.</summary>
    public string? DueFault { get; private set; }

    /// <summary>Until when nothing of it reaches readers; null for no embargo. It ends by itself.</summary>
    public DateTimeOffset? EmbargoUntil { get; private set; }

    /// <summary>The same as chosen on the clock on the wall; null for no embargo.</summary>
    public string? EmbargoWall { get; private set; }

    /// <summary>The day on which the calendar shows it until it is scheduled or live; null for none.</summary>
    public DateOnly? PlannedDay { get; private set; }

    /// <summary>Why it was withdrawn; null when it is not, or when content files did it.</summary>
    public WithdrawalReason? WithdrawnFor { get; private set; }

    /// <summary>What readers are told of the withdrawal; null for nothing beyond the reason.</summary>
    public string? WithdrawnNote { get; private set; }

    /// <summary>The page that took its place; null for none.</summary>
    public string? WithdrawnTo { get; private set; }

    /// <summary>Whether it is under embargo at an instant.</summary>
    public bool IsEmbargoed(DateTimeOffset now) => EmbargoUntil > now;

    /// <summary>Sends the newest words for review.</summary>
    public void Submit(Actor by, DateTimeOffset at) => Stand(WorkState.InReview, HeadId, by.Id, by.Name, at);

    /// <summary>The newest words are approved. Who sent them for review stays known.</summary>
    public void Approve(Guid revision, DateTimeOffset at) => Stand(WorkState.Approved, revision, WorkById, WorkBy, at);

    /// <summary>Review or approval has ended; the newest words are a draft.</summary>
    public void BackToWriting()
    {
        EndWork();
        Version++;
    }

    /// <summary>Waits for a minute to go live.</summary>
    public void Await(DateTimeOffset due, string wall)
    {
        (DueAt, DueWall, DueFault) = (due, wall, null);
        Settle();
        Version++;
    }

    /// <summary>Waits for no minute any more.</summary>
    public void AwaitNothing()
    {
        (DueAt, DueWall, DueFault) = (null, null, null);
        Settle();
        Version++;
    }

    /// <summary>Its minute came, and something stood against it.</summary>
    public void MissDue(string fault)
    {
        DueFault = fault;
        Version++;
    }

    /// <summary>Holds it back until a minute, or no longer.</summary>
    public void Embargo(DateTimeOffset? until, string? wall)
    {
        (EmbargoUntil, EmbargoWall) = (until, wall);
        Version++;
    }

    /// <summary>Gives it a day in the calendar, or frees it of it.</summary>
    public void PlanFor(DateOnly? day)
    {
        PlannedDay = day;
        Version++;
    }

    private void Stand(WorkState work, Guid? revision, Guid? byId, string? by, DateTimeOffset at)
    {
        (Work, WorkRevisionId, WorkById, WorkBy, WorkAt) = (work, revision, byId, by, at);
        Settle();
        Version++;
    }

    private void EndWork()
    {
        (Work, WorkRevisionId, WorkById, WorkBy, WorkAt) = (WorkState.Draft, null, null, null, null);
        Settle();
    }

    // What readers see decides first, then what is to come.
    private void Settle()
    {
        if (State is ArticleState.Live or ArticleState.Withdrawn) return;
        State = DueAt is not null ? ArticleState.Scheduled : Work switch
        {
            WorkState.InReview => ArticleState.InReview,
            WorkState.Approved => ArticleState.Approved,
            _ => ArticleState.Draft,
        };
    }
}
