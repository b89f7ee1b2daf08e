using System.Collections;
using System.Reflection;
using NewsSite.Core.Blocks;

namespace NewsSite.Core.Fields;

/// <summary>A field of a block type as the catalogue knows it.</summary>
public sealed class BlockField
{
    private readonly PropertyInfo _property;

    internal BlockField(PropertyInfo property, string name, FieldAttribute attribute)
    {
        _property = property;
        Name = name;
        Label = attribute.Label;
        Control = attribute.Control;
        Required = attribute.Required;
        SoftLimit = attribute.SoftLimit;
        HardLimit = attribute.HardLimit;
        Help = attribute.Help;
        IsOthersWords = attribute.IsOthersWords;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Choices = type.IsEnum ? [.. Enum.GetNames(type).Select(c => char.ToLowerInvariant(c[0]) + c[1..])] : [];
        ItemFields = attribute.Control is FieldControl.Items && type.IsGenericType ? FieldsOf(type.GetGenericArguments()[0]) : [];
    }

    /// <summary>Name in JSON.</summary>
    public string Name { get; }

    /// <summary>The name journalists see.</summary>
    public string Label { get; }

    /// <summary>How it is edited.</summary>
    public FieldControl Control { get; }

    /// <summary>Publication stops while it is empty.</summary>
    public bool Required { get; }

    /// <summary>Characters from which the writer is warned; 0 for none.</summary>
    public int SoftLimit { get; }

    /// <summary>Characters above which publication stops; 0 for none.</summary>
    public int HardLimit { get; }

    /// <summary>One sentence of help; null for none.</summary>
    public string? Help { get; }

    /// <summary>The field holds a name, or words that are not the journalist's own.</summary>
    public bool IsOthersWords { get; }

    /// <summary>The allowed values of a choice, as in JSON; empty for other controls.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>The fields of each item; empty for other controls.</summary>
    public IReadOnlyList<BlockField> ItemFields { get; }

    /// <summary>What the value breaks of the field's own rules.</summary>
    /// <param name="owner">The block, or the item of a list.</param>
    public IEnumerable<Issue> Check(object owner)
    {
        var value = _property.GetValue(owner);
        var length = LengthOf(value);
        if (Required && length == 0) yield return Issue.Stop(Name, $"Fill in “{Label}”.");
        if (HardLimit > 0 && length > HardLimit)
            yield return Issue.Stop(Name, $"“{Label}” has {length:N0} characters; {HardLimit:N0} is the most.");
        else if (SoftLimit > 0 && length > SoftLimit)
            yield return Issue.Warn(Name, $"“{Label}” has {length:N0} characters; up to {SoftLimit:N0} reads well.");
        if (ItemFields.Count == 0 || value is not IEnumerable items) yield break;
        var index = 0;
        foreach (var item in items)
        {
            foreach (var issue in ItemFields.SelectMany(f => f.Check(item))) yield return issue with { Field = PathOf(index, issue.Field) };
            index++;
        }
    }

    /// <summary>
    /// The words that a person writes in this field: a line as it is, paragraphs with a blank line between them, Markdown as it is written, the fields of a list's items each by itself.
    /// Nothing for controls without words.
    /// </summary>
    /// <param name="owner">The block, or the item of a list.</param>
    /// <returns>The field's path, such as <c>title</c> or <c>items.2.text</c>, with its words; empty texts are left out.</returns>
    public IEnumerable<FieldWords> WordsOf(object owner) => (Control, _property.GetValue(owner)) switch
    {
        (FieldControl.Line or FieldControl.Markdown, string { Length: > 0 } text) => [new(Name, text, this)],
        (FieldControl.Paragraphs, IReadOnlyCollection<string> { Count: > 0 } paragraphs) => [new(Name, string.Join("\n\n", paragraphs), this)],
        (FieldControl.Items, IEnumerable items) =>
            items.Cast<object>().Index().SelectMany(i => ItemFields.SelectMany(f => f.WordsOf(i.Item)).Select(w => w with { Path = PathOf(i.Index, w.Path) })),
        _ => [],
    };

    // The path of a field of an item of this list, by its place from 0.
    private string PathOf(int index, string field) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}.{index}.{field}");

    internal static IReadOnlyList<BlockField> FieldsOf(Type type) =>
    [
        .. from property in type.GetProperties()
           let attribute = property.GetCustomAttribute<FieldAttribute>()
           where attribute is not null
           select new BlockField(property, char.ToLowerInvariant(property.Name[0]) + property.Name[1..], attribute),
    ];

    private static int LengthOf(object? value) => value switch
    {
        null => 0,
        string text => text.Length,
        IEnumerable<string> texts => texts.Sum(t => t.Length),
        ICollection items => items.Count,
        _ => value.ToString()!.Length,
    };
}

/// <summary>The words in a field of a block.</summary>
/// <param name="Path">The field's path, such as <c>title</c> or <c>items.2.text</c>.</param>
/// <param name="Words">The words, never empty.</param>
/// <param name="Field">The field.</param>
public sealed record FieldWords(string Path, string Words, BlockField Field);
