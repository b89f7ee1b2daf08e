using System.Text.RegularExpressions;

namespace NewsSite.Web.Commands;

/// <summary>Says in an operator's words which setting has a value of the wrong form, and what is allowed.</summary>
internal static partial class WrongSetting
{
    /// <summary>The fault that the configuration binder's message is about; null for any other message.</summary>
    public static string? Of(string message)
    {
        if (Binder().Match(message) is not { Success: true } match) return null;
        var name = match.Groups["type"].Value;
        var type = typeof(WrongSetting).Assembly.GetType(name) ?? Type.GetType(name);
        var allowed = type switch
        {
            { IsEnum: true } => string.Join(", ", Enum.GetNames(type)),
            not null when type == typeof(bool) => "true or false",
            not null when type == typeof(int) || type == typeof(long) => "a whole number",
            not null when type == typeof(TimeSpan) => "a length of time such as 00:05:00",
            _ => $"a {name.Split('.')[^1]}",
        };
        return $"{match.Groups["key"].Value} is “{match.Groups["value"].Value}”; expected {allowed}.";
    }

    [GeneratedRegex(@"^Failed to convert configuration value (?:'(?<value>.*)' )?at '(?<key>[^']+)' to type '(?<type>[^']+)'")]
    private static partial Regex Binder();
}
