using NewsSite.Web.Articles;

namespace NewsSite.Web.Comments.Moderation;

/// <summary>What the steps are told of a comment before it is kept.</summary>
public sealed record CommentFacts
{
    /// <summary>How the article takes comments now; never <see cref="CommentPolicy.Site"/>.</summary>
    public required CommentPolicy Mode { get; init; }

    /// <summary>Whether the field that people do not see was filled in.</summary>
    public bool HasHoneypot { get; init; }

    /// <summary>Time from the making of the form to its sending; null where there is no form.</summary>
    public TimeSpan? Taken { get; init; }

    /// <summary>Comments from the same network address within <see cref="Steps.Lately"/>.</summary>
    public int FromAddress { get; init; }

    /// <summary>Comments from the same e-mail address within <see cref="Steps.Lately"/>.</summary>
    public int FromEmail { get; init; }

    /// <summary>Links in the words.</summary>
    public int Links { get; init; }

    /// <summary>Comments with the same text, by whomever, within a week.</summary>
    public int SameText { get; init; }

    /// <summary>The blocked word that it holds; null for none.</summary>
    public string? BlockedWord { get; init; }

    /// <summary>Whether its writer is blocked.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>How many of the writer's comments readers see.</summary>
    public int ApprovedBefore { get; init; }
}

/// <summary>What a step says of a comment.</summary>
public enum Weight
{
    /// <summary>Not kept; its writer is told at once.</summary>
    TurnAway,

    /// <summary>Kept as spam.</summary>
    Spam,

    /// <summary>Kept for a moderator to read.</summary>
    Hold,

    /// <summary>Nothing speaks against it.</summary>
    Pass,
}

/// <summary>A step's finding.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Weight">What follows from it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Sentence">The same with its figures; names no reader.</param>
public sealed record Finding(string Step, Weight Weight, CommentReason Reason, string Sentence);

/// <summary>What all steps together say.</summary>
/// <param name="Findings">In the order of the steps; never empty.</param>
public sealed record Verdict(IReadOnlyList<Finding> Findings)
{
    /// <summary>The finding by which it is turned away; null when it is kept.</summary>
    public Finding? TurnedAway => Findings.FirstOrDefault(f => f.Weight is Weight.TurnAway);

    /// <summary>Where the comment goes.</summary>
    public CommentState State =>
        Findings.Any(f => f.Weight is Weight.Spam) ? CommentState.Spam
        : Findings.Any(f => f.Weight is Weight.Hold) ? CommentState.Pending
        : CommentState.Approved;
}

/// <summary>
/// The steps of moderation, in their order, which is policy: what costs a reader nothing comes before what turns one away, what is certain before what is a guess,
/// and the article's own mode last, because it holds back what all others would let through. Every finding is kept, so that a moderator sees all of them.
/// </summary>
public static class Steps
{
    /// <summary>Time within which a rate is counted.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <summary>Nobody reads a form and writes a sentence in less.</summary>
    public static readonly TimeSpan LeastTaken = TimeSpan.FromSeconds(2);

    private const int MostFromAddress = 10; // a household, a school or a council's office has one address
    private const int MostFromEmail = 5;
    private const int MostLinks = 2;
    private const int MostSameText = 2;

    private static readonly (string Name, Func<CommentFacts, (Weight, CommentReason, string)?> Look)[] Ordered =
    [
        ("closed", f => f.Mode is CommentPolicy.Closed ? (Weight.TurnAway, CommentReason.Closed, "This story takes no comments any more.") : null),
        ("rate of address", f => f.FromAddress >= MostFromAddress ? (Weight.TurnAway, CommentReason.RateOfAddress, "Many comments have come from your connection in the last ten minutes. Wait a little and send it again.") : null),
        ("rate of e-mail", f => f.FromEmail >= MostFromEmail ? (Weight.TurnAway, CommentReason.RateOfEmail, "You have written several comments in the last ten minutes. Wait a little and send it again.") : null),
        ("honeypot", f => f.HasHoneypot ? (Weight.Spam, CommentReason.Honeypot, "A field that people do not see was filled in.") : null),
        ("timing", f => f.Taken < LeastTaken ? (Weight.Hold, CommentReason.TooFast, $"It was sent {f.Taken?.TotalSeconds:0} seconds after the form was made.") : null),
        ("blocked person", f => f.IsBlocked ? (Weight.Spam, CommentReason.BlockedPerson, "Its writer is blocked.") : null),
        ("links", f => f.Links > MostLinks ? (Weight.Hold, CommentReason.Links, $"It holds {f.Links} links.") : null),
        ("repeated text", f => f.SameText >= MostSameText ? (Weight.Spam, CommentReason.RepeatedText, $"The same text came {f.SameText} times before within a week.")
            : f.SameText > 0 ? (Weight.Hold, CommentReason.RepeatedText, "The same text came before within a week.") : null),
        ("blocked words", f => f.BlockedWord is { } word ? (Weight.Hold, CommentReason.BlockedWord, $"It holds “{word}”.") : null),
        ("first-time writer", f => f.Mode is CommentPolicy.FirstTime && f.ApprovedBefore == 0 ? (Weight.Hold, CommentReason.FirstTime, "Nothing that its writer wrote has been approved yet.") : null),
        ("mode", f => f.Mode is CommentPolicy.Pre ? (Weight.Hold, CommentReason.ReadFirst, "Comments on this story are read before they appear.") : (Weight.Pass, CommentReason.NothingFound, "Comments on this story appear before they are read.")),
    ];

    /// <summary>Asks every step; the first that turns the comment away ends it.</summary>
    public static Verdict Judge(CommentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var findings = new List<Finding>();
        foreach (var (name, look) in Ordered)
        {
            if (look(facts) is not var (weight, reason, sentence)) continue;
            findings.Add(new(name, weight, reason, sentence));
            if (weight is Weight.TurnAway) break;
        }
        return new(findings);
    }
}
