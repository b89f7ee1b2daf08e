using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Tests.Blocks;

public sealed class ProseSafetyTests
{
    private static readonly string[] Schemes = ["http:", "https:", "mailto:", "tel:", "/", "#"];

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<div onclick=\"x\">\n\ntext\n\n</div>")]
    [InlineData("<!-- hidden -->")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    public void Raw_HTML_is_shown_as_text(string markdown)
    {
        var page = new HtmlParser().ParseDocument(ProseMarkdown.ToHtml(markdown));

        Assert.Contains(markdown.Split('\n')[0], page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(page.Body.QuerySelectorAll("*"), e => Assert.Contains(e.LocalName, new[] { "p" }));
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#x73;cript:alert(1))")]
    [InlineData("[x](&#106;avascript&colon;alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](<\u0001javascript:alert(1)>)")]
    [InlineData("[x](java&NewLine;script:alert(1))")]
    [InlineData("[x](java&#x0A;script:alert(1))")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](</\t/evil.example>)")]
    [InlineData("[x][r]\n\n[r]: javascript:alert(1)")]
    [InlineData("[x]\n\n[x]: data:text/html;base64,AAAA")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[![x](data:image/png;base64,AA)](javascript:alert(1))")]
    public void A_link_that_may_not_be_followed_keeps_its_words_only(string markdown)
    {
        var page = new HtmlParser().ParseDocument(ProseMarkdown.ToHtml(markdown));

        Assert.Empty(page.QuerySelectorAll("a, img"));
        Assert.NotEmpty(page.Body!.TextContent.Trim());
    }

    [Theory]
    [InlineData("[x](https://example.com/a?b=1&c=2)", "https://example.com/a?b=1&c=2")]
    [InlineData("[x](mailto:desk@example.com)", "mailto:desk@example.com")]
    [InlineData("[x](tel:+441823355455)", "tel:+441823355455")]
    [InlineData("[x](/news/pier)", "/news/pier")]
    [InlineData("[x](#facts)", "#facts")]
    [InlineData("<desk@example.com>", "mailto:desk@example.com")]
    [InlineData("![a map](https://example.com/map.png)", "https://example.com/map.png")]
    public void Other_links_are_followed_and_pictures_become_links(string markdown, string address)
    {
        var page = new HtmlParser().ParseDocument(ProseMarkdown.ToHtml(markdown));

        Assert.Equal(address, Assert.Single(page.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("img"));
    }

    [Fact]
    public void Headings_stay_below_the_page_s_own()
    {
        var page = new HtmlParser().ParseDocument(ProseMarkdown.ToHtml("# One\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five\n\nSix\n==="));

        Assert.Equal(["H2", "H2", "H3", "H4", "H4", "H2"], page.Body!.Children.Select(e => e.TagName));
    }

    [Fact]
    public void Whatever_is_written_no_markup_but_that_of_Markdown_comes_out() =>
        Prop.ForAll(Arb.From(AText.Lines), text =>
        {
            var page = new HtmlParser().ParseDocument(ProseMarkdown.ToHtml(text));
            Assert.Empty(page.QuerySelectorAll("script, img, iframe, style, h1, b, [style], [onclick]"));
            Assert.All(page.QuerySelectorAll("a"), a => Assert.Contains(Schemes, s => a.GetAttribute("href")!.StartsWith(s, StringComparison.OrdinalIgnoreCase)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
}
