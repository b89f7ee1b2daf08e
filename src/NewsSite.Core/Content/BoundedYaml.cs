using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsSite.Core.Content;

/// <summary>The YAML that content files may hold: no anchors and aliases, which can blow up, and no deep nesting.</summary>
internal sealed class BoundedYaml(TextReader text) : IParser
{
    private const int Deepest = 8;
    private readonly Parser _parser = new(text);
    private int _depth;

    public ParsingEvent? Current => _parser.Current;

    public bool MoveNext()
    {
        if (!_parser.MoveNext()) return false;
        if (Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }) throw Refuse("content files have no anchors (&) and aliases (*); put the text into quotation marks");
        _depth += Current!.NestingIncrease;
        if (_depth > Deepest) throw Refuse("this is nested too deeply");
        return true;
    }

    private YamlException Refuse(string message) => new(Current!.Start, Current.End, message);
}
