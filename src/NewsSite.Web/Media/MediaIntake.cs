using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using NewsSite.Web.Media.Formats;

namespace NewsSite.Web.Media;

/// <summary>Looks at files before they come into the library: name, size, kind by content, pixels by header. Decodes nothing and keeps nothing.</summary>
internal sealed partial class MediaIntake(IOptions<MediaOptions> options)
{
    /// <summary>Pixels on a side: what WebP can hold, and far more than a page can use.</summary>
    private const int LongestSide = 16_383;

    private readonly MediaOptions _options = options.Value;

    /// <summary>Reads a file.</summary>
    /// <returns>Bytes and headers; or a refusal, one sentence.</returns>
    public async Task<(byte[] Bytes, PictureFile? Picture, string? Refusal)> ReadAsync(Stream content, string file, CancellationToken ct)
    {
        if (!Name().IsMatch(file) || file.Length > 120) return Refuse($"“{file}” is no name for a picture here; expected a–z, 0–9 and hyphens with an ending such as .jpg, at most 120 characters.");
        if (await BytesAsync(content, ct) is not { } bytes) return Refuse($"{file} has more than {_options.MaxMegaBytes} MB; save it smaller, 1,920 pixels across are enough.");
        var (format, picture) = PictureFile.Read(bytes);
        if (format is null) return Refuse($"{file} {PictureFile.WhatElse(bytes)}.");
        if (picture is null) return Refuse($"{file} is cut short or broken ({format}); send it again, or open it in a picture program and save it anew.");
        if ((long)picture.Width * picture.Height > _options.MaxMegaPixels * 1_000_000L || Math.Max(picture.Width, picture.Height) > LongestSide)
            return Refuse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file} is {picture.Width:N0} × {picture.Height:N0} pixels; the most is {_options.MaxMegaPixels} million pixels and {LongestSide:N0} on a side. Save it smaller, 1,920 pixels across are enough."));
        return (bytes, picture, null);

        static (byte[], PictureFile?, string?) Refuse(string why) => ([], null, why);
    }

    /// <summary>The hash that names a file's content.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private async Task<byte[]?> BytesAsync(Stream content, CancellationToken ct)
    {
        var most = _options.MaxMegaBytes * 1_048_576L;
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        while (await content.ReadAsync(buffer, ct) is > 0 and var count)
        {
            if (kept.Length + count > most) return null;
            kept.Write(buffer, 0, count);
        }
        return kept.ToArray();
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\.(jpe?g|png|webp|gif|avif)\z")]
    private static partial Regex Name();
}
