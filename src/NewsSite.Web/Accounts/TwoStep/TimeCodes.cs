using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Web.Accounts.TwoStep;

/// <summary>
/// Codes of six digits that change every half minute (RFC 6238, as every authenticator app makes them). The framework has them too, but by its own clock,
/// and it takes the same code twice.
/// </summary>
internal static class TimeCodes
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // Base32, RFC 4648

    /// <summary>A new key of 160 bits, in Base32.</summary>
    public static string MakeKey() => RandomNumberGenerator.GetString(Alphabet, 32);

    /// <summary>The code of a step.</summary>
    public static string CodeOf(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // the algorithm that the apps know; its weakness is in collisions, which play no part here
        HMACSHA1.HashData(BytesOf(key), counter, hash);
#pragma warning restore CA5350
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Number of the half minute.</summary>
    public static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 30;

    /// <summary>The step whose code this is: now, or half a minute before or after, for clocks that differ. Null for a wrong code.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var given = Encoding.ASCII.GetBytes(string.Concat(code.Where(char.IsAsciiDigit)));
        long? found = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), given)) found = step;
        return found;
    }

    /// <summary>What the QR code says to the app.</summary>
    public static string AddressOf(string key, string site, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Uri.EscapeDataString(site)}&digits=6&period=30";

    private static byte[] BytesOf(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        var (bits, held, at) = (0, 0, 0);
        foreach (var letter in key)
        {
            bits = (bits << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal);
            held += 5;
            if (held < 8) continue;
            held -= 8;
            bytes[at++] = (byte)(bits >> held);
            bits &= (1 << held) - 1;
        }
        return bytes;
    }
}
