using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace NewsSite.Web.Caching;

/// <summary>Chooses a content coding as RFC 9110, 12.5.3 says.</summary>
internal static class AcceptEncoding
{
    /// <summary>
    /// The acceptable coding of greatest weight; of equal ones Brotli, then gzip, then identity. Identity wins over a
    /// listed coding only when it is listed itself with more weight. When nothing is acceptable the answer is
    /// identity all the same: a readable page serves better than a 406.
    /// </summary>
    public static ContentCoding Choose(StringValues header)
    {
        double? brotli = null, gzip = null, identity = null, any = null;
        foreach (var line in header)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var member = line.AsSpan()[range];
                var parameter = member.IndexOf(';');
                var name = (parameter < 0 ? member : member[..parameter]).Trim();
                var weight = parameter < 0 ? 1 : Weight(member[(parameter + 1)..]);
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) brotli = weight;
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase)) gzip = weight;
                else if (name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase)) gzip ??= weight;
                else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase)) identity = weight;
                else if (name is "*") any = weight;
            }
        }

        var best = Math.Max(brotli ?? any ?? 0, gzip ?? any ?? 0);
        if (best <= 0 || identity > best) return ContentCoding.Identity;
        return (brotli ?? any ?? 0) >= best ? ContentCoding.Brotli : ContentCoding.Gzip;
    }

    /// <summary>The number after <c>q=</c>; 0, so never chosen, when it is not one from 0 to 1.</summary>
    private static double Weight(ReadOnlySpan<char> parameter)
    {
        parameter = parameter.Trim();
        if (!parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) return 0;
        return double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            && weight is >= 0 and <= 1 ? weight : 0;
    }
}
