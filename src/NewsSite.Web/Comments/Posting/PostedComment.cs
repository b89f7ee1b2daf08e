using System.Net.Mail;
using NewsSite.Core.Content;

namespace NewsSite.Web.Comments.Posting;

/// <summary>A comment as a reader sent it.</summary>
/// <param name="Name">The name to be shown; null for none.</param>
/// <param name="Email">The writer's address, never shown; null for none.</param>
/// <param name="Words">The words; null for none.</param>
/// <param name="Answers">The comment that is answered; null for a new thread.</param>
internal sealed record PostedComment(string? Name, string? Email, string? Words, Guid? Answers)
{
    public const int LongestEmail = 254;

    /// <summary>Whether the field that people do not see was filled in.</summary>
    public bool HasHoneypot { get; init; }

    /// <summary>The seal of the form; null where there was none.</summary>
    public string? Seal { get; init; }

    /// <summary>Whether it was sent by a form, which has a seal.</summary>
    public bool IsForm { get; init; }

    /// <summary>The address, as far as it is one, in lower case.</summary>
    public static string? EmailOf(string? typed) =>
        Plain.Line(typed) is { Length: <= LongestEmail } line && MailAddress.TryCreate(line, out var address) && address.Address == line && line.LastIndexOf('@') < line.LastIndexOf('.') && !line.EndsWith('.')
            ? line.ToLowerInvariant() : null;

    public PostedComment Clean() => this with { Name = Plain.Line(Name), Words = Plain.Text(Words) };

    /// <summary>What is wrong, by field; nothing when it will do. The comment is clean.</summary>
    public IReadOnlyDictionary<string, string> Faults()
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Name is null) faults["name"] = "Write the name that readers will see.";
        else if (Name.Length > Commenter.LongestName) faults["name"] = $"This has {Name.Length:n0} characters; at most {Commenter.LongestName} are taken.";
        if (EmailOf(Email) is null) faults["email"] = string.IsNullOrWhiteSpace(Email) ? "Write your e-mail address. It is never shown." : "This is no e-mail address; write one such as name@example.org.";
        if (string.IsNullOrEmpty(Words)) faults["words"] = "Write what you want to say.";
        else if (Words.Length > Comment.Longest) faults["words"] = $"This has {Words.Length:n0} characters; at most {Comment.Longest:n0} are taken.";
        return faults;
    }
}

/// <summary>What became of a comment that was sent.</summary>
internal abstract record Posted
{
    /// <summary>It is kept.</summary>
    public sealed record Kept(Comment Comment) : Posted;

    /// <summary>There is no such story that readers see.</summary>
    public sealed record NoStory : Posted;

    /// <summary>It will not do.</summary>
    public sealed record Faulty(IReadOnlyDictionary<string, string> Faults) : Posted;

    /// <summary>It is not taken: why, in a sentence.</summary>
    public sealed record TurnedAway(CommentReason Reason, string Message) : Posted;
}
