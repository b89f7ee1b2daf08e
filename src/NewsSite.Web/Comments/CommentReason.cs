namespace NewsSite.Web.Comments;

/// <summary>Why a comment was decided on as it was: a fixed set.</summary>
public enum CommentReason
{
    /// <summary>Nothing speaks against it.</summary>
    NothingFound,

    /// <summary>Insults or threatens somebody.</summary>
    Abusive,

    /// <summary>Attacks people for what they are.</summary>
    Hateful,

    /// <summary>May break the law: defamation, contempt of court.</summary>
    Unlawful,

    /// <summary>Gives away private facts about somebody.</summary>
    PersonalDetails,

    /// <summary>Is not about the story.</summary>
    OffTopic,

    /// <summary>Sells something.</summary>
    Advertising,

    /// <summary>Says the same again.</summary>
    Repeated,

    /// <summary>Pretends to be somebody else.</summary>
    Impersonation,

    /// <summary>Cannot be understood.</summary>
    Unreadable,

    /// <summary>Filled in a field that people do not see.</summary>
    Honeypot,

    /// <summary>Was sent faster than anybody types.</summary>
    TooFast,

    /// <summary>Came after too many from the same network address.</summary>
    RateOfAddress,

    /// <summary>Came after too many from the same e-mail address.</summary>
    RateOfEmail,

    /// <summary>Holds several links.</summary>
    Links,

    /// <summary>The same text came several times.</summary>
    RepeatedText,

    /// <summary>Holds a blocked word.</summary>
    BlockedWord,

    /// <summary>Its writer is blocked.</summary>
    BlockedPerson,

    /// <summary>Its writer's first.</summary>
    FirstTime,

    /// <summary>Every comment on the story is read before it appears.</summary>
    ReadFirst,

    /// <summary>The story takes no comments.</summary>
    Closed,

    /// <summary>A reader reported it.</summary>
    Reported,

    /// <summary>Its writer appealed.</summary>
    Appealed,

    /// <summary>Its writer wished it.</summary>
    WriterAsked,
}

/// <summary>What reasons are called.</summary>
public static class CommentReasons
{
    private static readonly Dictionary<CommentReason, string> Texts = new()
    {
        [CommentReason.Abusive] = "It insults or threatens somebody",
        [CommentReason.Hateful] = "It attacks people for what they are",
        [CommentReason.Unlawful] = "It may break the law",
        [CommentReason.PersonalDetails] = "It gives away private facts about somebody",
        [CommentReason.OffTopic] = "It is not about the story",
        [CommentReason.Advertising] = "It advertises something",
        [CommentReason.Repeated] = "It says the same again",
        [CommentReason.Impersonation] = "It pretends to be somebody else",
        [CommentReason.Unreadable] = "It cannot be understood",
        [CommentReason.NothingFound] = "Nothing was found",
        [CommentReason.Honeypot] = "It filled in a field that people do not see",
        [CommentReason.TooFast] = "It was sent faster than anybody types",
        [CommentReason.RateOfAddress] = "Many came from the same network address",
        [CommentReason.RateOfEmail] = "Many came from the same e-mail address",
        [CommentReason.Links] = "It holds several links",
        [CommentReason.RepeatedText] = "The same text came several times",
        [CommentReason.BlockedWord] = "It holds a blocked word",
        [CommentReason.BlockedPerson] = "Its writer is blocked",
        [CommentReason.FirstTime] = "It is its writer’s first",
        [CommentReason.ReadFirst] = "Every comment on the story is read before it appears",
        [CommentReason.Closed] = "The story takes no comments",
        [CommentReason.Reported] = "A reader reported it",
        [CommentReason.Appealed] = "Its writer appealed",
        [CommentReason.WriterAsked] = "Its writer wished it",
    };

    /// <summary>The reasons for which a moderator refuses a comment and a reader reports one, in the order in which they are offered.</summary>
    public static IReadOnlyList<CommentReason> ForRefusal { get; } =
    [
        CommentReason.Abusive, CommentReason.Hateful, CommentReason.Unlawful, CommentReason.PersonalDetails, CommentReason.OffTopic,
        CommentReason.Advertising, CommentReason.Repeated, CommentReason.Impersonation, CommentReason.Unreadable,
    ];

    extension(CommentReason reason)
    {
        /// <summary>The reason as a clause that begins with a capital, without a full stop.</summary>
        public string Text => Texts[reason];
    }
}
