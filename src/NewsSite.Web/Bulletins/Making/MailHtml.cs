using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using NewsSite.Web.Articles;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>Writes a mail as HTML. Colours of text and ground are left to the mail program, so that light and dark both can be read; what has a colour has enough contrast on either.</summary>
internal sealed class MailHtml
{
    private const string Serif = "Georgia,'Times New Roman',serif", Sans = "Arial,Helvetica,sans-serif", Red = "#c8323c";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();
    private readonly Site _site;

    public MailHtml(Site site, string title, string preview)
    {
        _site = site;
        _html.Append(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html>
            <html lang="{{site.Culture.Name}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{{E(title)}}</title>
            <style>:root { color-scheme: light dark } a { color: inherit } @media (prefers-color-scheme: dark) { .red { color: #ff8a8f !important; border-color: #ff8a8f !important } }</style>
            </head>
            <body style="margin:0;padding:0">
            <div style="display:none;max-height:0;overflow:hidden">{{E(preview)}}</div>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;text-align:left">

            """);
    }

    public void Head(string words) => Row("0 0 12px", $"""
        <p style="margin:0;font:bold 28px/1.2 {Serif}"><a href="{A(_site.Address("/"))}" style="text-decoration:none">{E(_site.Name)}</a></p>
        <p style="margin:4px 0 0;font:16px/1.4 {Sans}">{E(words)}</p>
        """);

    public void Line(string words) => Row("12px 0", $"""<p class="red" style="margin:0;padding-left:12px;border-left:3px solid {Red};font:17px/1.5 {Serif}">{E(words).ReplaceLineEndings("<br>")}</p>""");

    public void Group(string name) => Row("20px 0 4px", $"""<h2 class="red" style="margin:0;padding-top:8px;border-top:2px solid {Red};color:{Red};font:bold 14px/1.3 {Sans}">{E(name)}</h2>""");

    public void Story(BulletinStory story, bool isFull) => Row("10px 0", $"""
        {(story.Kind is ArticleKind.Sponsored ? $"""<p style="margin:0 0 2px;font:bold 13px/1.3 {Sans}">Sponsored</p>""" : story.Kind is ArticleKind.News ? "" : $"""<p style="margin:0 0 2px;font:13px/1.3 {Sans}">{story.Kind}</p>""")}<h3 style="margin:0;font:bold 19px/1.3 {Serif}"><a href="{A(_site.Address($"/news/{story.Slug}"))}">{E(story.Headline)}</a></h3>
        {(isFull && story.Standfirst is { } standfirst ? $"""<p style="margin:4px 0 0;font:16px/1.5 {Serif}">{E(standfirst)}</p>""" : "")}
        """);

    public void More(int count) => Row("10px 0", $"""<p style="margin:0;font:16px/1.5 {Sans}"><a href="{A(_site.Address("/news"))}">and {count} more on {E(_site.Name)}</a></p>""");

    public void Correction(BulletinCorrection correction) => Row("10px 0", $"""
        <p style="margin:0;font:16px/1.5 {Serif}"><b><a href="{A(_site.Address($"/news/{correction.Slug}#corrections"))}">{E(correction.Headline)}</a></b><br>{E(correction.Wrong)} {E(correction.Right)}</p>
        """);

    public string End(bool isAlert)
    {
        Row("24px 0 8px", $"""
            <p style="margin:0;padding-top:12px;border-top:1px solid #888888;font:14px/1.6 {Sans}">You get this because you asked for it at {E(_site.Name)} and confirmed your address.<br>
            <a href="{BulletinBody.Stop}">{(isAlert ? "No more of these alerts" : "No more bulletins")}</a> · <a href="{BulletinBody.Yours}">What you have chosen</a> · <a href="{A(_site.Address("/privacy"))}">Privacy</a></p>
            """);
        return _html.Append("</table>\n</td></tr></table>\n</body>\n</html>\n").ToString();
    }

    private void Row(string padding, string content) => _html.Append(CultureInfo.InvariantCulture, $"<tr><td style=\"padding:{padding}\">").Append(content.Trim()).Append("</td></tr>\n");

    private static string E(string words) => Encoder.Encode(words);

    private static string A(string address) => Encoder.Encode(address);
}
