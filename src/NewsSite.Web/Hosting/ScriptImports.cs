using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Web.Hosting;

/// <summary>Finds a script's static imports. They stand at its head, before anything else, so that nothing in a string or a template further down is taken for one.</summary>
internal static partial class ScriptImports
{
    /// <summary>The imports and re-exports of files beside the script, in order; those of packages and of whole addresses are left out.</summary>
    public static IReadOnlyList<ScriptImport> In(string script)
    {
        var found = new List<ScriptImport>();
        var end = 0;
        for (var match = Statement().Match(script); match.Success; match = Statement().Match(script, end))
        {
            end = match.Index + match.Length;
            var specifier = match.Groups["specifier"];
            if (specifier.Value.StartsWith("./", StringComparison.Ordinal) || specifier.Value.StartsWith("../", StringComparison.Ordinal)) found.Add(new(specifier.Index, specifier.Value, IsAtHead: true));
        }
        if (Late().Match(script, end) is { Success: true } late) found.Add(new(late.Groups["specifier"].Index, late.Groups["specifier"].Value, IsAtHead: false));
        return found;
    }

    /// <summary>The script with other specifiers in the places of its imports.</summary>
    public static string Replace(string script, IReadOnlyList<ScriptImport> imports, Func<ScriptImport, string> by)
    {
        var replaced = new StringBuilder(script.Length + 64);
        var end = 0;
        foreach (var import in imports)
        {
            replaced.Append(script, end, import.Index - end).Append(by(import));
            end = import.Index + import.Specifier.Length;
        }
        return replaced.Append(script, end, script.Length - end).ToString();
    }

    // Between the keyword and the specifier stand names, braces and comments, and no bracket or full stop: those make it import() or import.meta.
    [GeneratedRegex("""\G(?>(?:[\s;\uFEFF]|//[^\n]*|/\*[\s\S]*?\*/)*)(?:import(?![\w$])|export\s*[{*])(?>(?:[\s\w$\p{L}{}*,]|//[^\n]*|/\*[\s\S]*?\*/)*)(?<quote>["'])(?<specifier>[^"'\n]+)\k<quote>(?:\s*with\s*\{[^{}]*\})?""")]
    private static partial Regex Statement();

    [GeneratedRegex("""^(?:import(?![\w$])|export\s*[{*])[\s\w$\p{L}{}*,]*(?<quote>["'])(?<specifier>\.\.?/[^"'\n]+)\k<quote>""", RegexOptions.Multiline)]
    private static partial Regex Late();
}
