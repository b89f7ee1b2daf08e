namespace NewsSite.Web.Articles;

/// <summary>What kind of article it is. Readers see it as a label; structured data says it too.</summary>
public enum ArticleKind
{
    /// <summary>A report of what happened.</summary>
    News,

    /// <summary>A report with the writer's reading of it.</summary>
    Analysis,

    /// <summary>One writer's view.</summary>
    Opinion,

    /// <summary>A longer piece that is not tied to a day.</summary>
    Feature,

    /// <summary>Paid for by somebody else; the label goes wherever the article goes.</summary>
    Sponsored,
}

/// <summary>Where an article stands between the first word and the archive.</summary>
public enum ArticleState
{
    /// <summary>Seen only in the newsroom.</summary>
    Draft,

    /// <summary>Waiting for another person's eyes.</summary>
    InReview,

    /// <summary>Ready to be published.</summary>
    Approved,

    /// <summary>Waiting for its minute.</summary>
    Scheduled,

    /// <summary>Open to readers.</summary>
    Live,

    /// <summary>Taken back; its address answers 410.</summary>
    Withdrawn,
}

/// <summary>How comments on an article are moderated.</summary>
public enum CommentPolicy
{
    /// <summary>As the site's setting says.</summary>
    Site,

    /// <summary>Each comment is read before it appears.</summary>
    Pre,

    /// <summary>The first comment of a writer is read before it appears.</summary>
    FirstTime,

    /// <summary>Comments appear at once and are read afterwards.</summary>
    Post,

    /// <summary>No comments.</summary>
    Closed,
}
