namespace NewsSite.Web.Comments.Deciding;

/// <summary>What became of a decision on a comment.</summary>
public abstract record Decided
{
    /// <summary>It is as was wanted.</summary>
    /// <param name="Comment">The comment as it is now.</param>
    public sealed record Done(Comment Comment) : Decided;

    /// <summary>Somebody else was faster, or has it open.</summary>
    /// <param name="Message">Who did what, in a sentence.</param>
    /// <param name="State">Where it stands now.</param>
    /// <param name="Version">Its version now.</param>
    public sealed record Lost(string Message, CommentState State, int Version) : Decided;

    /// <summary>There is no such comment.</summary>
    public sealed record Absent : Decided;

    /// <summary>It cannot be done: why, in a sentence.</summary>
    public sealed record Refused(string Message) : Decided;

    /// <summary>What was given will not do, by field.</summary>
    public sealed record Faulty(IReadOnlyDictionary<string, string> Faults) : Decided;
}
