using System.Text;
using NewsSite.Core.Fields;

namespace NewsSite.Core.Content;

/// <summary>Writes one <c>:::</c> container. Null values are left out.</summary>
public sealed class ContainerWriter
{
    private readonly StringBuilder _attributes = new();
    private readonly List<string> _body = [];

    /// <summary>Adds an attribute.</summary>
    public ContainerWriter Attribute(string name, string? value)
    {
        Attributes.Append(_attributes, name, value);
        return this;
    }

    /// <summary>Adds a date.</summary>
    public ContainerWriter Attribute(string name, PartialDate? value) => Attribute(name, value?.ToString());

    /// <summary>Adds a choice in kebab-case.</summary>
    public ContainerWriter Choice<TEnum>(string name, TEnum? value)
        where TEnum : struct, Enum => Attribute(name, value is { } v ? Kebab.Of(v) : null);

    /// <summary>Adds paragraphs of plain text to the body.</summary>
    public ContainerWriter Paragraphs(IEnumerable<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            if (_body.Count > 0) _body.Add("");
            _body.Add(paragraph);
        }
        return this;
    }

    /// <summary>Adds the paragraphs before a list, as <see cref="ContainerReader.IntroAndItems"/> reads them.</summary>
    public ContainerWriter Intro(IEnumerable<string> paragraphs) =>
        Paragraphs(paragraphs.Select(p => p.TrimStart('\\').StartsWith("- ", StringComparison.Ordinal) ? "\\" + p : p));

    /// <summary>Adds text to the body as it stands.</summary>
    public ContainerWriter Text(string text)
    {
        if (text.Length > 0) _body.AddRange(text.Split('\n'));
        return this;
    }

    /// <summary>Adds an item of a list.</summary>
    /// <param name="text">Its words.</param>
    /// <param name="attributes">What stands in braces behind it; null values are left out.</param>
    public ContainerWriter Item(string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (_body.Count > 0 && !_body[^1].StartsWith("- ", StringComparison.Ordinal)) _body.Add("");
        var braces = new StringBuilder();
        foreach (var (name, value) in attributes) Attributes.Append(braces, name, value);
        _body.Add($"- {Attributes.EscapeBrace(text)}{(braces.Length > 0 ? $" {{{braces}}}" : "")}");
        return this;
    }

    internal bool IsEmpty => _body.Count == 0;

    internal void WriteProseTo(StringBuilder text, string? id)
    {
        if (id is not null) text.Append("{#").Append(id).Append("}\n");
        foreach (var line in _body) text.Append(ArticleText.Escape(line)).Append('\n');
    }

    internal void WriteTo(StringBuilder text, string type, string? id)
    {
        text.Append("::: ").Append(type);
        var inside = $"{(id is null ? "" : $"#{id}")}{(id is not null && _attributes.Length > 0 ? " " : "")}{_attributes}";
        if (inside.Length > 0) text.Append(" {").Append(inside).Append('}');
        text.Append('\n');
        foreach (var line in _body) text.Append(ArticleText.Escape(line)).Append('\n');
        text.Append(":::\n");
    }
}
