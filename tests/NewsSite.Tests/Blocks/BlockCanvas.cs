using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Blocks;
using NewsSite.Web.Blocks;

namespace NewsSite.Tests.Blocks;

/// <summary>Draws blocks with the program's own view engine, outside any page.</summary>
internal static class BlockCanvas
{
    public static async Task<string> DrawAsync(this TestSite site, IReadOnlyList<Block> blocks, IReferences? references = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var action = new ActionContext(new DefaultHttpContext { RequestServices = scope.ServiceProvider }, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary());
        var temporary = scope.ServiceProvider.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(action.HttpContext);
        await using var text = new StringWriter();
        var context = new ViewContext(action, new NoView(), data, temporary, text, new HtmlHelperOptions());
        var html = scope.ServiceProvider.GetRequiredService<IHtmlHelper>();
        ((IViewContextAware)html).Contextualize(context);
        var drawn = await html.BlocksAsync(blocks, references ?? new SampleReferences(), SampleReferences.Frame);
        drawn.WriteTo(text, scope.ServiceProvider.GetRequiredService<HtmlEncoder>());
        return text.ToString();
    }

    /// <summary>Without the indentation of views, which means nothing to readers.</summary>
    public static string Tidy(string html) =>
        string.Join('\n', html.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));

    private sealed class NoView : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }
}
