using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Core.Blocks;

namespace NewsSite.Web.Blocks;

/// <summary>Draws blocks, each by the partial named after its type, which a theme may override.</summary>
public static partial class BlockViews
{
    private static readonly ConcurrentDictionary<Type, Func<Block, IReferences, ArticleFrame, Block?, object>> Makers = new();

    /// <summary>
    /// The block as readers see it. An unknown block shows nothing. One that fails shows nothing either,
    /// leaves the rest of the page alone, and is logged with the article's address.
    /// </summary>
    /// <param name="html">The view in the making.</param>
    /// <param name="block">The block.</param>
    /// <param name="references">The records that blocks of this article name.</param>
    /// <param name="article">The article around it.</param>
    /// <param name="before">The block that readers see just before this one; null for the first.</param>
    public static async Task<IHtmlContent> BlockAsync(this IHtmlHelper html, Block block, IReferences references, ArticleFrame article, Block? before = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        var services = html.ViewContext.HttpContext.RequestServices;
        if (services.GetRequiredService<BlockCatalogue>().Of(block) is not { } type) return HtmlString.Empty;
        try
        {
            var view = Makers.GetOrAdd(type.ClrType, MakerOf)(block, references, article, before);
            return await html.PartialAsync(type.ViewName, view);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(services.GetRequiredService<ILogger<Block>>(), block.Id, type.Id, article.Address, e);
            return HtmlString.Empty;
        }
    }

    /// <summary>All blocks of an article in their order, each knowing the one before it.</summary>
    public static async Task<IHtmlContent> BlocksAsync(this IHtmlHelper html, IReadOnlyList<Block> blocks, IReferences references, ArticleFrame article)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(blocks);
        var all = new HtmlContentBuilder();
        Block? before = null;
        foreach (var block in blocks.Where(b => b is not UnknownBlock))
        {
            all.AppendHtml(await html.BlockAsync(block, references, article, before));
            before = block;
        }
        return all;
    }

    private static Func<Block, IReferences, ArticleFrame, Block?, object> MakerOf(Type block) =>
        typeof(BlockViews).GetMethod(nameof(Make), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(block).CreateDelegate<Func<Block, IReferences, ArticleFrame, Block?, object>>();

    private static BlockView<TBlock> Make<TBlock>(Block block, IReferences references, ArticleFrame article, Block? before)
        where TBlock : Block => new((TBlock)block, references, article) { Before = before };

    [LoggerMessage(Level = LogLevel.Error, Message = "Block {Block} ({Type}) of {Address} could not be drawn; readers see the article without it")]
    private static partial void Failed(ILogger log, string block, string type, string address, Exception e);
}
