using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace NewsSite.Web.Blocks;

/// <summary>The one way in which HTML that is not escaped reaches a page: what <see cref="Prose.ProseMarkdown"/> made.</summary>
public static class SafeHtml
{
    /// <summary>Writes HTML that the site's own Markdown rules have made safe.</summary>
    public static IHtmlContent Safe(this IHtmlHelper html, string fromMarkdown)
    {
        ArgumentNullException.ThrowIfNull(html);
        return new HtmlString(fromMarkdown);
    }
}
