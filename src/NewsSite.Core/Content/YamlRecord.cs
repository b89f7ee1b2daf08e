using YamlDotNet.RepresentationModel;

namespace NewsSite.Core.Content;

/// <summary>A mapping of YAML read by names, with the line of each fault. Keys that nobody asks for are faults. Every value is text; nothing is guessed.</summary>
public sealed class YamlRecord
{
    private readonly YamlMappingNode _map;
    private readonly int _firstLine;
    private readonly Faults _faults;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal YamlRecord(YamlMappingNode map, int firstLine, Faults faults) => (_map, _firstLine, _faults) = (map, firstLine, faults);

    /// <summary>Line of the mapping in the file, from 1.</summary>
    public int Line => LineOf(_map);

    /// <summary>Reads a document whose outermost level is a mapping; null, with a fault, when it is anything else.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="firstLine">Number of its first line in the file, from 1.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static YamlRecord? Read(string text, int firstLine, Faults faults)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(new BoundedYaml(reader));
            if (stream.Documents is [{ RootNode: YamlMappingNode map }]) return new(map, firstLine, faults);
            faults.Add(firstLine, "expected lines of the form “key: value”.");
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            faults.Add(firstLine + (int)Math.Max(0, e.Start.Line - 1), $"this is no valid YAML: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        }
        catch (ArgumentException e) // an escape that is no character, such as \ud800
        {
            faults.Add(firstLine, $"this is no valid YAML: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        }
        return null;
    }

    /// <summary>The key's text; null when it is missing or empty.</summary>
    public string? Optional(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        YamlScalarNode => null,
        var other => Wrong<string>(other, $"{key} is a text, not a list or a mapping."),
    };

    /// <summary>The key's text; a fault and an empty text when it is missing.</summary>
    public string Required(string key)
    {
        if (Optional(key) is { } value) return value;
        if (!_map.Children.ContainsKey(new YamlScalarNode(key)) || Find(key) is YamlScalarNode) Fault($"{key} is missing.");
        return "";
    }

    /// <summary>The key's texts: a list, or one text; empty when it is missing.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlScalarNode { Value: { Length: > 0 } value } => [value],
        YamlScalarNode => [],
        YamlSequenceNode list when list.All(n => n is YamlScalarNode) => [.. list.Cast<YamlScalarNode>().Select(n => n.Value ?? "")],
        var other => Wrong<IReadOnlyList<string>>(other, $"{key} is a list of texts.") ?? [],
    };

    /// <summary>The key's mapping; null when it is missing.</summary>
    public YamlRecord? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new(map, _firstLine, _faults),
        var other => Wrong<YamlRecord>(other, $"{key} holds lines of the form “key: value”."),
    };

    /// <summary>The key's list of mappings; empty when it is missing.</summary>
    public IReadOnlyList<YamlRecord> Maps(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list when list.All(n => n is YamlMappingNode) => [.. list.Cast<YamlMappingNode>().Select(n => new YamlRecord(n, _firstLine, _faults))],
        var other => Wrong<IReadOnlyList<YamlRecord>>(other, $"{key} is a list of mappings (“- key: value”).") ?? [],
    };

    /// <summary>Line of a key in the file; that of the mapping when the key is missing.</summary>
    public int LineOf(string key) => Find(key) is { } node ? LineOf(node) : Line;

    /// <summary>Reads a value of some other form.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="parse">Makes the value; null when the text is not of its form.</param>
    /// <param name="expected">Words for the fault: what was expected.</param>
    /// <returns>Null when the key is missing or its text is not of the form.</returns>
    public T? Parsed<T>(string key, Func<string, T?> parse, string expected)
        where T : struct
    {
        if (Optional(key) is not { } text) return null;
        if (parse(text) is { } value) return value;
        Fault($"{key} is “{text}”; expected {expected}.", LineOf(key));
        return null;
    }

    /// <summary>One of the names of an enumeration, in kebab-case.</summary>
    public TEnum? Choice<TEnum>(string key)
        where TEnum : struct, Enum => Parsed(key, t => Kebab.TryParse<TEnum>(t, out var v) ? v : (TEnum?)null, Kebab.Choices<TEnum>());

    /// <summary>A date as far as it is known.</summary>
    public Fields.PartialDate? Date(string key) => Parsed(key, t => Fields.PartialDate.TryParse(t, out var v) ? v : (Fields.PartialDate?)null, "a date such as 2015, 2017-11 or 2022-09-21");

    /// <summary>A day.</summary>
    public DateOnly? Day(string key) => Parsed(key, t => Fields.PartialDate.TryParse(t, out var v) && v.Parts == 3 ? v.First : (DateOnly?)null, "a day such as 2022-09-21");

    /// <summary>Reports a fault.</summary>
    /// <param name="message">What is wrong and what was expected.</param>
    /// <param name="line">Line in the file; that of the mapping when null.</param>
    public void Fault(string message, int? line = null) => _faults.Add(line ?? Line, message);

    /// <summary>The keys that were asked for until now: those that the record's form has.</summary>
    public IReadOnlyCollection<string> Known => _asked;

    /// <summary>Whether the key is there at all.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A text of several lines, LF line ends; null when it is missing or empty.</summary>
    public string? LongText(string key) => Plain.Text(Optional(key)) is { Length: > 0 } text ? text : null;

    /// <summary>A text of one line; null when it is missing or empty.</summary>
    public string? OneLine(string key) => Plain.Line(Optional(key));

    /// <summary>A text of one line; a fault and an empty text when it is missing.</summary>
    public string RequiredLine(string key) => Plain.Line(Required(key)) ?? "";

    /// <summary>"yes" or "no"; no when it is missing.</summary>
    public bool IsYes(string key) => Parsed(key, t => t switch { "yes" or "true" => true, "no" or "false" => false, _ => (bool?)null }, "yes or no") ?? false;

    /// <summary>A number such as 24404 or 12.65.</summary>
    public decimal? Number(string key) => Parsed(
        key, t => decimal.TryParse(t, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : (decimal?)null, "a number such as 24404 or 12.65, without signs and spaces");

    /// <summary>A whole number from 1.</summary>
    public int? Count(string key) => Parsed(
        key, t => int.TryParse(t, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) && n > 0 ? n : (int?)null, "a whole number from 1");

    /// <summary>An address on the web.</summary>
    public string? WebAddress(string key)
    {
        if (OneLine(key) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")) return text;
        Fault($"{key} is “{text}”; expected an address that begins with https:// or http://.", LineOf(key));
        return null;
    }

    /// <summary>Reports every key that was not asked for.</summary>
    public void RefuseTheRest()
    {
        foreach (var key in _map.Children.Keys.OfType<YamlScalarNode>().Where(k => !_asked.Contains(k.Value ?? "")))
            Fault($"“{key.Value}” is not known here; expected one of {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.", LineOf(key));
    }

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return _map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private T? Wrong<T>(YamlNode node, string message)
        where T : class
    {
        Fault(message, LineOf(node));
        return null;
    }

    private int LineOf(YamlNode node) => _firstLine + (int)Math.Max(0, node.Start.Line - 1);
}
