namespace NewsSite.Web.Commands;

/// <summary>Tells settings on the command line from the verbs and their options: settings begin with a capital letter or hold a colon (<c>--Site:Name=…</c>), or are one of the host's own.</summary>
internal static class SettingArguments
{
    private static readonly string[] OfTheHost = ["urls", "environment", "http_ports", "https_ports"];

    /// <summary>Splits a command line; a setting without an equals sign takes the next word.</summary>
    public static (string[] Settings, string[] Words) Split(IReadOnlyList<string> args)
    {
        List<string> settings = [], rest = [];
        for (var i = 0; i < args.Count; i++)
        {
            if (!IsSetting(args[i]))
            {
                rest.Add(args[i]);
                continue;
            }
            settings.Add(args[i].Contains('=', StringComparison.Ordinal) || i + 1 == args.Count ? args[i] : $"{args[i]}={args[++i]}");
        }
        return ([.. settings], [.. rest]);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal) || argument.Length == 2) return false;
        var name = argument[2..].Split('=')[0];
        return (name.Length > 0 && char.IsAsciiLetterUpper(name[0])) || name.Contains(':', StringComparison.Ordinal) || OfTheHost.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
