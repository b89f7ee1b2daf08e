using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;

namespace NewsSite.Web.Data;

/// <summary>Slugs for new records of registers.</summary>
internal static class FreeSlug
{
    private const int LongestMade = 80;

    /// <summary>The slug of a name, with a number behind it where others have it.</summary>
    /// <param name="taken">The slugs of the register.</param>
    /// <param name="name">The record's name.</param>
    /// <param name="otherwise">The slug of a name without letters that a slug can have.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public static async Task<string> OfAsync(IQueryable<string> taken, string name, string otherwise, CancellationToken ct)
    {
        var stem = Slug.Of(name, LongestMade) is { Length: > 0 } made ? made : otherwise;
        var prefix = stem + "-";
        var others = (await taken.Where(s => s == stem || s.StartsWith(prefix)).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        if (!others.Contains(stem)) return stem;
        for (var number = 2; ; number++)
            if (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{number}") is var next && !others.Contains(next)) return next;
    }
}
