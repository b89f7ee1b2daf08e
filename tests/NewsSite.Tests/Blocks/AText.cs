using FsCheck;
using FsCheck.Fluent;

namespace NewsSite.Tests.Blocks;

/// <summary>Generators of texts, made of pieces that have a meaning somewhere in Markdown, YAML, JSON, HTML or in the container format.</summary>
internal static class AText
{
    private static readonly string[] Pieces =
    [
        "Council", "backs", "£2m", "plan", " ", " ", " ", "  ", "\"", "\\", "\\\\", "{", "}", "\\}", "{#id}", "{#k3f9 }", "{page=\"9\"}", ":::", "::: statement", ":::: ", "- ", "\\- ", "* ", "1. ",
        "# ", "> ", "| a | b |", "---", "```", "“", "”", "‘", "’", "[…]", "[a](javascript:x)", "![](x)", "<b>", "&amp;", "&", "'", "=", ":", "#", "!", "@", "%", "…", "\t", "\u00a0", "\u2028", "\u0001",
        "Llŷn", "Cŵm", "é", "e\u0301", "👩‍🚒", "🏴", "שלום", "漢字", "\ufeff", "\u200b", "null", "yes", "~", "2015",
    ];

    /// <summary>One line or more of any pieces; may be empty or white.</summary>
    public static Gen<string> Any =>
        from count in Gen.Choose(0, 8)
        from pieces in Gen.Elements(Pieces).ListOf(count)
        select string.Concat(pieces);

    /// <summary>A text that means something in every format, an empty one, or null.</summary>
    public static Gen<string?> OrNull => Gen.Frequency((3, Any.Select(t => (string?)t)), (1, Gen.Constant<string?>(null)));

    /// <summary>Up to three paragraphs, some of them with line breaks inside.</summary>
    public static Gen<IReadOnlyList<string>> Paragraphs =>
        from count in Gen.Choose(0, 3)
        from texts in Lines.ListOf(count)
        select (IReadOnlyList<string>)[.. texts];

    /// <summary>Up to five lines, some of them empty.</summary>
    public static Gen<string> Lines =>
        from count in Gen.Choose(0, 5)
        from lines in Any.ListOf(count)
        from ends in Gen.Elements("\n", "\n", "\n\n", "\r\n")
        select string.Join(ends, lines);
}
