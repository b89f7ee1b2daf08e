using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Commands;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Media.Formats;

namespace NewsSite.Tests.Media;

public sealed class MediaIntakeTests
{
    [Fact]
    public async Task The_kind_is_told_by_the_content_and_not_by_the_name()
    {
        await using var site = await TestSite.StartAsync("--Media:Tool=");

        var item = await site.TakeAsync("really-a-png.jpg", APicture.Png(30, 20));

        Assert.Equal(("image/png", 30, 20), (item.ContentType, item.Width, item.Height));
    }

    [Theory, InlineData("jpg"), InlineData("webp"), InlineData("gif"), InlineData("avif")]
    public async Task Size_and_kind_are_read_from_the_header(string ending)
    {
        var file = await APicture.AsAsync(ending, APicture.Png(123, 77));

        var (_, picture) = PictureFile.Read(file);

        Assert.NotNull(picture);
        Assert.Equal(($"image/{(ending == "jpg" ? "jpeg" : ending)}", 123, 77), (picture.ContentType, picture.Width, picture.Height));
    }

    [Fact]
    public async Task Metadata_in_an_avif_is_written_over()
    {
        var picture = APicture.JpegWithMetadata(await APicture.AsAsync("jpg", APicture.Png(123, 77)));
        var avif = await APicture.FromAsync("jpg", picture, "avif");
        Assert.Contains("ARTIST-SECRET", Encoding.Latin1.GetString(avif), StringComparison.Ordinal);

        var clean = PictureFile.Read(avif).Picture!.Clean;

        Assert.DoesNotContain(APicture.Secrets, secret => Encoding.Latin1.GetString(clean).Contains(secret, StringComparison.Ordinal));
        Assert.Equal(avif.Length, clean.Length);
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_is_decoded()
    {
        byte[] bomb = [.. APicture.Png(8, 8)[..8], .. APicture.Header(100_000, 100_000), .. APicture.Png(8, 8)[33..]];
        await using var site = await TestSite.StartAsync("--Media:Tool=/bin/false");

        var refusal = await site.RefusalAsync("bomb.png", bomb);

        Assert.Equal("bomb.png is 100,000 × 100,000 pixels; the most is 60 million pixels and 16,383 on a side. Save it smaller, 1,920 pixels across are enough.", refusal);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "data", "media", "originals")));
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "SVG")]
    [InlineData("<!doctype html><title>Sign in</title>", "not a picture")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("", "empty")]
    public async Task What_only_claims_to_be_a_picture_is_refused(string content, string word)
    {
        await using var site = await TestSite.StartAsync();

        Assert.Contains(word, await site.RefusalAsync("photo.png", Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);
    }

    [Theory, InlineData("../photo.png"), InlineData("photo.svg"), InlineData("Photo 1.PNG"), InlineData("photo.png\n"), InlineData("-x.png")]
    public async Task A_name_that_makes_no_address_is_refused(string name)
    {
        await using var site = await TestSite.StartAsync();

        Assert.Contains("no name for a picture", await site.RefusalAsync(name, APicture.Png(8, 8)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused()
    {
        await using var site = await TestSite.StartAsync("--Media:MaxMegaBytes=1");

        Assert.Contains("more than 1 MB", await site.RefusalAsync("large.png", new byte[1_048_577]), StringComparison.Ordinal);
    }

    [Theory, InlineData("jpg"), InlineData("png"), InlineData("webp"), InlineData("gif"), InlineData("avif")]
    public async Task A_file_that_is_cut_short_is_refused_wherever_the_cut_is(string ending)
    {
        var whole = await APicture.AsAsync(ending, APicture.Png(60, 40));

        for (var length = 24; length < whole.Length - 1; length++) Assert.Null(PictureFile.Read(whole[..length]).Picture);
    }

    [Fact]
    public async Task A_file_that_is_cut_short_is_called_so()
    {
        await using var site = await TestSite.StartAsync();
        var jpeg = await APicture.AsAsync("jpg", APicture.Png(300, 200));

        Assert.Contains("cut short or broken (JPEG)", await site.RefusalAsync("half.jpg", jpeg[..(jpeg.Length / 2)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_damage_to_a_file_trips_the_readers()
    {
        var files = new List<byte[]> { APicture.PngWithMetadata(APicture.Png(20, 10)) };
        foreach (var ending in (string[])["jpg", "webp", "gif"]) files.Add(await APicture.AsAsync(ending, APicture.Png(20, 10)));
        files.Add(await APicture.FromAsync("jpg", APicture.JpegWithMetadata(files[1]), "avif"));
        files.Add(APicture.JpegWithMetadata(files[1]));
        var damages = Gen.Zip(Gen.Choose(0, files.Count - 1), Gen.NonEmptyListOf(Gen.Zip(Gen.Choose(0, int.MaxValue), Gen.Choose(0, 255)))).ToArbitrary();

        Prop.ForAll(damages, damage =>
        {
            var file = (byte[])files[damage.Item1].Clone();
            foreach (var (at, value) in damage.Item2) file[at % Math.Min(file.Length, 700)] = (byte)value;
            PictureFile.Read(file);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public async Task The_same_bytes_under_the_same_name_change_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var png = APicture.Png(330, 200);
        var first = await site.TakeAsync("twice.png", png);
        var before = Directory.GetFiles(site.Folder, "*", SearchOption.AllDirectories).Where(f => f.Contains("media", StringComparison.Ordinal)).Select(f => (f, File.GetLastWriteTimeUtc(f))).ToList();
        var changes = await site.InDbAsync(db => db.Changes.CountAsync());

        var second = await site.TakeAsync("twice.png", png);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(before, Directory.GetFiles(site.Folder, "*", SearchOption.AllDirectories).Where(f => f.Contains("media", StringComparison.Ordinal)).Select(f => (f, File.GetLastWriteTimeUtc(f))));
        Assert.Equal(changes, await site.InDbAsync(db => db.Changes.CountAsync()));
    }

    [Fact]
    public async Task Another_picture_does_not_take_a_name_that_is_in_use()
    {
        await using var site = await TestSite.StartAsync();
        await site.TakeAsync("hall.png", APicture.Png(40, 30));

        Assert.Contains("Another picture is called hall.png", await site.RefusalAsync("hall.png", APicture.Png(41, 30)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_replaces_a_picture_and_its_id_stays()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.TakeAsync("hall.png", APicture.Png(40, 30));
        var store = site.Services.GetRequiredService<MediaStore>();
        var prepared = await store.PrepareAsync(new MemoryStream(APicture.Png(50, 30)), "hall.png", new() { Credit = "A. Drawer" }, "import", CancellationToken.None);

        var changed = await site.InDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var done = await store.PutAsync(db, prepared.Item!, CancellationToken.None);
            await transaction.CommitAsync();
            return done;
        });

        var now = await site.InDbAsync(db => db.Media.AsNoTracking().SingleAsync());
        Assert.True(changed);
        Assert.Equal((first.Id, 50, "A. Drawer"), (now.Id, now.Width, now.Credit));
        Assert.NotEqual(first.Hash, now.Hash);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_and_says_what_is_allowed()
    {
        var wrong = await Assert.ThrowsAnyAsync<Exception>(() => TestSite.StartAsync("--Media:MaxMegaPixels=0"));

        Assert.Contains("Media:MaxMegaPixels is 0; expected 1 to 500.", wrong.Message, StringComparison.Ordinal);
    }
}
