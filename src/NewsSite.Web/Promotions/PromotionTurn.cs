using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Web.Promotions;

/// <summary>
/// Chooses among promotions that share a place. The choice is made for each page and each ten minutes, by weight, and is the same for everybody who sees the page then: so the
/// page can be cached, nobody is followed, and no script is needed. Over the pages and minutes of a day each is shown as often as its weight says.
/// </summary>
internal static class PromotionTurn
{
    /// <summary>How long a choice holds.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <summary>The one whose turn it is.</summary>
    /// <param name="sharing">Those that share the place and run now; at least one.</param>
    /// <param name="article">The article beside which it is shown; null on other pages.</param>
    /// <param name="now">The present.</param>
    public static Promotion Of(IReadOnlyList<Promotion> sharing, Guid? article, DateTimeOffset now)
    {
        if (sharing.Count == 1) return sharing[0];
        Span<byte> seed = stackalloc byte[24 + 32];
        BinaryPrimitives.WriteInt64LittleEndian(seed, now.UtcTicks / Length.Ticks);
        (article ?? Guid.Empty).TryWriteBytes(seed[8..]);
        SHA256.HashData(Encoding.UTF8.GetBytes($"{sharing[0].Slot} {sharing[0].Order}"), seed[24..]);
        var drawn = (int)(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(seed)) % (ulong)sharing.Sum(p => (long)p.Weight));
        foreach (var promotion in sharing)
            if ((drawn -= promotion.Weight) < 0) return promotion;
        return sharing[^1];
    }

    /// <summary>When the next choice is made.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset now) => new((now.UtcTicks / Length.Ticks + 1) * Length.Ticks, TimeSpan.Zero);
}
