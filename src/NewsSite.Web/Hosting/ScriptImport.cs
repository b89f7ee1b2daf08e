namespace NewsSite.Web.Hosting;

/// <summary>A static import of a file beside the script.</summary>
/// <param name="Index">Where the specifier begins, inside its quotation marks.</param>
/// <param name="Specifier">The path as it is written, such as <c>./entries.js</c>.</param>
/// <param name="IsAtHead">Whether nothing but imports stands before it.</param>
internal sealed record ScriptImport(int Index, string Specifier, bool IsAtHead)
{
    /// <summary>The name of the file that is meant; null when it lies outside the folder of all assets.</summary>
    /// <param name="script">The name of the script, with its folders.</param>
    public string? From(string script)
    {
        List<string> steps = [.. script.Split('/')[..^1]];
        foreach (var step in Specifier.Split('/'))
        {
            if (step == ".") continue;
            if (step != "..") steps.Add(step);
            else if (steps.Count == 0) return null;
            else steps.RemoveAt(steps.Count - 1);
        }
        return string.Join('/', steps);
    }
}
