namespace NewsSite.Web.Articles.Workflow;

/// <summary>What was done to an article as a whole, in the record and in the audit trail.</summary>
public enum ArticleAct
{
    /// <summary>Sent for review.</summary>
    Submitted,

    /// <summary>Taken back from review by those who wrote it.</summary>
    TakenBack,

    /// <summary>Given back with a note on what is missing.</summary>
    SentBack,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Approved by somebody who wrote in it; another person's approval is still needed.</summary>
    Countersigned,

    /// <summary>Its words changed after they had been approved, which ended the approval.</summary>
    ApprovalEnded,

    /// <summary>Shown to readers, for the first time or anew.</summary>
    Published,

    /// <summary>Shown to readers without approval.</summary>
    Forced,

    /// <summary>A publication without approval was looked at afterwards.</summary>
    ForceReviewed,

    /// <summary>A minute was chosen for publication.</summary>
    Scheduled,

    /// <summary>Publication at a chosen minute was given up.</summary>
    Unscheduled,

    /// <summary>A minute was chosen for withdrawal.</summary>
    WithdrawalScheduled,

    /// <summary>Withdrawal at a chosen minute was given up.</summary>
    WithdrawalUnscheduled,

    /// <summary>What was to happen at its minute was refused.</summary>
    ScheduleFailed,

    /// <summary>Taken from readers; its address says why.</summary>
    Withdrawn,

    /// <summary>Taken from readers to go on with.</summary>
    BackToDraft,

    /// <summary>Held back until a minute.</summary>
    Embargoed,

    /// <summary>Released before the minute until which it was to be held back.</summary>
    EmbargoLifted,

    /// <summary>Given a day in the calendar, or freed of it.</summary>
    Planned,
}
