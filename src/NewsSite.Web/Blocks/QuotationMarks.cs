using NewsSite.Core.Blocks;

namespace NewsSite.Web.Blocks;

/// <summary>Looks for quotation marks that open without closing, or close without opening.</summary>
internal static class QuotationMarks
{
    /// <summary>
    /// Curly double marks have to pair over all the paragraphs. Single ones are not counted: ’ is an apostrophe too.
    /// By custom each paragraph of a long quotation may open anew and only the last closes.
    /// </summary>
    public static IEnumerable<Issue> Check(string field, IReadOnlyList<string> paragraphs)
    {
        var open = 0;
        foreach (var paragraph in paragraphs)
        {
            if (open == 1 && paragraph.StartsWith('“')) open = 0; // the custom of long quotations
            foreach (var c in paragraph)
            {
                if (c == '“') open++;
                else if (c == '”' && --open < 0) break;
            }
            if (open < 0) break;
        }
        if (open > 0) yield return Issue.Warn(field, "A quotation mark opens (“) and never closes (”). If the source has it so, leave it.");
        if (open < 0) yield return Issue.Warn(field, "A quotation mark closes (”) that never opened (“). If the source has it so, leave it.");
    }
}
