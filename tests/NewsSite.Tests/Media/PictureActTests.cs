using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Media.Library;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Media;

/// <summary>Whatever is done to a picture is in the record, once.</summary>
public sealed class PictureActTests
{
    [Fact]
    public async Task Uploading_changing_replacing_and_deleting_are_recorded_and_what_changed_nothing_is_not()
    {
        var trail = new Trail();
        await using var site = await TestSite.StartWithAsync(services => services.AddSingleton<IActs>(trail), "--Media:Tool=");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Stone");

        for (var i = 0; i < 2; i++) await ben.PostAsync("/newsroom/api/media", File("file", 40));
        for (var i = 0; i < 2; i++) await ben.PostAsync("/newsroom/media/pier.png?handler=Details", new FormUrlEncodedContent(new Dictionary<string, string> { ["Credit"] = "Ada", ["FocusX"] = "20", ["Version"] = DetailsForm.VersionOf(MediaDetails.None) }));
        for (var i = 0; i < 2; i++) await ben.PostAsync("/newsroom/media/pier.png?handler=Replace", File("picture", 60));
        for (var i = 0; i < 2; i++) await ben.PostAsync("/newsroom/media/pier.png?handler=Delete", new FormUrlEncodedContent([]));

        Assert.Equal(
            [
                ("media.uploaded", "uploaded the picture “pier.png”"), ("media.changed", "changed the credit and focal point of the picture “pier.png”"),
                ("media.replaced", "replaced the picture “pier.png”"), ("media.deleted", "deleted the picture “pier.png”"),
            ],
            trail.Acts.Select(a => (a.Name, a.Words)));
        Assert.All(trail.Acts, a => Assert.Equal("media/pier.png", a.Subject));
    }

    private static MultipartFormDataContent File(string field, int width) => new() { { new ByteArrayContent(APicture.Png(width, 30)), field, "pier.png" } };

    private sealed class Trail : IActs
    {
        public List<Act> Acts { get; } = [];

        public void Add(NewsDb db, Act act) => Acts.Add(act);
    }
}
