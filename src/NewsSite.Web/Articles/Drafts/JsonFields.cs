using System.Text.Json;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.Checks;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>The fields of a JSON object that somebody sent, each of which must be there and nothing beside them.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _json;
    private readonly string? _block;
    private readonly string _path;

    /// <param name="json">An object.</param>
    /// <param name="names">The fields it must have.</param>
    /// <param name="block">Id of the block it is in; null for none.</param>
    /// <param name="path">What stands before the names in messages, such as <c>leadImage.</c>.</param>
    /// <param name="faults">Takes what is wrong; null for a list of its own.</param>
    public JsonFields(JsonElement json, string[] names, string? block, string path, List<StoryIssue>? faults = null)
    {
        (_json, _block, _path, Faults) = (json, block, path, faults ?? []);
        foreach (var property in json.EnumerateObject().Where(p => !names.Contains(p.Name, StringComparer.Ordinal))) Add(property.Name, $"There is no field “{path}{property.Name}”.");
        foreach (var name in names.Where(n => !json.TryGetProperty(n, out _))) Add(name, $"“{path}{name}” is missing; what has no value is null or an empty list.");
    }

    public List<StoryIssue> Faults { get; }

    public static StoryIssue Fault(string? block, string? field, string message) => new(IssueSeverity.Stop, message, block, field);

    public void Add(string name, string message) => Faults.Add(Fault(_block, _path + name, message));

    /// <summary>One line of text; null for null or nothing.</summary>
    public string? Line(string name) => Get(name) switch
    {
        { ValueKind: JsonValueKind.String } text => Plain.Line(text.GetString()),
        { ValueKind: JsonValueKind.Null } or null => null,
        _ => Wrong<string>(name, "a text or null"),
    };

    /// <summary>One of the names of an enumeration.</summary>
    public T Choice<T>(string name)
        where T : struct, Enum
    {
        if (Get(name) is not { } value) return default;
        var names = Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), StringComparer.Ordinal);
        if (value.ValueKind is JsonValueKind.String && names.TryGetValue(value.GetString()!, out var choice)) return choice;
        Add(name, $"“{_path}{name}” is {value.GetRawText()}; expected one of {string.Join(", ", names.Keys)}.");
        return default;
    }

    /// <summary>One of the names of an enumeration; null for null.</summary>
    public T? ChoiceOrNull<T>(string name)
        where T : struct, Enum => Get(name) is null or { ValueKind: JsonValueKind.Null } ? null : Choice<T>(name);

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Get(name) is not { } value) return [];
        if (value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.String)) return [.. value.EnumerateArray().Select(v => v.GetString()!)];
        return Wrong<IReadOnlyList<string>>(name, "a list of texts") ?? [];
    }

    /// <summary>A list of anything.</summary>
    public IReadOnlyList<JsonElement> List(string name) => Get(name) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
        null => [],
        _ => Wrong<IReadOnlyList<JsonElement>>(name, "a list") ?? [],
    };

    /// <summary>An object; null for null.</summary>
    public JsonElement? Object(string name)
    {
        if (Get(name) is not { ValueKind: not JsonValueKind.Null } value) return null;
        if (value.ValueKind is JsonValueKind.Object) return value;
        Wrong<string>(name, "an object or null");
        return null;
    }

    private JsonElement? Get(string name) => _json.TryGetProperty(name, out var value) ? value : null;

    private T? Wrong<T>(string name, string expected)
        where T : class
    {
        Add(name, $"“{_path}{name}” has the wrong shape; expected {expected}.");
        return null;
    }
}
