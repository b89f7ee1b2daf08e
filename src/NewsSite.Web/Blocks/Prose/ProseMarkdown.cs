using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
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
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollingTable());
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
            else if (leaf.Inline is { } inline) words.Add(string.Concat(Within(inline).Select(WordsOf)));
        }
        return string.Join("\n\n", words.Where(w => w.Length > 0));
    }

    /// <summary>The text as it is written, before what readers are not given is taken out.</summary>
    internal static MarkdownDocument Read(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>Whether readers are given a link to this address.</summary>
    internal static bool IsAllowed(string address) => IsSafe(address);

    /// <summary>The words that a piece of text adds by itself; empty for one that only holds others.</summary>
    internal static string WordsOf(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline address => address.Url,
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    };

    // Forwards: the library's own walk goes backwards and misses what stands before an unlinked link.
    private static IEnumerable<Inline> Within(ContainerInline container)
    {
        foreach (var child in container)
        {
            yield return child;
            if (child is not ContainerInline inner) continue;
            foreach (var deeper in Within(inner)) yield return deeper;
        }
    }

    private static MarkdownDocument Parse(string markdown)
    {
        var document = Read(markdown);
        foreach (var node in document.Descendants().ToList())
        {
            switch (node)
            {
                case HeadingBlock heading:
                    heading.Level = Math.Clamp(heading.Level, 2, 4);
                    break;
                case Table table:
                    Tidy(table);
                    break;
                case LinkInline link:
                    link.IsImage = false; // pictures are blocks of their own, with a purpose and a size
                    link.Url = link.GetDynamicUrl?.Invoke() ?? link.Url;
                    link.GetDynamicUrl = null;
                    if (!IsSafe(link.Url)) Unlink(link);
                    break;
                case AutolinkInline { IsEmail: false } address when !IsSafe(address.Url):
                    address.ReplaceBy(new LiteralInline(address.Url));
                    break;
                default:
                    break;
            }
        }
        return document;
    }

    // Alignment would be written as an inline style, which the site's security policy refuses.
    private static void Tidy(Table table)
    {
        foreach (var column in table.ColumnDefinitions) column.Alignment = null;
        foreach (var cell in table.OfType<TableRow>().Where(r => r.IsHeader).SelectMany(r => r)) cell.GetAttributes().AddProperty("scope", "col");
    }

    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }

    // A browser drops control characters and white space inside a scheme, so they count as nothing here too.
    private static bool IsSafe(string? url)
    {
        var bare = string.Concat((url ?? "").Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
        if (bare.StartsWith('#') || (bare.StartsWith('/') && !bare.StartsWith("//", StringComparison.Ordinal) && !bare.StartsWith("/\\", StringComparison.Ordinal))) return true;
        return Array.Exists(Schemes, s => bare.StartsWith(s, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A wide table scrolls by itself, from the keyboard too, and leaves the page in place.</summary>
    private sealed class ScrollingTable : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.EnsureLine();
            renderer.WriteLine("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}
