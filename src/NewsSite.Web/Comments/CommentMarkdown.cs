using System.Net;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsSite.Web.Comments;

/// <summary>The small Markdown of comments: paragraphs, emphasis, links, quotations and lists. All else is text; links vouch for nothing.</summary>
internal static class CommentMarkdown
{
    private const string Relation = "nofollow ugc noopener";
    private const int MostNested = 12;

    private static readonly MarkdownPipeline Pipeline = Make();

    /// <summary>The HTML of a comment.</summary>
    public static string ToHtml(string words)
    {
        try
        {
            if (Parse(words) is { } document) return Render(document);
        }
        catch (ArgumentException)
        {
            // The library's own limit of nesting, which it finds only here.
        }
        return $"<p>{WebUtility.HtmlEncode(words)}</p>\n";
    }

    /// <summary>How many links it holds.</summary>
    public static int CountLinks(string words) => Parse(words)?.Descendants().Count(n => n is LinkInline or AutolinkInline) ?? 0;

    private static string Render(MarkdownDocument document)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return text.ToString();
    }

    // Null when it is nested so deeply that it is no comment any more.
    private static MarkdownDocument? Parse(string words)
    {
        if (words.Split('\n').Any(line => line.Take(3 * MostNested).Count(c => c is '>') > MostNested)) return null;
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(words, Pipeline);
        }
        catch (ArgumentException)
        {
            return null; // the library's own limit
        }
        foreach (var node in document.Descendants().ToList())
        {
            if (node is LinkInline link) Tidy(link);
            else if (node is AutolinkInline address) Tidy(address);
        }
        return document;
    }

    private static void Tidy(LinkInline link)
    {
        link.IsImage = false;
        link.Url = link.GetDynamicUrl?.Invoke() ?? link.Url;
        link.GetDynamicUrl = null;
        link.Title = null;
        if (IsWeb(link.Url))
        {
            link.GetAttributes().AddProperty("rel", Relation);
            return;
        }
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }

    private static void Tidy(AutolinkInline address)
    {
        if (!address.IsEmail && IsWeb(address.Url)) address.GetAttributes().AddProperty("rel", Relation);
        else address.ReplaceBy(new LiteralInline(address.Url));
    }

    private static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !url!.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    private static MarkdownPipeline Make()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks();
        builder.BlockParsers.RemoveAll(p => p is HeadingBlockParser or FencedCodeBlockParser or IndentedCodeBlockParser or HtmlBlockParser or ThematicBreakParser);
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        builder.InlineParsers.RemoveAll(p => p is CodeInlineParser);
        return builder.Build();
    }
}
