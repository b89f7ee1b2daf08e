namespace NewsSite.Web.Media.Formats;

/// <summary>What the bytes of a picture say of it. Nothing is decoded to find out.</summary>
/// <param name="ContentType">Such as <c>image/jpeg</c>.</param>
/// <param name="Width">Width in pixels as readers will see it, after orientation.</param>
/// <param name="Height">Height in pixels as readers will see it, after orientation.</param>
/// <param name="HasAlpha">Whether parts of it may be transparent.</param>
/// <param name="HasProfile">Whether it says by a profile what its colours mean; without one they are taken for sRGB.</param>
/// <param name="Clean">
/// The same picture without metadata and without whatever follows its end: only what is needed to draw it, its colour profile and, for a JPEG, its orientation.
/// </param>
internal sealed record PictureFile(string ContentType, int Width, int Height, bool HasAlpha, bool HasProfile, byte[] Clean)
{
    private delegate PictureFile? Parser(ReadOnlySpan<byte> file);

    private static readonly (string Name, Func<byte[], bool> Is, Parser Parse)[] Formats =
    [
        ("JPEG", f => f.AsSpan().StartsWith(JpegFile.Start), JpegFile.Parse),
        ("PNG", f => f.AsSpan().StartsWith(PngFile.Start), PngFile.Parse),
        ("GIF", f => f.AsSpan().StartsWith("GIF87a"u8) || f.AsSpan().StartsWith("GIF89a"u8), GifFile.Parse),
        ("WebP", f => f.Length > 12 && f.AsSpan().StartsWith("RIFF"u8) && f.AsSpan(8).StartsWith("WEBP"u8), WebPFile.Parse),
        ("AVIF", f => IsBoxFile(f) && AvifFile.Brands(f).Contains("avif"), AvifFile.Parse),
    ];

    /// <summary>Tells the format by the content and reads the picture's headers.</summary>
    /// <param name="file">The whole file.</param>
    /// <returns>The format's name, null when it is none that the site takes; the picture, null when the file is cut short or broken.</returns>
    public static (string? Format, PictureFile? Picture) Read(byte[] file)
    {
        foreach (var format in Formats)
            if (format.Is(file)) return (format.Name, format.Parse(file) is { Width: > 0, Height: > 0 } picture ? picture : null);
        return (null, null);
    }

    /// <summary>Why a file of no known format is not taken, as the end of a sentence.</summary>
    public static string WhatElse(byte[] file)
    {
        if (IsBoxFile(file) && AvifFile.Brands(file).Any(b => b is "heic" or "heix" or "mif1" or "msf1" or "heim" or "heis"))
            return "is a HEIC picture, as phones take them, which browsers cannot show; export it as JPEG";
        var start = System.Text.Encoding.UTF8.GetString(file, 0, Math.Min(file.Length, 1024));
        if (start.Contains("<svg", StringComparison.OrdinalIgnoreCase)) return "is an SVG drawing, which can hide programs; export it as PNG";
        if (start.StartsWith("%PDF", StringComparison.Ordinal)) return "is a PDF and not a picture; export the page as PNG";
        return file.Length == 0 ? "is empty" : "is not a picture that the site takes; expected JPEG, PNG, WebP, GIF or AVIF";
    }

    private static bool IsBoxFile(byte[] file) => file.Length > 16 && file.AsSpan(4).StartsWith("ftyp"u8);
}
