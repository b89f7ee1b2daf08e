namespace NewsSite.Web.Accounts;

/// <summary>A field of a form: label, hint, error and input, tied together for those who hear the page. Drawn by <c>FormField.cshtml</c>; its error is that of the model state under its name.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Label">What it is called.</param>
public sealed record FormField(string Name, string Label)
{
    /// <summary>Type of the input.</summary>
    public string Type { get; init; } = "text";

    /// <summary>What is in it; null for nothing. A password is never put back.</summary>
    public string? Value { get; init; }

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

    /// <summary>A password.</summary>
    public static FormField Password(string name, string label, bool isNew) => new(name, label) { Type = "password", Autocomplete = isNew ? "new-password" : "current-password" };
}
