using System.Collections.Concurrent;

namespace NewsSite.Web.Caching;

/// <summary>One rendering that others wait for.</summary>
internal sealed class PageFlight(PageKey key, ConcurrentDictionary<PageKey, PageFlight> underWay)
{
    private readonly TaskCompletionSource<PageOutcome> _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<PageOutcome> Landed => _landed.Task;

    /// <summary>Tells those who wait. The first outcome counts.</summary>
    public void Land(PageOutcome outcome)
    {
        underWay.TryRemove(new(key, this)); // first, so that those who now look again do not find this flight
        _landed.TrySetResult(outcome);
    }
}
