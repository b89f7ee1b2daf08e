using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Core.Content;

/// <summary>Writes records as YAML in one fixed form, so that the same record is always the same bytes. Null and empty values are left out.</summary>
public sealed partial class YamlText
{
    private readonly StringBuilder _text = new();
    private string _indent = "";

    /// <summary>Adds a text.</summary>
    public YamlText Add(string key, string? value)
    {
        if (!string.IsNullOrEmpty(value)) _text.Append(_indent).Append(key).Append(": ").Append(Scalar(value)).Append('\n');
        return this;
    }

    /// <summary>Adds a number.</summary>
    public YamlText Add(string key, decimal? value) => Add(key, value?.ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>Adds a date as far as it is known.</summary>
    public YamlText Add(string key, Fields.PartialDate? value) => Add(key, value?.ToString());

    /// <summary>Adds a day.</summary>
    public YamlText Add(string key, DateOnly? value) => Add(key, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Adds "yes" when true; nothing otherwise.</summary>
    public YamlText Add(string key, bool value) => Add(key, value ? "yes" : null);

    /// <summary>Adds a list of texts.</summary>
    public YamlText Add(string key, IEnumerable<string> values)
    {
        var list = values.Select(Scalar).ToList();
        if (list.Count > 0) _text.Append(_indent).Append(key).Append(": [").AppendJoin(", ", list).Append("]\n");
        return this;
    }

    /// <summary>Adds a mapping.</summary>
    public YamlText Map(string key, Action<YamlText>? write)
    {
        if (write is null) return this;
        var inner = new YamlText { _indent = _indent + "  " };
        write(inner);
        if (inner._text.Length > 0) _text.Append(_indent).Append(key).Append(":\n").Append(inner._text);
        return this;
    }

    /// <summary>Adds a list of mappings.</summary>
    public YamlText Maps<T>(string key, IEnumerable<T> items, Action<T, YamlText> write)
    {
        var list = new StringBuilder();
        foreach (var item in items)
        {
            var inner = new YamlText { _indent = _indent + "    " };
            write(item, inner);
            if (inner._text.Length == 0) continue;
            list.Append(_indent).Append("  - ").Append(inner._text.ToString().AsSpan(_indent.Length + 4));
        }
        if (list.Length > 0) _text.Append(_indent).Append(key).Append(":\n").Append(list);
        return this;
    }

    /// <summary>The YAML.</summary>
    public override string ToString() => _text.ToString();

    private static string Scalar(string value)
    {
        if (Bare().IsMatch(value) && !value.EndsWith(' ')) return value;
        var quoted = new StringBuilder("\"");
        foreach (var c in value)
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or (>= '\ufffe' and <= '\uffff') => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        return quoted.Append('"').ToString();
    }

    // Letters, digits and gentle punctuation: what no YAML reader takes for anything but text inside a flow list too.
    [GeneratedRegex(@"^[\p{L}\p{Nd}/.“‘£(][\p{L}\p{Nd} /.\-_+@“”‘’£()–—…?!;=&%]*\z")]
    private static partial Regex Bare();
}
