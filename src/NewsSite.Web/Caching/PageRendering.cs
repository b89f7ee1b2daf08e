using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace NewsSite.Web.Caching;

/// <summary>Has one page rendered by the rest of the pipeline, keeps it where that is right, and serves it.</summary>
internal sealed class PageRendering(
    RequestDelegate next, PageStore store, IOptions<PageCacheOptions> options, TimeProvider clock)
{
    private static readonly StringValues Everyone = "public, max-age=0, must-revalidate";
    private static readonly StringValues OneReader = "private, no-cache";
    private readonly bool _keeps = options.Value.Enabled;

    /// <param name="context">A GET or HEAD request.</param>
    /// <param name="key">The page asked for; the rest of the pipeline sees no other query than this one's.</param>
    /// <param name="landed">Called as soon as the outcome is known, before a byte is sent; at most once more after.</param>
    public async Task RenderAsync(HttpContext context, PageKey key, Action<PageOutcome> landed)
    {
        var began = store.Epoch; // before anything is read that a change could make stale
        var tags = new PageTags(clock.GetUtcNow());
        context.Features.Set(tags);
        var former = context.Response.Headers.ToArray();
        using var captured = new CapturedResponse(context, passing: () => landed(PageOutcome.NotShared));

        await RunAsync(context, key, captured);
        if (!captured.IsPage) return;
        if (context.RequestAborted.IsCancellationRequested)
        {
            landed(PageOutcome.Dropped); // what noticed the cancellation may have rendered half a page
            return;
        }

        await Serve(context, key, captured, former, tags, began, landed);
    }

    private async Task RunAsync(HttpContext context, PageKey key, CapturedResponse captured)
    {
        var request = context.Request;
        var (method, query) = (request.Method, request.QueryString);
        try
        {
            request.Method = HttpMethods.Get; // endpoints mapped for GET answer HEAD as well
            request.QueryString = new QueryString(key.Query);
            await next(context);
            await captured.FinishAsync();
        }
        finally
        {
            (request.Method, request.QueryString) = (method, query);
            captured.Detach();
        }
    }

    private Task Serve(
        HttpContext context, PageKey key, CapturedResponse captured, KeyValuePair<string, StringValues>[] former,
        PageTags tags, long began, Action<PageOutcome> landed)
    {
        var headers = context.Response.Headers;
        var forEveryone = tags.AreCacheable && PageKinds.IsForEveryone(headers);
        var keeps = _keeps && forEveryone;
        var page = PageHeaders.Describe(
            headers, former, keeps ? captured.Bytes.ToArray() : captured.Bytes, forEveryone ? Everyone : OneReader);
        var coding = AcceptEncoding.Choose(context.Request.Headers.AcceptEncoding);
        if (!keeps)
        {
            landed(PageOutcome.NotShared);
            return page.Encode(coding, kept: false).ServeAsync(context);
        }

        var cached = new CachedPage(key, page, [.. tags.Tags], tags.NextChange);
        var encoded = store.Encode(cached, coding);
        landed(store.TryKeep(cached, began) ? PageOutcome.Kept : PageOutcome.Dropped);
        return encoded.ServeAsync(context);
    }
}
