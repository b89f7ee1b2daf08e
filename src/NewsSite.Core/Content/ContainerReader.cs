using NewsSite.Core.Fields;

namespace NewsSite.Core.Content;

/// <summary>A <c>:::</c> container of a content file, as a block type reads it. Attributes that nobody asks for are faults.</summary>
public sealed class ContainerReader
{
    private readonly Faults _faults;
    private readonly Dictionary<string, string> _attributes;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal ContainerReader(string type, string id, Dictionary<string, string> attributes, IReadOnlyList<string> body, int line, Faults faults)
    {
        (Type, Id, Body, Line, _attributes, _faults) = (type, id, body, line, attributes, faults);
    }

    /// <summary>The block type's name.</summary>
    public string Type { get; }

    /// <summary>The block's id.</summary>
    public string Id { get; }

    /// <summary>The lines between the fences, without the escapes that protect fences.</summary>
    public IReadOnlyList<string> Body { get; }

    /// <summary>Line of the opening fence in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The attribute's text; null when it is not given.</summary>
    public string? Optional(string name)
    {
        _asked.Add(name);
        return _attributes.GetValueOrDefault(name);
    }

    /// <summary>The attribute's text; a fault and an empty text when it is missing.</summary>
    public string Required(string name)
    {
        if (Optional(name) is { } value) return value;
        Fault($"“{Type}” needs {name}=\"…\".");
        return "";
    }

    /// <summary>A date as far as it is known; null when it is not given, a fault when it is no date.</summary>
    public PartialDate? Date(string name) => ParseDate(Optional(name), name, Line);

    /// <summary>One of the names of an enumeration, in kebab-case; null when it is not given, a fault when it is none of them.</summary>
    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum => ParseChoice<TEnum>(Optional(name), name, Line);

    /// <summary>"yes" or "no"; false when it is not given, a fault when it is neither.</summary>
    public bool YesNo(string name)
    {
        var text = Optional(name);
        if (text is not (null or "yes" or "no")) Fault($"{name} is “{text}”; expected yes or no.");
        return text == "yes";
    }

    /// <summary>The body as plain text, a paragraph each: blank lines separate, line breaks inside a paragraph are spaces.</summary>
    public IReadOnlyList<string> Paragraphs() => Content.Paragraphs.Of(Body);

    /// <summary>The body as it stands, without blank lines around it.</summary>
    public string Text() => ArticleText.Trimmed(Body);

    /// <summary>
    /// Splits the body into the paragraphs before its list and the list's items. An item is a line <c>- text {key="value"}</c>,
    /// with lines indented by two spaces belonging to it.
    /// </summary>
    public (IReadOnlyList<string> Intro, IReadOnlyList<ContainerItem> Items) IntroAndItems()
    {
        var first = Body.TakeWhile(l => !l.StartsWith("- ", StringComparison.Ordinal)).Count();
        var items = new List<ContainerItem>();
        for (var i = first; i < Body.Count;)
        {
            var start = i++;
            if (string.IsNullOrWhiteSpace(Body[start])) continue;
            if (!Body[start].StartsWith("- ", StringComparison.Ordinal))
            {
                Fault($"expected an item that begins with “- ”, found “{Short(Body[start])}”.", start);
                continue;
            }
            var text = Body[start][2..];
            while (i < Body.Count && Body[i].StartsWith("  ", StringComparison.Ordinal)) text += " " + Body[i++].Trim();
            items.Add(ContainerItem.Read(text, this, Line + 1 + start));
        }
        return ([.. Content.Paragraphs.Of([.. Body.Take(first)]).Select(WithoutItemEscape)], items);
    }

    /// <summary>Reports that the body should be empty when it is not.</summary>
    public void NoBody()
    {
        if (Body.Any(l => !string.IsNullOrWhiteSpace(l))) Fault($"“{Type}” has no text between its fences; put everything into {{…}}.", 0);
    }

    /// <summary>Reports a fault at the opening fence.</summary>
    public void Fault(string message) => _faults.Add(Line, message);

    /// <summary>Reports a fault in the body.</summary>
    /// <param name="message">What is wrong and what was expected.</param>
    /// <param name="bodyLine">Index in <see cref="Body"/>.</param>
    public void Fault(string message, int bodyLine) => _faults.Add(Line + 1 + bodyLine, message);

    internal void FaultAt(int line, string message) => _faults.Add(line, message);

    internal void RefuseTheRest()
    {
        foreach (var name in _attributes.Keys.Where(n => !_asked.Contains(n)))
            Fault($"“{Type}” has no attribute “{name}”; it knows {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
    }

    internal PartialDate? ParseDate(string? text, string name, int line)
    {
        if (text is null) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        FaultAt(line, $"{name} is “{text}”; expected a date such as 2015, 2017-11 or 2022-09-21.");
        return null;
    }

    internal TEnum? ParseChoice<TEnum>(string? text, string name, int line)
        where TEnum : struct, Enum
    {
        if (text is null) return null;
        if (Kebab.TryParse<TEnum>(text, out var value)) return value;
        FaultAt(line, $"{name} is “{text}”; expected {Kebab.Choices<TEnum>()}.");
        return null;
    }

    private static string WithoutItemEscape(string paragraph) =>
        paragraph.StartsWith('\\') && paragraph.TrimStart('\\').StartsWith("- ", StringComparison.Ordinal) ? paragraph[1..] : paragraph;

    private static string Short(string line) => line.Length <= 40 ? line : line[..40] + "…";
}
