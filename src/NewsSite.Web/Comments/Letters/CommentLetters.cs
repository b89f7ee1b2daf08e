using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Letters;

/// <summary>The story that a mail is about.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
internal sealed record StoryOfLetter(string Slug, string Headline);

internal static class StoriesOfLetters
{
    extension(NewsDb db)
    {
        /// <summary>The story of a comment.</summary>
        public Task<StoryOfLetter> StoryOfAsync(Guid article, CancellationToken ct) =>
            db.Articles.AsNoTracking().Where(a => a.Id == article)
                .Select(a => new StoryOfLetter(a.Slug, db.Set<Revision>().Where(r => r.Id == a.LiveId).Select(r => r.Headline).FirstOrDefault() ?? a.Headline)).FirstAsync(ct);
    }
}

/// <summary>What mails to readers say.</summary>
internal sealed class CommentLetters(Site site, CommentLinks links)
{
    public static readonly TimeSpan ConfirmLife = TimeSpan.FromDays(7), AppealLife = TimeSpan.FromDays(30), HeldLife = TimeSpan.FromHours(24), StopLife = TimeSpan.FromDays(3650);

    public Letter Confirm(Commenter to, StoryOfLetter story) => new(to.Email, $"Confirm your comment on {Plain.Quoted(story.Headline)}", $"""
        Hello,

        somebody, we hope you, has written a comment on {Plain.Quoted(story.Headline)} with this e-mail address.

        Open this link, look at what was written, and press the button to confirm that it and the address are yours. You do so once; later comments need no link.
        {site.Address($"/comments/confirm/{links.Make(LinkKind.Confirm, to.Id.ToString(), ConfirmLife)}")}

        The link is good for seven days. If it was not you, do nothing: the comment will not appear.

        {Foot()}
        """); // without the name: it may be anybody's words, to an address that is not theirs

    public Letter Answered(Commenter to, Comment answer, StoryOfLetter story)
    {
        var stop = site.Address($"/comments/stop/{links.Make(LinkKind.Stop, to.Id.ToString(), StopLife)}");
        return new(to.Email, $"{answer.Name} answered you on {Plain.Quoted(story.Headline)}", $"""
            Hello {to.Name},

            {answer.Name}{(answer.Badge is { } badge ? $" ({badge}, {site.Name})" : "")} answered your comment on {Plain.Quoted(story.Headline)}:

            {Quoted(answer.Words)}

            Read it in its place: {PlaceOf(answer, story)}

            No more mails when somebody answers you: {stop}

            {Foot()}
            """)
        {
            ToName = to.Name,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["List-Unsubscribe"] = $"<{stop}>", ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click" },
        };
    }

    public Letter Refused(Commenter to, Comment comment, StoryOfLetter story, CommentReason reason, string? sentence, bool mayAppeal) => new(to.Email, $"Your comment on {Plain.Quoted(story.Headline)} was not published", $"""
        Hello {to.Name},

        a moderator has read your comment on {Plain.Quoted(story.Headline)} and decided that readers will not see it.

        Reason: {reason.Text}.
        {(sentence is null ? "" : sentence + "\n")}
        This is what you wrote:

        {Quoted(comment.Words)}

        {(mayAppeal ? $"If you think that this was wrong, you can appeal once, within 30 days; another moderator decides:\n{site.Address($"/comments/appeal/{links.Make(LinkKind.Appeal, comment.Id.ToString(), AppealLife)}")}" : "You have appealed once, and another moderator has decided; there is no further appeal.")}

        {Foot()}
        """)
    { ToName = to.Name };

    public Letter AppealUpheld(Commenter to, Comment comment, StoryOfLetter story) => new(to.Email, $"Your appeal was right: your comment on {Plain.Quoted(story.Headline)} is published", $"""
        Hello {to.Name},

        another moderator has read your appeal and your comment on {Plain.Quoted(story.Headline)}. Readers see it now:
        {PlaceOf(comment, story)}

        {Foot()}
        """)
    { ToName = to.Name };

    public Letter Kept(Commenter to, Comment comment, StoryOfLetter story) => new(to.Email, $"Your comment on {Plain.Quoted(story.Headline)} was reported and stays", $"""
        Hello {to.Name},

        a reader reported your comment on {Plain.Quoted(story.Headline)}. A moderator has read it and found nothing that speaks against it: it stays.
        {PlaceOf(comment, story)}

        {Foot()}
        """)
    { ToName = to.Name };

    public Letter Reported(string to, Comment comment, StoryOfLetter story, bool isUpheld) => new(to, $"Your report of a comment on {Plain.Quoted(story.Headline)}", $"""
        Hello,

        you reported a comment on {Plain.Quoted(story.Headline)}. A moderator has read it and decided {(isUpheld ? "to take it from readers. Thank you for telling us." : "that it stays: it is within our rules.")}
        {(isUpheld ? "" : PlaceOf(comment, story))}

        {Foot()}
        """);

    public Letter ReportedIsGone(string to, StoryOfLetter story) => new(to, $"Your report of a comment on {Plain.Quoted(story.Headline)}", $"""
        Hello,

        you reported a comment on {Plain.Quoted(story.Headline)}. Its writer has had it erased, so readers do not see it any more.

        {Foot()}
        """);

    public Letter Held(string to) => new(to, $"What {site.Name} holds about you", $"""
        Hello,

        somebody, we hope you, asked for what {site.Name} holds about this e-mail address. Open this link to read it, to take a copy, and to have it erased if you wish:
        {site.Address($"/comments/yours/{links.Make(LinkKind.Held, to, HeldLife)}")}

        The link is good for one day. If it was not you, do nothing.

        {Foot()}
        """);

    private string PlaceOf(Comment comment, StoryOfLetter story) => site.Address($"/news/{story.Slug}/comments/{comment.Id}");

    private string Foot() => $"{site.Name}\n{site.Address("/")}";

    private static string Quoted(string words) => string.Join('\n', words.Split('\n').Select(line => $"> {line}"));
}
