namespace NewsSite.Tests.Caching;

/// <summary>Counts from one, from any thread.</summary>
internal sealed class Counter
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public int Next() => Interlocked.Increment(ref _count);
}
