using System.Text;

namespace NewsSite.Core.Content;

/// <summary>The part in braces: <c>{#id key="value"}</c>. In values, <c>\"</c>, <c>\\</c> and <c>\n</c> stand for a quotation mark, a backslash and a line break.</summary>
internal static class Attributes
{
    /// <summary>Reads what is between the braces.</summary>
    public static bool TryParse(string text, out string? id, out Dictionary<string, string> values, out string wrong)
    {
        (id, values, wrong) = (null, new(StringComparer.Ordinal), "");
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ' ') { i++; continue; }
            var start = i;
            while (i < text.Length && text[i] is not (' ' or '=')) i++;
            var name = text[start..i];
            if (name.StartsWith('#'))
            {
                id = name[1..];
                if (!BlockIds.IsId(id)) return Wrong($"“#{id}” is no id; expected up to 40 of a–z, 0–9 and hyphen.", out wrong);
                continue;
            }
            if (i + 1 >= text.Length || text[i] != '=' || text[i + 1] != '"') return Wrong($"expected {name}=\"…\" in braces.", out wrong);
            var value = new StringBuilder();
            for (i += 2; ; i++)
            {
                if (i >= text.Length) return Wrong($"the value of {name} lacks its closing quotation mark (\").", out wrong);
                if (text[i] == '"') break;
                if (text[i] == '\\' && i + 1 < text.Length) value.Append(text[++i] == 'n' ? '\n' : text[i]);
                else value.Append(text[i]);
            }
            i++;
            if (!values.TryAdd(name, value.ToString())) return Wrong($"{name} is given twice.", out wrong);
        }
        return true;
    }

    /// <summary>Splits a line into its text and the content of the braces at its end; null braces when there are none.</summary>
    public static (string Text, string? Braces) SplitOff(string line)
    {
        if (!line.EndsWith('}') || line.EndsWith("\\}", StringComparison.Ordinal)) return (line, null);
        var quoted = false;
        var open = -1;
        for (var i = 0; i < line.Length - 1; i++)
        {
            if (open < 0 && line[i] == '\\') i++;
            else if (open < 0 && line[i] == '{') open = i;
            else if (open >= 0 && quoted && line[i] == '\\') i++;
            else if (open >= 0 && line[i] == '"') quoted = !quoted;
            else if (open >= 0 && !quoted && line[i] == '}') open = -1;
        }
        return open < 0 ? (line, null) : (line[..open].TrimEnd(), line[(open + 1)..^1]);
    }

    public static string EscapeBrace(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("{", "\\{", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal);

    public static string UnescapeBrace(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            plain.Append(text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '\\' or '{' or '}' && text[i] == '\\' ? text[++i] : text[i]);
        return plain.ToString();
    }

    public static void Append(StringBuilder line, string name, string? value)
    {
        if (value is null) return;
        line.Append(line.Length > 0 && line[^1] is not '{' ? " " : "").Append(name).Append("=\"");
        foreach (var c in value)
            line.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\r' => "", _ => c.ToString() });
        line.Append('"');
    }

    private static bool Wrong(string message, out string wrong)
    {
        wrong = message;
        return false;
    }
}
