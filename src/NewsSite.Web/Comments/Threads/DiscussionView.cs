using NewsSite.Web.Articles;

namespace NewsSite.Web.Comments.Threads;

/// <summary>What readers see under an article.</summary>
public sealed record DiscussionView : IStoryDiscussion
{
    private const int Few = 10;

    /// <summary>The article's slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>How many comments readers see of the article, answers among them.</summary>
    public required int Count { get; init; }

    /// <summary>The threads of this page, in their order.</summary>
    public required IReadOnlyList<ThreadView> Threads { get; init; }

    /// <summary>Whether the oldest thread comes first.</summary>
    public bool IsOldestFirst { get; init; }

    /// <summary>Number of this page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages there are, at least 1.</summary>
    public required int Pages { get; init; }

    /// <summary>The form; null when the article takes no comments.</summary>
    public CommentForm? Form { get; init; }

    /// <summary>Whether it stands under the article itself, rather than on a page of its own.</summary>
    public bool IsUnderArticle { get; init; }

    /// <summary>Address of the script that makes the form better; null for none.</summary>
    public string? Script { get; init; }

    /// <inheritdoc/>
    public int? OfPeople => Threads.Any(t => t.Top.IsExample || t.Answers.Any(a => a.IsExample)) ? null : Count;

    /// <inheritdoc/>
    public IEnumerable<DiscussedComment> Some => Threads.Select(t => t.Top).Where(c => c is { Html: not null, IsExample: false }).Take(Few).Select(c => new DiscussedComment(c.Path, c.Name, c.Words, c.At));

    /// <summary>The path of the discussion's own page.</summary>
    public string Path => $"/news/{Slug}/comments";

    /// <summary>Path of the page before; null on the first.</summary>
    public string? Previous => Page > 1 ? PathOf(Page - 1, IsOldestFirst) : null;

    /// <summary>Path of the page after; null on the last.</summary>
    public string? Next => Page < Pages ? PathOf(Page + 1, IsOldestFirst) : null;

    /// <summary>Path of the first page in the other order.</summary>
    public string Turned => PathOf(1, !IsOldestFirst);

    private string PathOf(int number, bool isOldestFirst) => (number, isOldestFirst) switch
    {
        (1, false) => Path,
        (1, true) => $"{Path}?order=oldest",
        (_, false) => $"{Path}?page={number}",
        _ => $"{Path}?order=oldest&page={number}",
    };
}

/// <summary>A thread: what began it, and its answers.</summary>
/// <param name="Top">What began it; without words when it was taken from readers but has answers.</param>
/// <param name="Answers">The first few, oldest first.</param>
/// <param name="Count">How many answers readers see in all.</param>
public sealed record ThreadView(CommentView Top, IReadOnlyList<CommentView> Answers, int Count);

/// <summary>A comment as readers see it.</summary>
public sealed record CommentView
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Slug of its article.</summary>
    public required string Slug { get; init; }

    /// <summary>The writer's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the writer is in the newsroom; null for a reader.</summary>
    public string? Badge { get; init; }

    /// <summary>Whether it was made up to show what a discussion looks like; its badge says so.</summary>
    public bool IsExample { get; init; }

    /// <summary>When it was written.</summary>
    public required MomentView At { get; init; }

    /// <summary>The words as they were written; empty when readers do not see them any more.</summary>
    public required string Words { get; init; }

    /// <summary>The words as safe HTML; null when readers do not see them any more.</summary>
    public string? Html { get; init; }

    /// <summary>The name of whom it answers; null for one that begins a thread.</summary>
    public string? AnswersName { get; init; }

    /// <summary>The comment that it answers; null for one that begins a thread.</summary>
    public Guid? AnswersId { get; init; }

    /// <summary>Whether it can be answered.</summary>
    public bool MayAnswer { get; init; }

    /// <summary>Whether it stands alone on a page that asks something about it.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The id of its element on the page.</summary>
    public string Anchor => $"comment-{Id}";

    /// <summary>The path that leads to it wherever it stands.</summary>
    public string Path => $"/news/{Slug}/comments/{Id}";
}

/// <summary>The form in which a comment is written, with what was typed.</summary>
public sealed record CommentForm
{
    /// <summary>Where it is sent.</summary>
    public required string Path { get; init; }

    /// <summary>When it was made, sealed.</summary>
    public required string Seal { get; init; }

    /// <summary>How comments are moderated.</summary>
    public CommentPolicy Mode { get; init; }

    /// <summary>The same in a sentence for readers.</summary>
    public string HowRead => Mode switch
    {
        CommentPolicy.Post => "Comments appear at once; moderators read them.",
        CommentPolicy.FirstTime => "A moderator reads your first comment before it appears; later ones appear at once.",
        _ => "A moderator reads comments before they appear.",
    };

    /// <summary>The comment that is answered; null for a new thread.</summary>
    public Guid? Answers { get; init; }

    /// <summary>Name and badge of somebody of the newsroom who is signed in and answers; null for readers.</summary>
    public string? Staff { get; init; }

    /// <summary>What was typed as the name.</summary>
    public string? Name { get; init; }

    /// <summary>What was typed as the e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>What was typed as the words.</summary>
    public string? Words { get; init; }

    /// <summary>What is wrong, by field; <c>form</c> for the whole.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Most characters of a comment.</summary>
    public int Longest => Comment.Longest;
}
