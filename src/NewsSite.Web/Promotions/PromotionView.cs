using NewsSite.Core.Blocks;

namespace NewsSite.Web.Promotions;

/// <summary>A promotion as pages show it.</summary>
/// <param name="Promotion">The promotion.</param>
/// <param name="Picture">Its picture; null for none.</param>
public sealed record PromotionView(Promotion Promotion, Picture? Picture)
{
    /// <summary>Where its link leads on this site, which counts and sends on; null for one that leads nowhere.</summary>
    public string? Path => Promotion.Address is null ? null : $"/go/{Promotion.Slug}";
}
