using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace NewsSite.Web.Themes;

/// <summary>Draws what features put into slots.</summary>
public static class SlotViews
{
    /// <summary>Draws the parts of a slot in their order.</summary>
    public static async Task<IHtmlContent> SlotAsync(this IHtmlHelper html, IReadOnlyList<SlotPart> parts)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(parts);
        var content = new HtmlContentBuilder();
        foreach (var part in parts) content.AppendHtml(await html.PartialAsync(part.Partial, part.Model));
        return content;
    }
}
