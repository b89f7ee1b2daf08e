using NewsSite.Web.Themes;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>A topic that can be chosen.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsChosen">Whether it is ticked.</param>
public sealed record TopicChoice(string Value, string Name, bool IsChosen);

/// <summary>The form by which readers ask for mails.</summary>
public sealed record SignUpForm
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The line under it.</summary>
    public required string About { get; init; }

    /// <summary>The line under the field.</summary>
    public required string Hint { get; init; }

    /// <summary>Path of the page that it stands on, kept as proof.</summary>
    public required string Page { get; init; }

    /// <summary>The one thing that is asked for, such as <c>alert-topic:coast</c>; null where readers choose.</summary>
    public string? Only { get; init; }

    /// <summary>Topics to choose from in place of the whole bulletin; none for none.</summary>
    public IReadOnlyList<TopicChoice> Topics { get; init; } = [];

    /// <summary>The address as it was typed; null for none.</summary>
    public string? Email { get; init; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? EmailFault { get; init; }

    /// <summary>What is wrong as a whole; null for nothing.</summary>
    public string? Fault { get; init; }
}

/// <summary>The page of the bulletin.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Rail">What other features put beside it.</param>
public sealed record SignUpView(SignUpForm Form, IReadOnlyList<SlotPart> Rail);
