namespace NewsSite.Web.Comments;

/// <summary>Where a comment stands.</summary>
public enum CommentState
{
    /// <summary>Its writer has yet to confirm the e-mail address.</summary>
    Unconfirmed,

    /// <summary>Waits for a moderator.</summary>
    Pending,

    /// <summary>Readers see it.</summary>
    Approved,

    /// <summary>Taken from readers, or never shown, for a reason that its writer was told.</summary>
    Refused,

    /// <summary>Never shown, and nobody is told.</summary>
    Spam,
}
