using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsSite.Web.Blocks.Prose;

/// <summary>
/// CommonMark with tables and strike-through, turned into HTML that is safe to show: raw HTML becomes text,
/// links go to http, https, mailto, tel or this site only, and headings stay below the page's own.
/// </summary>
public static class ProseMarkdown
{
    private static readonly string[] Schemes = ["http:", "https:", "mailto:", "tel:"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <summary>The HTML of a Markdown text.</summary>
    public static string ToHtml(string markdown)
    {
        var document = Parse(markdown);
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return text.ToString();
    }

    /// <summary>The words of a Markdown text; paragraphs and items are separated by blank lines.</summary>
    public static string ToPlainText(string markdown)
    {
        var words = new List<string>();
        foreach (var leaf in Parse(markdown).Descendants<LeafBlock>())
        {
            if (leaf is CodeBlock code) words.Add(code.Lines.ToString());
            else if (leaf.Inline is { } inline) words.Add(string.Concat(inline.Descendants().Select(WordsOf)));
        }
        return string.Join("\n\n", words.Where(w => w.Length > 0));
    }

    private static MarkdownDocument Parse(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case HeadingBlock heading:
                    heading.Level = Math.Clamp(heading.Level, 2, 4);
                    break;
                case LinkInline { IsImage: true } image:
                    image.IsImage = false; // pictures are blocks of their own, with a purpose and a size
                    image.Url = Safe(image.GetDynamicUrl?.Invoke() ?? image.Url);
                    image.GetDynamicUrl = null;
                    break;
                case LinkInline link:
                    link.Url = Safe(link.GetDynamicUrl?.Invoke() ?? link.Url);
                    link.GetDynamicUrl = null;
                    break;
                case AutolinkInline { IsEmail: false } address when Safe(address.Url) != address.Url:
                    address.ReplaceBy(new LiteralInline(address.Url));
                    break;
                default:
                    break;
            }
        }
        return document;
    }

    private static string WordsOf(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline address => address.Url,
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    };

    // A browser drops control characters and white space inside a scheme, so they count as nothing here too.
    private static string Safe(string? url)
    {
        var bare = string.Concat((url ?? "").Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
        if (bare.StartsWith('#') || (bare.StartsWith('/') && !bare.StartsWith("//", StringComparison.Ordinal) && !bare.StartsWith("/\\", StringComparison.Ordinal))) return url!;
        return Array.Exists(Schemes, s => bare.StartsWith(s, StringComparison.OrdinalIgnoreCase)) ? url! : "";
    }
}
