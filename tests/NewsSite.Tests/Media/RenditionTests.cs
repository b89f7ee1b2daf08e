using System.Text;
using NewsSite.Web.Media;

namespace NewsSite.Tests.Media;

public sealed class RenditionTests
{
    [Theory, InlineData("jpg"), InlineData("png"), InlineData("webp")]
    public async Task No_trace_of_metadata_is_left_in_anything_readers_get(string ending)
    {
        await using var site = await TestSite.StartAsync();
        var png = APicture.Png(700, 500);
        var source = ending switch
        {
            "jpg" => APicture.JpegWithMetadata(await APicture.AsAsync("jpg", png, p3: true)),
            "png" => APicture.PngWithMetadata(png),
            _ => APicture.WebPWithMetadata(await APicture.AsAsync("webp[strip,lossless]", png).ContinueWith(t => WithoutExtras(t.Result), TaskScheduler.Default), 700, 500),
        };
        Assert.Contains("XMP-SECRET", Encoding.Latin1.GetString(source), StringComparison.Ordinal);

        var item = await site.TakeAsync($"fair.{ending}", source);

        var shown = site.Shown(item);
        Assert.Equal(6, shown.Length);
        foreach (var file in (string[])[.. shown, site.Plain(item)])
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain(APicture.Secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain((string[])["EXIF", "Exif", "eXIf", "XMP ", "xmpmeta", "Photoshop", "tEXt", "zTXt", "iTXt"], mark => text.Contains(mark, StringComparison.Ordinal));
        }
        foreach (var file in shown)
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain((string[])["ICC_PROFILE", "ICCP", "iCCP", "acsp"], mark => text.Contains(mark, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_picture_comes_in_every_width_below_its_own_and_in_three_formats()
    {
        await using var site = await TestSite.StartAsync();

        var item = await site.TakeAsync("wide.jpg", await APicture.AsAsync("jpg", APicture.Png(1400, 700)));

        int[] widths = [320, 640, 960, 1280];
        Assert.Equal(((string[])["avif", "jpg", "webp"]).SelectMany(f => widths.Select(w => new Rendition(w, f))), item.Renditions);
        foreach (var file in site.Shown(item)) Assert.True(new FileInfo(file).Length > 100);
    }

    [Fact]
    public async Task A_small_picture_comes_in_its_own_width_and_a_transparent_one_stays_so()
    {
        await using var site = await TestSite.StartAsync();

        var item = await site.TakeAsync("badge.png", APicture.Png(200, 100, alpha: true));

        Assert.Equal([new(200, "avif"), new(200, "png"), new(200, "webp")], item.Renditions);
        Assert.Equal(["255 0 0 128"], [await APicture.PointAsync(site.Shown(item).Single(f => f.EndsWith(".png", StringComparison.Ordinal)), 5, 5)]);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Colours_stay_what_they_are(bool withProfile)
    {
        await using var site = await TestSite.StartAsync();

        var item = await site.TakeAsync("flag.jpg", await APicture.AsAsync("jpg", APicture.Png(400, 200), withProfile));

        var (red, blue) = await ColourAsync(site.Shown(item).Single(f => f.EndsWith("320.jpg", StringComparison.Ordinal)), 20, 20);
        Assert.True(red > 245 && blue < 12, $"{red} {blue}");
    }

    [Fact]
    public async Task A_picture_that_the_camera_turned_is_upright()
    {
        await using var site = await TestSite.StartAsync();
        var lying = APicture.JpegWithMetadata(await APicture.AsAsync("jpg", APicture.Png(800, 400)), orientation: 6);

        var item = await site.TakeAsync("tower.jpg", lying);

        Assert.Equal((400, 800), (item.Width, item.Height));
        foreach (var file in site.Shown(item).Where(f => !f.EndsWith(".avif", StringComparison.Ordinal)))
        {
            var (top, bottom) = (await ColourAsync(file, 100, 20), await ColourAsync(file, 100, 600));
            Assert.True(top.Red > 200 && top.Blue < 60, $"{file}: {top}");
            Assert.True(bottom.Red < 60 && bottom.Blue > 200, $"{file}: {bottom}");
        }
    }

    [Fact]
    public async Task A_hanging_program_is_killed_and_the_picture_refused()
    {
        var tool = await AToolAsync("echo $$ > \"$0.pid\"\nexec tail -f /dev/null");
        await using var site = await TestSite.StartAsync($"--Media:Tool={tool}", "--Media:ToolSeconds=1");

        var refusal = await site.RefusalAsync("slow.png", APicture.Png(400, 300));

        Assert.Contains("took more than 1 seconds", refusal, StringComparison.Ordinal);
        var id = int.Parse(await File.ReadAllTextAsync(tool + ".pid"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(Directory.Exists($"/proc/{id}"));
        Assert.Empty(Directory.GetDirectories(Path.Combine(site.Folder, "data", "media", "work")));
    }

    [Fact]
    public async Task A_program_that_writes_nonsense_is_not_believed()
    {
        var tool = await AToolAsync("while [ \"$1\" != -o ]; do shift; done\nout=${2%%[*}\necho nonsense > \"$out\"");
        await using var site = await TestSite.StartAsync($"--Media:Tool={tool}");

        Assert.Contains("something else", await site.RefusalAsync("lie.png", APicture.Png(400, 300)), StringComparison.Ordinal);
    }

    private static async Task<string> AToolAsync(string script)
    {
        var tool = Path.Combine(Directory.CreateTempSubdirectory("newssite-tool-").FullName, "tool");
        await File.WriteAllTextAsync(tool, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return tool;
    }

    private static async Task<(double Red, double Blue)> ColourAsync(string file, int x, int y)
    {
        double[] colour = [.. (await APicture.PointAsync(file, x, y)).Split(' ').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
        return (colour[0], colour[2]);
    }

    // What libvips wrote around the picture's own chunk.
    private static byte[] WithoutExtras(byte[] webp)
    {
        var at = webp.AsSpan().IndexOf("VP8L"u8);
        var length = BitConverter.ToInt32(webp, at + 4);
        return [.. webp[..12], .. webp[at..(at + 8 + length + (length & 1))]];
    }
}
