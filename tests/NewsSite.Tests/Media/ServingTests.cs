using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Hosting;
using NewsSite.Web.Media;

namespace NewsSite.Tests.Media;

public sealed class ServingTests
{
    private const string Nowhere = "--Media:Tool=/nowhere/vipsthumbnail";

    [Fact]
    public async Task A_rendition_is_served_for_good_and_as_what_it_is()
    {
        await using var site = await TestSite.StartAsync();
        var item = await site.TakeAsync("river.png", APicture.Png(700, 400));

        foreach (var rendition in item.Renditions)
        {
            using var answer = await site.Reader.GetAsync(Pictures.Address(item, rendition));
            var bytes = await answer.Content.ReadAsByteArrayAsync();

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(rendition.Format == "jpg" ? "image/jpeg" : $"image/{rendition.Format}", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
            Assert.False(answer.Headers.ETag!.IsWeak);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["default-src 'none'"], answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(bytes.Length, answer.Content.Headers.ContentLength);
        }
    }

    [Fact]
    public async Task Head_range_and_conditional_requests_are_answered()
    {
        await using var site = await TestSite.StartAsync();
        var item = await site.TakeAsync("river.png", APicture.Png(700, 400));
        var path = Pictures.CardAddress(item);
        var whole = await site.Reader.GetByteArrayAsync(path);

        using var head = await site.Reader.SendAsync(new(HttpMethod.Head, path));
        using var part = await site.Reader.SendAsync(new(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(10, 19) } });
        using var same = await site.Reader.SendAsync(new(HttpMethod.Get, path) { Headers = { IfNoneMatch = { head.Headers.ETag! } } });

        Assert.Equal((HttpStatusCode.OK, whole.Length), (head.StatusCode, (int)head.Content.Headers.ContentLength!));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[10..20], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task The_original_is_not_served_where_there_are_renditions()
    {
        await using var site = await TestSite.StartAsync();
        var item = await site.TakeAsync("river.png", APicture.Png(700, 400));

        using var answer = await site.Reader.GetAsync(Pictures.Address(item));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Pictures.CardAddress(item), answer.Headers.Location!.ToString());
        Assert.EndsWith("/river-640.jpg", Pictures.CardAddress(item), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anything_unknown_is_not_found()
    {
        await using var site = await TestSite.StartAsync();
        var item = await site.TakeAsync("river.png", APicture.Png(700, 400));
        var hash = item.Hash[..16];
        string[] paths =
        [
            $"/media/{hash}/other-320.webp", $"/media/{hash}/river-333.webp", $"/media/{hash}/river-320.gif", $"/media/{hash}/river-0320.webp", $"/media/{hash}/river-99999999999.webp",
            $"/media/0000000000000000/river-320.webp", $"/media/{hash[..15]}/river-320.webp", $"/media/{hash.ToUpperInvariant()}X/river.png", $"/media/{hash}", "/media/", "/media/originals",
            $"/media/{hash}/..%2f..%2f..%2fnewssite.db", $"/media/{hash}/%2e%2e/%2e%2e/newssite.db", $"/media/..%2f..%2f/newssite.db", $"/media/{hash}/river.png%00.webp", $"/media/{hash}/{item.Hash}",
            $"/media/originals/{item.Hash}",
        ];

        foreach (var path in paths)
        {
            using var answer = await site.Reader.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Without_libvips_the_picture_is_served_as_it_came_but_for_its_metadata()
    {
        await using var site = await TestSite.StartAsync(Nowhere);
        var jpeg = APicture.JpegWithMetadata(await APicture.AsAsync("jpg", APicture.Png(700, 400)), orientation: 6);

        var item = await site.TakeAsync("river.jpg", jpeg);
        var served = await site.Reader.GetByteArrayAsync(Pictures.Address(item));

        Assert.Empty(item.Renditions);
        Assert.Equal(Pictures.Address(item), new Pictures().Of(item).Address);
        var text = System.Text.Encoding.Latin1.GetString(served);
        Assert.DoesNotContain(APicture.Secrets, secret => text.Contains(secret, StringComparison.Ordinal));
        Assert.Contains("Exif\0\0MM\0*", text, StringComparison.Ordinal); // which way up, and nothing else
        Assert.Contains(await DoctorAsync(site), line => line.Contains("libvips is missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_libvips_comes_later_the_missing_sizes_are_made()
    {
        await using var site = await TestSite.StartAsync(Nowhere);
        await site.TakeAsync("river.png", APicture.Png(700, 400));

        await site.RestartAsync();
        var made = site.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<MissingRenditions>().Single();
        await made.ExecuteTask!;
        var again = await made.MakeAsync(CancellationToken.None);

        var item = await site.InDbAsync(db => db.Media.AsNoTracking().SingleAsync());
        Assert.Equal(6, item.Renditions.Count);
        Assert.Equal(0, again);
        Assert.Empty(await DoctorAsync(site));
    }

    [Fact]
    public async Task The_doctor_names_originals_that_are_gone()
    {
        await using var site = await TestSite.StartAsync();
        await site.TakeAsync("river.png", APicture.Png(330, 200));
        Directory.Delete(Path.Combine(site.Folder, "data", "media", "originals"), recursive: true);

        Assert.Equal(["1 original is not in the media folder (river.png): put it back from a backup, or import it again."], await DoctorAsync(site));
    }

    [Fact]
    public async Task A_page_gets_every_size_the_best_format_first()
    {
        await using var site = await TestSite.StartAsync();
        var item = await site.TakeAsync("river.png", APicture.Png(700, 400));
        var hash = item.Hash[..16];

        var picture = new Pictures().Of(item);

        Assert.Equal(["image/avif", "image/webp", "image/jpeg"], picture.Sets.Select(s => s.ContentType));
        Assert.Equal($"/media/{hash}/river-320.avif 320w, /media/{hash}/river-640.avif 640w", picture.Sets[0].SrcSet);
        Assert.Equal(($"/media/{hash}/river-640.jpg", 640, 366), (picture.Address, picture.Width, picture.Height));
    }

    private static Task<IReadOnlyList<string>> DoctorAsync(TestSite site) =>
        site.Services.GetServices<IDoctorCheck>().Single(c => c.Name == "Pictures").FaultsAsync(CancellationToken.None);
}
