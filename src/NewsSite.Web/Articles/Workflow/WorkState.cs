namespace NewsSite.Web.Articles.Workflow;

/// <summary>Where the newest words of an article stand on their way to readers, whatever readers see meanwhile.</summary>
public enum WorkState
{
    /// <summary>Being written, or seen by readers already.</summary>
    Draft,

    /// <summary>Waiting for another person's eyes.</summary>
    InReview,

    /// <summary>Approved, to be published or scheduled.</summary>
    Approved,
}

/// <summary>Why an article is withdrawn; readers meet each in its own way.</summary>
public enum WithdrawalReason
{
    /// <summary>It should not have been published. Its address says so (410).</summary>
    PublishedInError,

    /// <summary>Another page takes its place; its address leads there (301).</summary>
    Superseded,

    /// <summary>The law or a court requires it. Its address says so (410) and no more.</summary>
    Legal,
}
