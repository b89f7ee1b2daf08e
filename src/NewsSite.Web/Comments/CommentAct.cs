namespace NewsSite.Web.Comments;

/// <summary>What was done to a comment.</summary>
public enum CommentAct
{
    /// <summary>A step of moderation found something, or nothing.</summary>
    Checked,

    /// <summary>Its writer confirmed the address.</summary>
    Confirmed,

    /// <summary>A moderator showed it to readers, or left it there.</summary>
    Approved,

    /// <summary>A moderator refused it.</summary>
    Refused,

    /// <summary>A moderator called it spam.</summary>
    CalledSpam,

    /// <summary>A moderator took the last decision back.</summary>
    Undone,

    /// <summary>Somebody of the newsroom wrote it.</summary>
    Answered,

    /// <summary>A reader reported it.</summary>
    Reported,

    /// <summary>Its writer appealed.</summary>
    Appealed,

    /// <summary>Its writer had it erased.</summary>
    Erased,
}
