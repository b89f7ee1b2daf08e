namespace NewsSite.Web.Caching;

/// <summary>Remembers what was evicted since a page began rendering. Writers hold the store's lock.</summary>
/// <param name="capacity">
/// How many tags to remember. Beyond it all are forgotten, and pages that began before then are refused unseen.
/// </param>
internal sealed class EvictionLog(int capacity = 10_000)
{
    private readonly Dictionary<string, long> _epochs = new(StringComparer.Ordinal);
    private long _forgotten;
    private long _epoch;

    /// <summary>Counts evictions, and only grows. Read it before rendering; no lock is needed for that.</summary>
    public long Epoch => Volatile.Read(ref _epoch);

    public void Record(IReadOnlyCollection<string> tags)
    {
        var epoch = Begin();
        if (_epochs.Count + tags.Count > capacity)
        {
            Forget(epoch);
            return;
        }

        foreach (var tag in tags) _epochs[tag] = epoch;
    }

    public void RecordAll() => Forget(Begin());

    /// <summary>Whether a page that began at this epoch may show something evicted since.</summary>
    public bool HasEvictedSince(long began, IReadOnlyCollection<string> tags)
    {
        if (began < _forgotten) return true;
        if (began == _epoch) return false;
        foreach (var tag in tags)
        {
            if (_epochs.TryGetValue(tag, out var evicted) && evicted > began) return true;
        }

        return false;
    }

    private long Begin()
    {
        Volatile.Write(ref _epoch, _epoch + 1);
        return _epoch;
    }

    private void Forget(long epoch)
    {
        _epochs.Clear();
        _forgotten = epoch;
    }
}
