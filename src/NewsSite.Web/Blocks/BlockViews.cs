using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Core.Blocks;

namespace NewsSite.Web.Blocks;

/// <summary>Draws blocks, each by the partial named after its type, which a theme may override.</summary>
public static partial class BlockViews
{
    private static readonly ConcurrentDictionary<Type, Func<Block, IReferences, ArticleFrame, object>> Makers = new();

    /// <summary>
    /// The block as readers see it. An unknown block shows nothing. One that fails shows nothing either,
    /// leaves the rest of the page alone, and is logged with the article's address.
    /// </summary>
    public static async Task<IHtmlContent> BlockAsync(this IHtmlHelper html, Block block, IReferences references, ArticleFrame article)
    {
        ArgumentNullException.ThrowIfNull(html);
        var services = html.ViewContext.HttpContext.RequestServices;
        if (services.GetRequiredService<BlockCatalogue>().Of(block) is not { } type) return HtmlString.Empty;
        try
        {
            var view = Makers.GetOrAdd(type.ClrType, MakerOf)(block, references, article);
            return await html.PartialAsync(type.ViewName, view);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(services.GetRequiredService<ILogger<Block>>(), block.Id, type.Id, article.Address, e);
            return HtmlString.Empty;
        }
    }

    private static Func<Block, IReferences, ArticleFrame, object> MakerOf(Type block) =>
        typeof(BlockViews).GetMethod(nameof(Make), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(block).CreateDelegate<Func<Block, IReferences, ArticleFrame, object>>();

    private static BlockView<TBlock> Make<TBlock>(Block block, IReferences references, ArticleFrame article)
        where TBlock : Block => new((TBlock)block, references, article);

    [LoggerMessage(Level = LogLevel.Error, Message = "Block {Block} ({Type}) of {Address} could not be drawn; readers see the article without it")]
    private static partial void Failed(ILogger log, string block, string type, string address, Exception e);
}
