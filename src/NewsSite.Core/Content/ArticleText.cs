using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsSite.Core.Blocks;

namespace NewsSite.Core.Content;

/// <summary>
/// The body of an article as Markdown: prose, and a <c>::: type {#id key="value"}</c> … <c>:::</c> container for every other block.
/// Reading what was written gives the same blocks. A line of text that would be taken for a fence or an id carries a backslash in front.
/// </summary>
public static partial class ArticleText
{
    /// <summary>The block type that holds text outside containers.</summary>
    public const string ProseType = "prose";

    /// <summary>Reads a body.</summary>
    /// <param name="lines">The lines of the body.</param>
    /// <param name="firstLine">Number of the first of them in the file, from 1, for faults.</param>
    /// <param name="slug">The article's slug, from which missing ids are made.</param>
    /// <param name="catalogue">The known block types; a container of another type is kept as it stands.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="linesOfBlocks">Takes the line of each block, by its id; null when nobody wants to know.</param>
    public static IReadOnlyList<Block> Read(IReadOnlyList<string> lines, int firstLine, string slug, BlockCatalogue catalogue, Faults faults, Dictionary<string, int>? linesOfBlocks = null)
    {
        var blocks = new List<Block>();
        var lineOf = linesOfBlocks ?? new Dictionary<string, int>(StringComparer.Ordinal);
        var prose = new List<string>();
        var (proseLine, proseId) = (0, (string?)null);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (ProseId().Match(line) is { Success: true } marker)
            {
                CloseProse();
                (proseId, proseLine) = (marker.Groups[1].Value, i);
            }
            else if (!line.StartsWith(":::", StringComparison.Ordinal))
            {
                if (prose.Count == 0 && proseId is null) proseLine = i;
                prose.Add(Unescape(line));
            }
            else
            {
                CloseProse();
                i = ReadContainer(i);
            }
        }
        CloseProse();
        return blocks;

        void CloseProse()
        {
            var text = Trimmed(prose);
            prose.Clear();
            if (text.Length > 0 || proseId is not null) Add(MakeProse(text, proseId, proseLine), proseLine);
            proseId = null;
        }

        Block MakeProse(string text, string? id, int at)
        {
            id ??= BlockIds.Make(slug, blocks.Count);
            if (catalogue.Find(ProseType) is not { } type) return new UnknownBlock { Type = ProseType, Id = id, Markdown = text };
            return type.Read(new(ProseType, id, [], text.Split('\n'), firstLine + at - 1, faults));
        }

        int ReadContainer(int open)
        {
            var match = Opening().Match(lines[open]);
            if (!match.Success)
            {
                faults.Add(firstLine + open, lines[open].TrimEnd() == ":::" ? "this fence closes nothing; a container opens with “::: type”." : "expected “::: type {…}”, such as “::: statement {person=\"…\"}”.");
                return open;
            }
            var close = open + 1;
            while (close < lines.Count && lines[close].TrimEnd() != ":::") close++;
            if (close == lines.Count)
            {
                faults.Add(firstLine + open, $"“{match.Groups[1].Value}” is never closed; expected a line “:::”.");
                return close;
            }
            if (ReadOne(lines, open, close, slug, blocks.Count, firstLine, catalogue, faults) is { } block) Add(block, open);
            return close;
        }

