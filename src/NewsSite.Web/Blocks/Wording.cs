using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace NewsSite.Web.Blocks;

/// <summary>Words and labels as readers see them.</summary>
public static partial class Wording
{
    /// <summary>A paragraph of somebody's words. The mark of an omission, "[…]", is set apart, and said in words to who does not see it.</summary>
    public static IHtmlContent Spoken(this IHtmlHelper html, string paragraph)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(paragraph);
        var content = new HtmlContentBuilder();
        var from = 0;
        foreach (Match mark in Omission().Matches(paragraph))
        {
            content.Append(paragraph[from..mark.Index]);
            content.AppendHtml("<span class=\"omission\" data-own><span aria-hidden=\"true\">").Append(mark.Value).AppendHtml("</span><span class=\"hidden\">(words left out)</span></span>");
            from = mark.Index + mark.Length;
        }
        return content.Append(paragraph[from..]);
    }

    /// <summary>The text with a capital first letter, for a label that stands alone.</summary>
    public static string Capital(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 || !char.IsLower(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>The possessive of a name: "Ofsted’s", "HMICFRS’s", "the inspectors’".</summary>
    public static string Possessive(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.EndsWith('s') ? name + "’" : name + "’s";
    }

    [GeneratedRegex(@"\[(?:…|\.\.\.)\]")]
    private static partial Regex Omission();
}
