using NewsSite.Core.Fields;

namespace NewsSite.Core.Content;

/// <summary>One item of a container's list: its text and the attributes in braces behind it.</summary>
public sealed class ContainerItem
{
    private readonly ContainerReader _owner;
    private readonly Dictionary<string, string> _attributes;

    private ContainerItem(string text, Dictionary<string, string> attributes, int line, ContainerReader owner)
    {
        (Text, Line, _attributes, _owner) = (text, line, attributes, owner);
    }

    /// <summary>The item's words.</summary>
    public string Text { get; }

    /// <summary>Its line in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The attribute's text; null when it is not given.</summary>
    public string? Optional(string name) => _attributes.GetValueOrDefault(name);

    /// <summary>The attribute's text; a fault and an empty text when it is missing.</summary>
    public string Required(string name)
    {
        if (Optional(name) is { } value) return value;
        Fault($"this item needs {{{name}=\"…\"}}.");
        return "";
    }

    /// <summary>A date as far as it is known; null when it is not given, a fault when it is no date.</summary>
    public PartialDate? Date(string name) => _owner.ParseDate(Optional(name), name, Line);

    /// <summary>One of the names of an enumeration, in kebab-case; null when it is not given, a fault when it is none of them.</summary>
    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum => _owner.ParseChoice<TEnum>(Optional(name), name, Line);

    /// <summary>Reports every attribute but these as a fault.</summary>
    public void Only(params ReadOnlySpan<string> names)
    {
        foreach (var name in _attributes.Keys)
            if (!names.Contains(name)) Fault($"an item here has no attribute “{name}”; it knows {string.Join(", ", names.ToArray())}.");
    }

    /// <summary>Reports a fault at this item.</summary>
    public void Fault(string message) => _owner.FaultAt(Line, message);

    internal static ContainerItem Read(string line, ContainerReader owner, int lineNumber)
    {
        var (text, braces) = Attributes.SplitOff(line.Trim());
        if (braces is null) return new(Attributes.UnescapeBrace(text), [], lineNumber, owner);
        if (Attributes.TryParse(braces, out _, out var attributes, out var wrong)) return new(Attributes.UnescapeBrace(text), attributes, lineNumber, owner);
        owner.FaultAt(lineNumber, wrong);
        return new(text, [], lineNumber, owner);
    }
}
