using System.Text;

namespace NewsSite.Tests.Blocks;

/// <summary>
/// An example of a block's manual page (<c>*.spec.md</c>): under a heading "## …", a fence each of Markdown, JSON, HTML and,
/// when the checks find something, of issues.
/// </summary>
internal sealed record BlockExample(string Spec, string Name, string Markdown, string? Json, string? Html, string? Issues)
{
    public static string Folder => Repository.PathOf("src", "NewsSite.Web", "Blocks");

    public static IEnumerable<string> Specs => Directory.EnumerateFiles(Folder, "*.spec.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public override string ToString() => $"{Path.GetFileName(Spec)}: {Name}";

    public static IEnumerable<BlockExample> Of(string spec)
    {
        var (name, fences) = ("", new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var part in Parts(File.ReadAllText(spec)))
        {
            if (part.Language is not null) fences.Add(part.Language, part.Text);
            else if (part.Text.Split('\n').LastOrDefault(l => l.StartsWith("## ", StringComparison.Ordinal)) is { } heading)
            {
                if (fences.ContainsKey("markdown")) yield return Make(spec, name, fences);
                (name, fences) = (heading[3..], new(StringComparer.Ordinal));
            }
        }
        if (fences.ContainsKey("markdown")) yield return Make(spec, name, fences);
    }

    /// <summary>Writes the page anew with what the program makes of each example's Markdown.</summary>
    public static void Rewrite(string spec, IReadOnlyDictionary<string, (string Json, string Html, string Issues)> made)
    {
        var page = new StringBuilder();
        var name = "";
        foreach (var part in Parts(File.ReadAllText(spec)))
        {
            if (part.Language is null && part.Text.Split('\n').LastOrDefault(l => l.StartsWith("## ", StringComparison.Ordinal)) is { } heading) name = heading[3..];
            if (part.Language is null) page.Append(page.Length == 0 ? part.Text : part.Text.TrimStart('\n'));
            if (part.Language is not "markdown") continue;
            var (json, html, issues) = made[name];
            page.Append($"````markdown\n{part.Text}````\n\n```json\n{json}\n```\n\n```html\n{html}\n```\n");
            if (issues.Length > 0) page.Append($"\n```issues\n{issues}\n```\n");
            page.Append('\n');
        }
        File.WriteAllText(spec, page.ToString().TrimEnd() + "\n");
    }

    private static BlockExample Make(string spec, string name, Dictionary<string, string> fences) =>
        new(spec, name, fences["markdown"], fences.GetValueOrDefault("json")?.TrimEnd(), fences.GetValueOrDefault("html")?.TrimEnd(), fences.GetValueOrDefault("issues")?.TrimEnd());

    private static IEnumerable<(string? Language, string Text)> Parts(string page)
    {
        var text = new StringBuilder();
        string? fence = null, language = null;
        foreach (var line in page.TrimEnd('\n').Split('\n'))
        {
            if (fence is null && line.StartsWith("```", StringComparison.Ordinal))
            {
                if (!string.IsNullOrWhiteSpace(text.ToString())) yield return (null, text.ToString());
                text.Clear();
                language = line.TrimStart('`');
                fence = line[..^language.Length];
            }
            else if (line == fence)
            {
                yield return (language, text.ToString());
                text.Clear();
                fence = null;
            }
            else
            {
                text.Append(line).Append('\n');
            }
        }
        if (!string.IsNullOrWhiteSpace(text.ToString())) yield return (null, text.ToString());
    }
}
