using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Comments;

/// <summary>
/// Keyed hashes of network addresses, with a new key each day, and the seals of forms. A day's key is made the day before and is gone after <see cref="Life"/>,
/// and with it every way from a hash back to an address.
/// </summary>
internal sealed class AddressKeys(IDbContextFactory<NewsDb> databases, TimeProvider clock)
{
    /// <summary>How long a key, and a hash made with it, is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>How long a form can be sent after it was made.</summary>
    public static readonly TimeSpan FormLife = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<int, byte[]> _keys = new();

    /// <summary>The hashes under which an address is known today and was yesterday, today's first; none for no address.</summary>
    public async ValueTask<IReadOnlyList<string>> HashesOfAsync(IPAddress? address, CancellationToken ct)
    {
        if (Text(address) is not { } text) return [];
        var now = clock.GetUtcNow();
        return [Hash(await KeyAsync(now, ct), text), Hash(await KeyAsync(now.AddDays(-1), ct), text)];
    }

    /// <summary>What a form of an article carries: when it was made, sealed.</summary>
    public async ValueTask<string> SealFormAsync(Guid article, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var seconds = now.ToUnixTimeSeconds();
        var hash = Hash(await KeyAsync(now, ct), $"{article:N} {seconds}");
        return string.Create(CultureInfo.InvariantCulture, $"{seconds}.{hash}");
    }

    /// <summary>How long ago the form was made; null when its seal is not ours, or it was made too long ago.</summary>
    public async ValueTask<TimeSpan?> AgeOfFormAsync(Guid article, string? seal, CancellationToken ct)
    {
        if (seal?.Split('.') is not [var typed, var hash] || !long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return null;
        var now = clock.GetUtcNow();
        if (seconds > now.ToUnixTimeSeconds() || seconds < (now - FormLife).ToUnixTimeSeconds()) return null;
        var made = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var expected = Hash(await KeyAsync(made, ct), $"{article:N} {seconds}");
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(hash)) ? now - made : null;
    }

    /// <summary>Makes tomorrow's key, so that no reader waits for it.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        await KeyAsync(clock.GetUtcNow(), ct);
        await KeyAsync(clock.GetUtcNow().AddDays(1), ct);
    }

    /// <summary>Forgets keys that have had their time.</summary>
    public async Task ForgetAsync(NewsDb db, CancellationToken ct)
    {
        var oldest = DayOf(clock.GetUtcNow() - Life);
        await db.Set<AddressKey>().Where(k => k.Day < oldest).ExecuteDeleteAsync(ct);
        foreach (var day in _keys.Keys.Where(d => d < oldest)) _keys.TryRemove(day, out _);
    }

    private async ValueTask<byte[]> KeyAsync(DateTimeOffset at, CancellationToken ct)
    {
        var day = DayOf(at);
        if (_keys.TryGetValue(day, out var known)) return known;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<AddressKey>().Where(k => k.Day == day).Select(k => k.Key).FirstOrDefaultAsync(ct) is not { } key)
        {
            var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "AddressKeys" ("Day", "Key") VALUES ({day}, {made}) ON CONFLICT DO NOTHING""", ct);
            key = await db.Set<AddressKey>().Where(k => k.Day == day).Select(k => k.Key).FirstAsync(ct); // another node may have been faster
        }
        return _keys[day] = Convert.FromBase64String(key);
    }

    private static int DayOf(DateTimeOffset at) => at.UtcDateTime.Year * 10_000 + at.UtcDateTime.Month * 100 + at.UtcDateTime.Day;

    private static string Hash(byte[] key, string text) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, 18));

    // A household or a host has 2^64 addresses of the sixth version; they count as one.
    private static string? Text(IPAddress? address) => address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8)),
        var four => four.ToString(),
    };
}
