using NewsSite.Web.Promotions;
using NewsSite.Web.Themes;

namespace NewsSite.Tests.Promotions;

public sealed class PromotionTests
{
    [Fact]
    public async Task A_promotion_is_shown_in_its_slot_with_its_label_while_it_runs()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());
        var now = site.Clock.GetUtcNow();
        await site.AddAsync([new Promotion { Slug = "ropes", Slot = SlotName.Rail, Label = "Promotion", Headline = "Ropes for every weather", StartsAt = now.AddHours(1), EndsAt = now.AddHours(2) }], "promotions");
        Assert.DoesNotContain("Ropes", await site.Reader.GetStringAsync("/news/storm-takes-the-pier"));

        site.Clock.Pass(TimeSpan.FromHours(1));
        var during = await site.Reader.GetStringAsync("/news/storm-takes-the-pier");
        site.Clock.Pass(TimeSpan.FromHours(1));
        var after = await site.Reader.GetStringAsync("/news/storm-takes-the-pier");

        Assert.Contains("aria-label=\"Promotion: Ropes for every weather\"", during);
        Assert.True(during.IndexOf("Ropes", StringComparison.Ordinal) > during.IndexOf("</article>", StringComparison.Ordinal));
        Assert.DoesNotContain("Ropes", after);
    }

    [Fact]
    public async Task A_promotion_is_in_no_feed_and_in_no_answer_of_the_api()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());
        await site.AddAsync([new Promotion { Slug = "ropes", Slot = SlotName.Rail, Label = "Promotion", Headline = "Ropes for every weather", StartsAt = site.Clock.GetUtcNow() }], "promotions");
        Assert.Contains("Ropes", await site.Reader.GetStringAsync("/news/storm-takes-the-pier"));

        foreach (var path in new[] { "/feed.xml", "/atom.xml", "/feed.json", "/api/v1/articles", "/api/v1/articles/storm-takes-the-pier?as=html" })
            Assert.DoesNotContain("Ropes", await site.Reader.GetStringAsync(path));
    }
}
