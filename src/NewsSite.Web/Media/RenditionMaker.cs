using NewsSite.Web.Media.Formats;

namespace NewsSite.Web.Media;

/// <summary>Makes the sizes and formats of pictures, one picture at a time; the others wait their turn.</summary>
internal sealed class RenditionMaker(MediaFolder folder, VipsTool tool) : IDisposable
{
    private static readonly int[] Widths = [320, 640, 960, 1280, 1920];
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Whether sizes can be made on this machine.</summary>
    public bool CanMake => tool.Find() is not null;

    /// <summary>Makes what is missing, from the original in the folder.</summary>
    /// <returns>The sizes; or why there are none, as the end of a sentence.</returns>
    public async Task<(IReadOnlyList<Rendition> Made, string? Fault)> MakeAsync(string hash, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (folder.Made(hash) is { Count: > 0 } before) return (before, null);
            if (PictureFile.Read(await File.ReadAllBytesAsync(folder.Original(hash), ct)).Picture is not { } picture) return ([], "the file is broken");
            await folder.KeepAsync(folder.Plain(hash), picture.Clean, ct);
            var work = folder.NewWork();
            try
            {
                if (await MakeAsync(hash, picture, work, ct) is { } fault) return ([], fault);
            }
            finally
            {
                Directory.Delete(work, recursive: true);
            }
            return (folder.Made(hash), null);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The widths that a picture of this width comes in: none above its own, and its own where the steps would lose much of it.</summary>
    public static IReadOnlyList<int> WidthsOf(int width)
    {
        int[] steps = [.. Widths.Where(w => w <= width)];
        var largest = Math.Min(width, Widths[^1]);
        return steps.Length == 0 || steps[^1] * 5 < largest * 4 ? [.. steps, largest] : steps;
    }

    // libvips leaves EXIF in a WebP it was told to strip, so all sizes come from one PNG in between that has none left,
    // and whatever a writer still adds by itself is cut out of the result.
    private async Task<string?> MakeAsync(string hash, PictureFile picture, string work, CancellationToken ct)
    {
        var between = Path.Combine(work, "between.png");
        var widths = WidthsOf(picture.Width);
        if (await tool.RunAsync(folder.Plain(hash), widths[^1], picture.HasProfile, $"{between}[strip,compression=1]", work, ct) is { } fault) return fault;
        var results = Directory.CreateDirectory(Path.Combine(work, "results")).FullName;
        foreach (var width in widths)
            foreach (var (format, options) in FormatsOf(picture))
            {
                var made = Path.Combine(work, $"made.{format}");
                if (await tool.RunAsync(between, width, toSrgb: false, $"{made}[{options}]", work, ct) is { } wrong) return wrong;
                if (PictureFile.Read(await File.ReadAllBytesAsync(made, ct)).Picture is not { } result || result.Width != width) return "the program wrote something else than was asked for";
                await File.WriteAllBytesAsync(Path.Combine(results, MediaFolder.NameOf(new(width, format))), result.Clean, ct);
            }
        var place = folder.Renditions(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (!Directory.Exists(place)) Directory.Move(results, place);
        return null;
    }

    private static IEnumerable<(string Format, string Options)> FormatsOf(PictureFile picture)
    {
        yield return ("avif", "Q=55,effort=2,strip");
        yield return ("webp", "Q=80,strip");
        yield return picture.HasAlpha ? ("png", "compression=9,strip") : ("jpg", "Q=82,optimize_coding,interlace,strip");
    }

    public void Dispose() => _one.Dispose();
}
