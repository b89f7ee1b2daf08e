namespace NewsSite.Web.Articles.Workflow;

/// <summary>Why an article is withdrawn, and what readers meet in its place.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Note">A sentence or two for readers; null for nothing beyond the reason.</param>
/// <param name="To">When it is superseded, the page that takes its place: a path of this site; null otherwise.</param>
public sealed record Withdrawal(WithdrawalReason Reason, string? Note, string? To)
{
    /// <summary>Characters of a note.</summary>
    public const int LongestNote = 500;

    /// <summary>What is wrong with it, in words; null when nothing is.</summary>
    /// <param name="slug">The article's own slug.</param>
    public string? FaultFor(string slug) => (Reason, To) switch
    {
        _ when Note is { Length: > LongestNote } => $"The note for readers has {Note.Length} characters; {LongestNote} is the most.",
        (WithdrawalReason.Superseded, null) => "Say which page takes its place; its old address will lead there.",
        (WithdrawalReason.Superseded, var to) when to == $"/news/{slug}" => "A story cannot take its own place. Choose another page.",
        (WithdrawalReason.Superseded, var to) when !IsOwnPath(to) => "The page that takes its place is one of this site, such as /news/the-new-story.",
        (not WithdrawalReason.Superseded, not null) => "Only a superseded story leads to another page.",
        _ => null,
    };

    // A path with two slashes, or with a backslash, is another site's address to a browser.
    private static bool IsOwnPath(string to) => to.Length is > 1 and <= 300 && to[0] == '/' && to[1] is not ('/' or '\\') && Uri.IsWellFormedUriString(to, UriKind.Relative);
}
