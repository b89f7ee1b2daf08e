namespace NewsSite.Web.Comments.Threads;

/// <summary>A plain page about a comment: what happens, and perhaps a question.</summary>
public sealed record AskView
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>Paragraphs.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The comment that it is about; null for none.</summary>
    public CommentView? About { get; init; }

    /// <summary>The form of an answer to that comment; null for none.</summary>
    public CommentForm? Answer { get; init; }

    /// <summary>Everything that is held, for the page that shows it; null elsewhere.</summary>
    public string? Held { get; init; }

    /// <summary>Words of the button; null for no question.</summary>
    public string? Button { get; init; }

    /// <summary>What is asked.</summary>
    public IReadOnlyList<AskField> Fields { get; init; } = [];

    /// <summary>What can be ticked, all of it ticked at first.</summary>
    public IReadOnlyList<AskTick> Ticks { get; init; } = [];

    /// <summary>What is wrong as a whole; null for nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>Words of a link; null for none.</summary>
    public string? LinkText { get; init; }

    /// <summary>Where the link leads.</summary>
    public string? LinkPath { get; init; }
}

/// <summary>Something on such a page that can be ticked, with words that belong to it.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">What a tick sends.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Words">The words, as they were written.</param>
public sealed record AskTick(string Name, string Value, string Label, string Words);

/// <summary>A field of such a page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What it is called.</param>
public sealed record AskField(string Name, string Label)
{
    /// <summary>What is in it.</summary>
    public string? Value { get; init; }

    /// <summary>What helps to fill it in; null for nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether it has several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether it is an e-mail address.</summary>
    public bool IsEmail { get; init; }

    /// <summary>Most characters.</summary>
    public int Longest { get; init; } = 1_000;

    /// <summary>What can be chosen, value and words; none for free text.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; init; } = [];
}
