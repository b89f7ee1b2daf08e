using System.Globalization;

namespace NewsSite.Tests;

/// <summary>A clock that moves only when a test says so.</summary>
/// <param name="now">ISO 8601 with offset.</param>
public sealed class NewsroomClock(string now = "2026-03-02T09:00:00Z") : TimeProvider
{
    private long _ticks = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
