using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Blocks;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.PictureUses;
using NewsSite.Web.Media;

namespace NewsSite.Tests.Media;

/// <summary>The test clock stands on 4 May 2026, ten in the morning in London.</summary>
public sealed class RightsTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync("--Media:Tool=");
        await _site.AddAsync([Picture("ended.png", new(2026, 5, 3)), Picture("ends-today.png", new(2026, 5, 4)), Picture("ends-soon.png", new(2026, 5, 18)), Picture("ends-later.png", new(2026, 5, 19)), Picture("free.png", null)]);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_picture_whose_rights_have_ended_stops_the_story_and_one_whose_end_is_near_is_pointed_out()
    {
        using var ada = await _site.SignInAsync();
        string[] files = ["ended.png", "ends-today.png", "ends-soon.png", "ends-later.png", "free.png"];
        var content = DraftContent.Empty with
        {
            Headline = "Pictures",
            LeadImage = new("ended.png", PicturePurpose.Decorative, null, null, null),
            Blocks = [.. files.Select((f, i) => new BlockText($"b{i}", $$"""{"type":"image","id":"b{{i}}","v":1,"media":"{{f}}","purpose":"decorative"}"""))],
        };

        var saved = await ada.SaveAsync(DraftClient.NewId(_site), null, content);
        var found = saved.Issues.Where(i => i.Message.Contains("rights", StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.Equal([(IssueSeverity.Stop, null, "leadImage"), (IssueSeverity.Stop, "b0", null), (IssueSeverity.Warn, "b1", null), (IssueSeverity.Warn, "b2", null)], found.Select(i => (i.Severity, i.Block, i.Field)));
        Assert.Equal("The picture “ended.png” may not be shown any more: its rights ended on 3 May 2026. Choose another, or renew the rights and say so in the library.", found[0].Message);
        Assert.Equal("The picture “ends-today.png” may be shown only until 4 May 2026. Renew its rights before then, or choose another.", found[2].Message);
    }

    [Fact]
    public async Task The_day_ends_in_London_and_not_in_Greenwich()
    {
        using var ada = await _site.SignInAsync();
        _site.Clock.Pass(TimeSpan.FromHours(14.25)); // 23:15 in Greenwich, a quarter past midnight in London
        var content = DraftContent.Empty with { Headline = "Pictures", LeadImage = new("ends-today.png", PicturePurpose.Decorative, null, null, null) };

        var saved = await ada.SaveAsync(DraftClient.NewId(_site), null, content);

        Assert.Contains(saved.Issues, i => i.Severity is IssueSeverity.Stop && i.Message.Contains("ended on 4 May 2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Live_stories_with_such_a_picture_are_named_and_drafts_are_not()
    {
        var id = await _site.PublishAsync(new AStory { LeadImage = new("ended.png", PicturePurpose.Decorative, null, null, null) });
        await _site.PublishAsync(new AStory { Slug = "free", Headline = "Free", LeadImage = new("free.png", PicturePurpose.Decorative, null, null, null) });
        await _site.PublishAsync(new AStory { Slug = "gone", Headline = "Gone", LeadImage = new("ended.png", PicturePurpose.Decorative, null, null, null) });
        await _site.WithdrawAsync("gone");
        using var ada = await _site.SignInAsync();

        var expired = await _site.DoAsync(services => services.GetRequiredService<ExpiredPictures>().OfLiveStoriesAsync(CancellationToken.None));
        var page = WebUtility.HtmlDecode(await ada.GetStringAsync("/newsroom/media?rights=expired"));

        Assert.Equal([new ExpiredPicture(id, "Storm takes the pier", "ended.png", new(2026, 5, 3))], expired);
        Assert.Contains("Storm takes the pier", page, StringComparison.Ordinal);
        Assert.Contains("Rights ended 3 May", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Gone", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ends-today.png", page, StringComparison.Ordinal);
    }

    private MediaItem Picture(string file, DateOnly? until) => new()
    {
        Id = Guid.CreateVersion7(_site.Clock.GetUtcNow()),
        File = file,
        Hash = MediaIntake.HashOf(System.Text.Encoding.ASCII.GetBytes(file)),
        ContentType = "image/png",
        Bytes = 1,
        Width = 2,
        Height = 1,
        RightsUntil = until,
        Renditions = [],
    };
}
