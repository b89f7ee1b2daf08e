using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Promotions.Clicks;

/// <summary>GET /go/{slug}: counts that somebody follows a promotion, and sends them on. It leads to addresses of the register and nowhere else.</summary>
internal static partial class FollowPromotion
{
    public static void MapFollowPromotion(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/go/{slug}", [HttpMethods.Get, HttpMethods.Head], HandleAsync).ExcludeFromDescription();

    private static async Task<Results<RedirectHttpResult, NotFound>> HandleAsync(string slug, HttpContext http, NewsDb db, Site site, TimeProvider clock, ILogger<PromotionsFeature> log, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (!Slug.IsSlug(slug) || await db.Promotions.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug, ct) is not { Address: { } address } promotion) return TypedResults.NotFound();
        var now = clock.GetUtcNow();
        if (promotion.StartsAt <= now && !(promotion.EndsAt <= now) && IsSomebody(http.Request)) await CountAsync(db, slug, site.Day(now), log, ct);
        return TypedResults.Redirect(address);
    }

    /// <summary>Whether a person has followed a link, as far as a request tells: no look ahead of a browser, no program, no question for headers only.</summary>
    internal static bool IsSomebody(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !Says(request, "Sec-Purpose", "prefetch") && !Says(request, "Sec-Purpose", "prerender") && !Says(request, "Purpose", "prefetch") && !Says(request, "X-Moz", "prefetch")
        && request.Headers["Sec-Fetch-Dest"] is [] or ["document"]
        && request.Headers.UserAgent is [{ Length: > 0 } agent] && !Program().IsMatch(agent);

    // One statement adds on both databases, however many follow at once. That somebody is sent on matters more than that they are counted.
    private static async Task CountAsync(NewsDb db, string slug, DateOnly day, ILogger log, CancellationToken ct)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "PromotionClicks" ("Promotion", "Day", "Clicks") VALUES ({slug}, {text}, 1)
                ON CONFLICT ("Promotion", "Day") DO UPDATE SET "Clicks" = "PromotionClicks"."Clicks" + 1
                """, ct);
        }
        catch (Exception e) when (Races.IsBusy(e))
        {
            Missed(log, slug);
        }
    }

    private static bool Says(HttpRequest request, string header, string word) => request.Headers[header].Any(v => v?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    [GeneratedRegex("bot|crawl|spider|slurp|preview|scan|monitor|fetch|curl|wget|python|java/|httpclient|okhttp|headless|lighthouse|facebookexternalhit|go-http", RegexOptions.IgnoreCase)]
    private static partial Regex Program();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody followed the promotion {Slug} while the store was busy, and is not counted")]
    private static partial void Missed(ILogger log, string slug);
}
