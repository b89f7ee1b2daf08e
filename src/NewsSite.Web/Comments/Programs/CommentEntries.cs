using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Programs;

/// <summary>A comment that readers see.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Address">Where readers find it, for good.</param>
/// <param name="Name">The writer's name.</param>
/// <param name="Badge">What the writer is in the newsroom; null for a reader.</param>
/// <param name="At">When it was written.</param>
/// <param name="Words">The words as Markdown: paragraphs, emphasis, links, quotations and lists.</param>
/// <param name="Html">The same as HTML that is safe to show.</param>
/// <param name="Answers">The comment that it answers; null for one that begins a thread.</param>
public sealed record CommentEntry(Guid Id, string Address, string Name, string? Badge, DateTimeOffset At, string Words, string Html, Guid? Answers)
{
    internal static CommentEntry? Of(Site site, CommentView comment) => comment.Html is { } html
        ? new(comment.Id, site.Address(comment.Path), comment.Name, comment.Badge, comment.At.Instant, comment.Words, html, comment.AnswersId) : null;
}

/// <summary>A thread.</summary>
/// <param name="Id">Its id: that of the comment which began it.</param>
/// <param name="Comment">What began it; null when it was taken from readers, but has answers.</param>
/// <param name="Answers">The first answers, oldest first.</param>
/// <param name="AnswersTotal">How many answers readers see in all.</param>
public sealed record CommentThread(Guid Id, CommentEntry? Comment, IReadOnlyList<CommentEntry> Answers, int AnswersTotal);

/// <summary>A comment that a program sends for a reader.</summary>
/// <param name="Name">The name to be shown, at most 60 characters.</param>
/// <param name="Email">The writer's e-mail address. It is never shown; a mail is sent there to confirm it, once.</param>
/// <param name="Words">The words as Markdown, at most 3,000 characters.</param>
/// <param name="Answers">The comment that it answers; null for a new thread.</param>
public sealed record CommentRequest(string? Name, string? Email, string? Words, Guid? Answers = null);

/// <summary>What happens next with a comment that was sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Next"><c>confirm</c>: its writer opens the link in the mail. <c>read</c>: a moderator reads it. <c>shown</c>: readers see it.</param>
/// <param name="Message">The same in words for its writer.</param>
public sealed record CommentReceipt(Guid Id, string Next, string Message);
