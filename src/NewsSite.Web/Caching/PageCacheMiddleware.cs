using Microsoft.Extensions.Options;

namespace NewsSite.Web.Caching;

/// <summary>Answers from the store before anything else runs; otherwise has each page rendered once.</summary>
internal sealed class PageCacheMiddleware(
    RequestDelegate next, PageStore store, IOptions<PageCacheOptions> options, TimeProvider clock)
{
    // Whoever has waited for this many renderings in vain stops waiting and renders.
    private const int MostWaits = 3;

    private readonly PageRendering _rendering = new(next, store, options, clock);
    private readonly PageFlights _flights = new();
    private readonly PageCacheOptions _options = options.Value;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return next(context);
        if (_options.Bypass(request)) return next(context);

        var key = PageKey.Of(request, _options.QueryKeys);
        if (!_options.Enabled) return _rendering.RenderAsync(context, key, static _ => { });
        return store.TryFind(key, out var page) ? Serve(context, page) : RenderOnceAsync(context, key);
    }

    private Task Serve(HttpContext context, CachedPage page)
    {
        var coding = AcceptEncoding.Choose(context.Request.Headers.AcceptEncoding);
        return (page.In(coding) ?? store.Encode(page, coding)).ServeAsync(context);
    }

    private async Task RenderOnceAsync(HttpContext context, PageKey key)
    {
        for (var waits = 0; waits < MostWaits; waits++)
        {
            var flight = _flights.Join(key, out var leads);
            if (leads)
            {
                await LeadAsync(context, key, flight);
                return;
            }

            if (await flight.Landed.WaitAsync(context.RequestAborted) == PageOutcome.NotShared) break;

            // Even a page just kept is looked up again: it may have been evicted before we got here.
            if (store.TryFind(key, out var page))
            {
                await Serve(context, page);
                return;
            }
        }

        await _rendering.RenderAsync(context, key, static _ => { });
    }

    private async Task LeadAsync(HttpContext context, PageKey key, PageFlight flight)
    {
        try
        {
            // Between our look-up and our lead, an earlier flight may have landed.
            if (store.TryFind(key, out var page))
            {
                flight.Land(PageOutcome.Kept);
                await Serve(context, page);
                return;
            }

            await _rendering.RenderAsync(context, key, flight.Land);
        }
        finally
        {
            // Has landed already unless rendering threw: then a reader who left says nothing about the page.
            flight.Land(context.RequestAborted.IsCancellationRequested ? PageOutcome.Dropped : PageOutcome.NotShared);
        }
    }
}
