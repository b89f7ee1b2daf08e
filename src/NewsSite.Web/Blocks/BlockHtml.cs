using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using NewsSite.Core.Blocks;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Blocks;

/// <summary>
/// Blocks as one piece of HTML for other programs (feeds, the API): drawn by the same partials as on the page, the theme's first,
/// with absolute addresses. Belongs to one scope.
/// </summary>
public sealed partial class BlockHtml(IServiceProvider services, IModelMetadataProvider metadata, ITempDataDictionaryFactory tempData, HtmlEncoder encoder, Site site)
{
    /// <summary>Draws the blocks in their order. Unknown ones, and ones that fail (the log names them), are left out.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="references">The records that they name.</param>
    /// <param name="article">The article around them; links within it become links to its page.</param>
    /// <param name="ct">Cancelled when nobody waits for the answer.</param>
    public async Task<string> RenderAsync(IReadOnlyList<Block> blocks, IReferences references, ArticleFrame article, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(article);
        using var text = new StringWriter { NewLine = "\n" };
        var html = Helper(text);
        ct.ThrowIfCancellationRequested();
        (await html.BlocksAsync(blocks, references, article)).WriteTo(text, encoder);
        return Addresses().Replace(text.ToString().Trim(), match => match.Groups[1].Value + Absolute(match.Groups[2].Value, match.Groups[3].Value, article) + "\"");
    }

    // A request of its own: what is drawn must not depend on who asked for it.
    private IHtmlHelper Helper(TextWriter text)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(metadata, action.ModelState);
        var helper = services.GetRequiredService<IHtmlHelper>();
        ((IViewContextAware)helper).Contextualize(new ViewContext(action, NoView.One, data, tempData.GetTempData(http), text, new HtmlHelperOptions()));
        return helper;
    }

    private string Absolute(string attribute, string value, ArticleFrame article) =>
        attribute == "srcset" ? string.Join(", ", value.Split(", ").Select(part => Absolute(part, article))) : Absolute(value, article);

    private string Absolute(string address, ArticleFrame article) => address switch
    {
        ['#', ..] => article.Address + address,
        ['/', '/', ..] => address,
        ['/', ..] => site.Address(address),
        _ => address,
    };

    // Quotation marks in text are always written as references, so this meets attributes only.
    [GeneratedRegex(@"(\s(href|src|srcset|poster)="")([^""]*)""")]
    private static partial Regex Addresses();

    private sealed class NoView : IView
    {
        public static readonly NoView One = new();

        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }
}
