using System.Collections.Concurrent;

namespace NewsSite.Web.Accounts.SigningIn;

/// <summary>How much one network address may try. In memory: with several nodes each counts for itself.</summary>
internal sealed class AddressLimits(TimeProvider clock)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(string What, string Address), (int Count, DateTimeOffset Until)> _counts = new();

    /// <summary>Counts a try.</summary>
    /// <param name="what">What is tried.</param>
    /// <param name="http">Whose address counts.</param>
    /// <param name="most">How many tries are allowed within the time.</param>
    /// <param name="time">The time, from the first try.</param>
    /// <returns>False when there have been too many.</returns>
    public bool Take(string what, HttpContext http, int most, TimeSpan time)
    {
        var now = clock.GetUtcNow();
        if (_counts.Count > Most) foreach (var (key, value) in _counts) if (value.Until <= now) _counts.TryRemove(key, out _);
        return _counts.AddOrUpdate((what, AddressOf(http)), _ => (1, now + time), (_, old) => old.Until <= now ? (1, now + time) : (old.Count + 1, old.Until)).Count <= most;
    }

    // A household or a host has 2^64 addresses of the sixth version; they count as one.
    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } six => Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8)),
        var four => four.ToString(),
    };
}
