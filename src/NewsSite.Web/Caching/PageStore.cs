using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Caching;

/// <summary>The pages in memory. Reading takes no lock; keeping and evicting take one, briefly.</summary>
internal sealed class PageStore(IOptions<PageCacheOptions> options, TimeProvider clock) : IPageCache
{
    private readonly ConcurrentDictionary<PageKey, CachedPage> _pages = new();
    private readonly Dictionary<string, HashSet<CachedPage>> _tagged = new(StringComparer.Ordinal);
    private readonly EvictionLog _evictions = new();
    private readonly Lock _lock = new();
    private readonly long _capacity = options.Value.MegaBytes * 1_048_576L;
    private long _bytes;
    private long _turn;

    /// <summary>To be read before rendering and handed to <see cref="TryKeep"/> after it.</summary>
    public long Epoch => _evictions.Epoch;

    /// <summary>Memory that the kept pages take.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public bool TryFind(PageKey key, [NotNullWhen(true)] out CachedPage? page)
    {
        if (!_pages.TryGetValue(key, out page)) return false;
        if (page.ChangesAt is { } instant && instant <= clock.GetUtcNow())
        {
            lock (_lock) Drop(page);
            return false;
        }

        page.LastUsed = Interlocked.Increment(ref _turn);
        return true;
    }

    /// <summary>Keeps a page that began rendering at this epoch, unless something on it has changed since.</summary>
    public bool TryKeep(CachedPage page, long began)
    {
        lock (_lock)
        {
            if (page.Bytes > _capacity || page.ChangesAt <= clock.GetUtcNow()) return false;
            if (_evictions.HasEvictedSince(began, page.Tags)) return false;
            if (_pages.TryGetValue(page.Key, out var former)) Drop(former);
            page.LastUsed = Interlocked.Increment(ref _turn);
            _pages[page.Key] = page;
            foreach (var tag in page.Tags)
            {
                if (!_tagged.TryGetValue(tag, out var pages)) _tagged[tag] = pages = [];
                pages.Add(page);
            }

            _bytes += page.Bytes;
            Trim();
            return true;
        }
    }

    /// <summary>The page in this coding, compressed now if nobody has asked before.</summary>
    public EncodedPage Encode(CachedPage page, ContentCoding coding)
    {
        if (page.In(coding) is { } held) return held;
        var encoded = page.Encode(coding);
        lock (_lock)
        {
            var added = page.Hold(coding, encoded);
            if (IsKept(page))
            {
                _bytes += added;
                Trim();
            }
        }

        return encoded;
    }

    public ValueTask EvictAsync(IReadOnlyCollection<string> tags, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _evictions.Record(tags);
            foreach (var tag in tags)
            {
                if (!_tagged.TryGetValue(tag, out var pages)) continue;
                foreach (var page in pages.ToArray()) Drop(page);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask EvictAllAsync(CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _evictions.RecordAll();
            _pages.Clear();
            _tagged.Clear();
            _bytes = 0;
        }

        return ValueTask.CompletedTask;
    }

    private bool IsKept(CachedPage page) => _pages.TryGetValue(page.Key, out var kept) && ReferenceEquals(kept, page);

    private void Drop(CachedPage page)
    {
        if (!_pages.TryRemove(new(page.Key, page))) return;
        _bytes -= page.Bytes;
        foreach (var tag in page.Tags)
        {
            if (_tagged.TryGetValue(tag, out var pages) && pages.Remove(page) && pages.Count == 0) _tagged.Remove(tag);
        }
    }

    // Sorting everything is slow, so it makes an eighth of the room free at once and is seldom needed.
    private void Trim()
    {
        if (_bytes <= _capacity) return;
        foreach (var page in _pages.Values.OrderBy(page => page.LastUsed).ToArray())
        {
            if (_bytes <= _capacity - _capacity / 8) return;
            Drop(page);
        }
    }
}
