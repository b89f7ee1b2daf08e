namespace NewsSite.Web.Newsroom.Forms;

/// <summary>A field of a form: label, hint, error and input, tied together for those who hear the page. Drawn by <c>FormField.cshtml</c>; its error is that of the model state under its name.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Label">What it is called.</param>
public sealed record FormField(string Name, string Label)
{
    /// <summary>Type of the input; also <c>textarea</c>, <c>select</c>, <c>checkbox</c>, <c>moment</c> (a day and a time, <see cref="FormMoment"/>) and <c>rows</c> (the same <see cref="Fields"/> several times).</summary>
    public string Type { get; init; } = "text";

    /// <summary>What is in it; null for nothing. A password is never put back.</summary>
    public string? Value { get; init; }

    /// <summary>What is in the whole form, for a field of several inputs; null when it has one.</summary>
    public FormValues? Values { get; init; }

    /// <summary>What browsers and password programs fill it with.</summary>
    public string Autocomplete { get; init; } = "off";

    /// <summary>What helps to fill it in; null for nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>The keyboard of a phone; null for the ordinary one.</summary>
    public string? InputMode { get; init; }

    /// <summary>Most characters; null for no limit of its own.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether the form may be sent without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the page opens with the cursor in it; one with an error always does.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Lines that a <c>textarea</c> shows.</summary>
    public int Lines { get; init; } = 4;

    /// <summary>The choices of a <c>select</c>, or words that are suggested for a line.</summary>
    public IReadOnlyList<FormChoice> Choices { get; init; } = [];

    /// <summary>Id of a list of <see cref="Choices"/> that stands elsewhere on the page; null when the field brings its own.</summary>
    public string? ListId { get; init; }

    /// <summary>The fields of each row of <c>rows</c>.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>What a row of <c>rows</c> is called, such as “role”.</summary>
    public string RowName { get; init; } = "row";

    /// <summary>How much of the line it takes: <c>half</c>, <c>third</c> or null for all.</summary>
    public string? Width { get; init; }

    /// <summary>The heading above it, where a new part of the form begins; null for none.</summary>
    public string? Heading { get; init; }

    /// <summary>Where a script asks for words to suggest, with what is typed at its end; null for nowhere.</summary>
    public string? SuggestFrom { get; init; }

    /// <summary>Path of a small form of the picture that is chosen in it; empty while none is, and null for a field that chooses no picture.</summary>
    public string? Thumb { get; init; }

    /// <summary>The field whose words a script makes this one's slug of while it is empty; null for none.</summary>
    public string? SlugOf { get; init; }

    /// <summary>What is there now, when somebody else has changed it while this form was open; null when they have not.</summary>
    public string? Theirs { get; init; }

    /// <summary>A password.</summary>
    public static FormField Password(string name, string label, bool isNew) => new(name, label) { Type = "password", Autocomplete = isNew ? "new-password" : "current-password" };
}

/// <summary>A choice of a field.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What people read.</param>
public sealed record FormChoice(string Value, string Text);
