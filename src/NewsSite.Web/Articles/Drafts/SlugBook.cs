using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Redirects;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Finds slugs that are free: no article has them, and no old address of another article is at them.</summary>
public sealed class SlugBook(NewsDb db)
{
    private const int LongestMade = 80;
    private const int Namesakes = 20;

    /// <summary>The slug that an article should have by its headline; the one that it has when that follows from the headline already, or when there is no headline.</summary>
    public async Task<string> OfHeadlineAsync(string headline, Guid article, string? present, CancellationToken ct)
    {
        var stem = Slug.Of(headline, LongestMade);
        if (stem.Length == 0) return present ?? $"story-{article.ToString("N", CultureInfo.InvariantCulture)[^8..]}";
        string[] all = [stem, .. Enumerable.Range(2, Namesakes).Select(n => $"{stem}-{n}")];
        if (present is not null && all.Contains(present, StringComparer.Ordinal)) return present;
        string[] paths = [.. all.Select(s => $"/news/{s}")];
        var taken = await db.Articles.Where(a => a.Id != article && all.Contains(a.Slug)).Select(a => a.Slug).ToListAsync(ct);
        var led = await db.Redirects.Where(r => paths.Contains(r.From)).Select(r => r.From).ToListAsync(ct);
        return all.FirstOrDefault(s => !taken.Contains(s, StringComparer.Ordinal) && !led.Contains($"/news/{s}", StringComparer.Ordinal)) ?? $"{stem}-{article.ToString("N", CultureInfo.InvariantCulture)[^8..]}";
    }

    /// <summary>Why an article cannot have a slug; null when it can.</summary>
    public async Task<string?> FaultOfAsync(string? slug, Article article, CancellationToken ct)
    {
        if (!Slug.IsSlug(slug)) return $"“{slug}” cannot be an address; expected {Slug.Expected}.";
        if (await db.Articles.Where(a => a.Slug == slug && a.Id != article.Id).Select(a => a.Headline).FirstOrDefaultAsync(ct) is { } other) return $"/news/{slug} is the address of “{other}”. Choose another.";
        var path = $"/news/{slug}";
        var to = await db.Redirects.Where(r => r.From == path).Select(r => r.To).FirstOrDefaultAsync(ct);
        return to is null || to == $"/news/{article.Slug}" ? null : $"{path} is an old address that leads to {to}. Choose another.";
    }
}
