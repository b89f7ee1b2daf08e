namespace NewsSite.Core.Fields;

/// <summary>How a field is edited, and what its value means.</summary>
public enum FieldControl
{
    /// <summary>One line of plain text.</summary>
    Line,

    /// <summary>Plain text in paragraphs; the value is a list of strings.</summary>
    Paragraphs,

    /// <summary>CommonMark without raw HTML.</summary>
    Markdown,

    /// <summary>A person of the register, by slug.</summary>
    Person,

    /// <summary>A cited document of the register, by slug.</summary>
    Source,

    /// <summary>A picture of the media library, by file name.</summary>
    Picture,

    /// <summary>An article of this site, by slug.</summary>
    Article,

    /// <summary>Articles of this site, by slug; the value is a list of strings.</summary>
    Articles,

    /// <summary>A web address.</summary>
    Address,

    /// <summary>A date that may lack its day or its month.</summary>
    PartialDate,

    /// <summary>One of the names of an enumeration.</summary>
    Choice,

    /// <summary>True or false.</summary>
    YesNo,

    /// <summary>A list of records with fields of their own.</summary>
    Items,
}

/// <summary>Describes a field of a block to the editor, the checks and the JSON Schema.</summary>
/// <param name="label">The name journalists see.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string label) : Attribute
{
    /// <summary>The name journalists see.</summary>
    public string Label { get; } = label;

    /// <summary>How it is edited.</summary>
    public FieldControl Control { get; init; } = FieldControl.Line;

    /// <summary>Publication stops while the field is empty.</summary>
    public bool Required { get; init; }

    /// <summary>Characters from which the writer is warned; 0 for no such limit. For a list it counts all its texts together.</summary>
    public int SoftLimit { get; init; }

    /// <summary>Characters above which publication stops; 0 for no such limit. For a list it counts all its texts together.</summary>
    public int HardLimit { get; init; }

    /// <summary>One sentence of help beside the field.</summary>
    public string? Help { get; init; }

    /// <summary>The field holds a name, or words that are not the journalist's own: no house style is held against them.</summary>
    public bool IsOthersWords { get; init; }
}