        void Add(Block block, int at)
        {
            if (!lineOf.TryAdd(block.Id, firstLine + at)) faults.Add(firstLine + at, $"the id “{block.Id}” is taken by the block at line {lineOf[block.Id]}; ids are unique in an article.");
            blocks.Add(block);
        }
    }

    /// <summary>Reads one container whose type was unknown when it was saved; null when it is still unknown, or wrong.</summary>
    internal static Block? ReadContainer(string container, BlockCatalogue catalogue)
    {
        var lines = container.Split('\n');
        var faults = new Faults("");
        var block = ReadOne(lines, 0, lines.Length - 1, "", 0, 1, catalogue, faults);
        return faults.Any || block is UnknownBlock ? null : block;
    }

    /// <summary>Writes a body. Ids that <see cref="Read"/> would make by itself are left out.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="slug">The article's slug.</param>
    /// <param name="catalogue">The known block types.</param>
    public static string Write(IReadOnlyList<Block> blocks, string slug, BlockCatalogue catalogue)
    {
        var text = new StringBuilder();
        var afterProse = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var id = block.Id.Length == 0 || block.Id == BlockIds.Make(slug, i) ? null : block.Id;
            if (i > 0) text.Append('\n');
            var container = new ContainerWriter();
            var type = catalogue.Of(block);
            type?.Write(block, container);
            if (type?.Id == ProseType) container.WriteProseTo(text, id is not null || afterProse || container.IsEmpty ? block.Id : null);
            else if (type is not null) container.WriteTo(text, type.Id, id);
            else if (block is UnknownBlock { Markdown: { } markdown }) text.Append(markdown).Append('\n');
            else if (block is UnknownBlock { Json: { } json } unknown)
            {
                container.Attribute("format", "json").Text(json);
                container.WriteTo(text, TypeName().IsMatch(unknown.Type) ? unknown.Type : "block", id); // its JSON has the name
            }
            afterProse = type?.Id == ProseType;
        }
        return text.ToString();
    }

    internal static string Escape(string line) => Protected().IsMatch(line) ? "\\" + line : line;

    internal static string Unescape(string line) => line.StartsWith('\\') && Protected().IsMatch(line) ? line[1..] : line;

    internal static string Trimmed(IReadOnlyList<string> lines) =>
        string.Join('\n', lines.SkipWhile(string.IsNullOrWhiteSpace)).TrimEnd();

    private static Block? ReadOne(IReadOnlyList<string> lines, int open, int close, string slug, int position, int firstLine, BlockCatalogue catalogue, Faults faults)
    {
        var match = Opening().Match(lines[open]);
        var (name, line) = (match.Groups[1].Value, firstLine + open);
        var container = string.Join('\n', lines.Skip(open).Take(close - open + 1));
        if (!Attributes.TryParse(match.Groups[2].Value, out var id, out var attributes, out var wrong))
        {
            faults.Add(line, wrong);
            return null;
        }
        id ??= BlockIds.Make(slug, position);
        string[] body = [.. lines.Skip(open + 1).Take(close - open - 1).Select(Unescape)];
        if (attributes.Count == 1 && attributes.GetValueOrDefault("format") == "json") return ReadJson(string.Join('\n', body), id, line, catalogue, faults);
        if (catalogue.Find(name) is not { } type || name == ProseType)
            return new UnknownBlock { Type = name, Id = id, Markdown = container };
        var reader = new ContainerReader(name, id, attributes, body, line, faults);
        var block = type.Read(reader);
        reader.RefuseTheRest();
        return block;
    }

    private static Block? ReadJson(string json, string id, int line, BlockCatalogue catalogue, Faults faults)
    {
        try
        {
            return JsonSerializer.Deserialize<Block>(json, catalogue.Json) is { } block ? block with { Id = block.Id.Length == 0 ? id : block.Id } : null;
        }
        catch (JsonException e)
        {
            faults.Add(line, $"the JSON of this block cannot be read: {e.Message}");
            return null;
        }
    }

    [GeneratedRegex(@"^:::\s*([a-z][a-z0-9-]*)\s*(?:\{(.*)\})?\s*$")]
    private static partial Regex Opening();

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^\{#([a-z0-9][a-z0-9-]{0,39})\}\s*$")]
    private static partial Regex ProseId();

    [GeneratedRegex(@"^\\*(:::|\{#[a-z0-9][a-z0-9-]{0,39}\}\s*$)")]
    private static partial Regex Protected();
}
