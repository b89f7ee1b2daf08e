using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Blocks;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
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

    [Fact]
    public async Task The_pictures_of_a_story_under_embargo_are_held_until_it_ends_or_readers_see_them_elsewhere()
    {
        await using var site = await TestSite.StartAsync("--Media:Tool=");
        using var ada = await site.SignInAsync();
        var until = site.Clock.GetUtcNow().AddHours(2);
        foreach (var (file, width) in new[] { ("secret.png", 40), ("known.png", 41) }) await site.TakeAsync(file, APicture.Png(width, 30));
        var id = DraftClient.NewId(site);
        await ada.SaveAsync(id, null, ADraft.Of("lead=Words.", "end=More.") with { LeadImage = new("secret.png", PicturePurpose.Decorative, null, null, null) });
        var other = DraftClient.NewId(site);
        await ada.SaveAsync(other, null, ADraft.Of("lead=Words.") with { Headline = "Other", LeadImage = new("known.png", PicturePurpose.Decorative, null, null, null) });
        await site.InDbAsync(db => db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.EmbargoUntil, until)));
        await site.PublishAsync(new AStory { LeadImage = new("known.png", PicturePurpose.Decorative, null, null, null) });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync("secret.png"), await StatusAsync("known.png")));
        site.Clock.Pass(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("secret.png"));

        async Task<HttpStatusCode> StatusAsync(string file)
        {
            using var answer = await site.Reader.GetAsync(Pictures.Address(await site.InDbAsync(db => db.Media.AsNoTracking().SingleAsync(m => m.File == file))));
            return answer.StatusCode;
        }
    }

    private sealed class Held(string file) : IHeldPictures
    {
        public string File { get; set; } = file;

        public ValueTask<bool> IsHeldAsync(string file, CancellationToken ct) => ValueTask.FromResult(file == File);
    }
}
