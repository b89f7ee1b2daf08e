using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Media;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Media;

/// <summary>A picture of a story that nobody may see yet.</summary>
public sealed class HeldPictureTests
{
    [Fact]
    public async Task A_held_picture_is_at_none_of_its_addresses_for_readers_and_kept_by_nobody_for_the_newsroom()
    {
        var held = new Held("secret.png");
        await using var site = await TestSite.StartWithAsync(services => services.AddSingleton<IHeldPictures>(held));
        var secret = await site.TakeAsync("secret.png", APicture.Png(40, 30));
        var open = await site.TakeAsync("open.png", APicture.Png(41, 30));
        using var moderator = await site.SignInAsync(Role.Moderator);
        string[] paths = [Pictures.Address(secret), .. secret.Renditions.Select(r => Pictures.Address(secret, r))];
        Assert.Equal(4, paths.Length);

        foreach (var path in paths)
        {
            using var reader = await site.Reader.GetAsync(path);
            using var colleague = await moderator.GetAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, "no-store"), (reader.StatusCode, reader.Headers.CacheControl?.ToString()));
            Assert.True(colleague.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{path}: {colleague.StatusCode}");
            Assert.True(colleague.Headers.CacheControl is { Private: true, NoStore: true, MaxAge: null }, $"{path}: {colleague.Headers.CacheControl}");
        }
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync($"/api/v1/media/{secret.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync(Pictures.Address(open, open.Renditions[0]))).StatusCode);

        held.File = "";
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync(paths[^1])).StatusCode);
        using var whole = await site.Reader.GetAsync(paths[0]);
        Assert.Equal((HttpStatusCode.Redirect, true), (whole.StatusCode, whole.Headers.CacheControl!.Public));
    }

    private sealed class Held(string file) : IHeldPictures
    {
        public string File { get; set; } = file;

        public ValueTask<bool> IsHeldAsync(string file, CancellationToken ct) => ValueTask.FromResult(file == File);
    }
}
