using System.Collections.Concurrent;

namespace NewsSite.Web.Caching;

/// <summary>Renderings under way of which there should be only one for each page.</summary>
internal sealed class PageFlights
{
    private readonly ConcurrentDictionary<PageKey, PageFlight> _underWay = new();

    /// <summary>The flight for this page; <paramref name="leads"/> tells the one caller who has to render it.</summary>
    public PageFlight Join(PageKey key, out bool leads)
    {
        var mine = new PageFlight(key, _underWay);
        var flight = _underWay.GetOrAdd(key, mine);
        leads = ReferenceEquals(flight, mine);
        return flight;
    }
}
