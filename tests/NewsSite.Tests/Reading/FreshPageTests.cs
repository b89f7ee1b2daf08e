using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Articles;
using NewsSite.Web.Background;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.Data;
using NewsSite.Web.People;

namespace NewsSite.Tests.Reading;

/// <summary>A change shows on every page that it touches on the very next request, though pages are kept.</summary>
public sealed class FreshPageTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/news")]
    [InlineData("/topics/coast")]
    [InlineData("/authors/ada-quill")]
    [InlineData("/archive/2026/05")]
    [InlineData("/news/storm-takes-the-pier")]
    public async Task A_new_headline_shows_on_the_next_request(string path)
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());
        Assert.Contains("Storm takes the pier", await site.Reader.GetStringAsync(path));

        await site.PublishAsync(new AStory { Headline = "The pier is to be rebuilt" });

        Assert.Contains("The pier is to be rebuilt", await site.Reader.GetStringAsync(path));
    }

    [Fact]
    public async Task A_change_leaves_the_pages_that_it_does_not_touch_where_they_are()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "lighthouse", Topics = ["harbour"], Bylines = ["ben-ink"] });
        await site.PublishAsync(new AStory());
        var untouched = await TagOfAsync(site, "/news/lighthouse");
        await site.InDbAsync(db => db.Revisions.ExecuteUpdateAsync(s => s.SetProperty(r => r.Headline, "Changed behind the site's back")));

        await site.PublishAsync(new AStory { Headline = "The pier is to be rebuilt" });

        Assert.Equal(untouched, await TagOfAsync(site, "/news/lighthouse"));
        Assert.DoesNotContain("behind", await site.Reader.GetStringAsync("/news/lighthouse"));
    }

    [Fact]
    public async Task What_another_process_changes_shows_as_soon_as_this_one_has_caught_up()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());
        Assert.Contains("Storm takes the pier", await site.Reader.GetStringAsync("/"));
        await site.InDbAsync(async db =>
        {
            await db.Revisions.ExecuteUpdateAsync(s => s.SetProperty(r => r.Headline, "Written elsewhere"));
            await db.AnnounceAsync([Listing.Tag(Listing.News)], site.Clock.GetUtcNow(), CancellationToken.None);
            return true;
        });

        await site.Services.GetRequiredService<ChangeFeed>().CatchUpAsync(CancellationToken.None);

        Assert.Contains("Written elsewhere", await site.Reader.GetStringAsync("/"));
    }

    [Fact]
    public async Task A_withdrawn_story_is_gone_everywhere_and_its_address_says_so()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());
        await site.Reader.GetStringAsync("/");

        await site.WithdrawAsync("storm-takes-the-pier");

        foreach (var path in new[] { "/", "/news", "/topics/coast", "/authors/ada-quill" })
            Assert.DoesNotContain("Storm takes the pier", await site.Reader.GetStringAsync(path));
        using var gone = await site.Reader.GetAsync("/news/storm-takes-the-pier");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("withdrawn", await gone.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/archive/2026/05")).StatusCode);
    }

    [Fact]
    public async Task The_notice_of_age_appears_on_the_second_birthday()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Published = "2024-05-05" });
        Assert.DoesNotContain("age-notice", await site.Reader.GetStringAsync("/news/storm-takes-the-pier"));

        site.Clock.Pass(TimeSpan.FromHours(13)); // 4 May 2026, 22:00 UTC
        Assert.DoesNotContain("age-notice", await site.Reader.GetStringAsync("/news/storm-takes-the-pier"));
        site.Clock.Pass(TimeSpan.FromHours(1)); // midnight in London's summer

        Assert.Contains("This story was published on", await site.Reader.GetStringAsync("/news/storm-takes-the-pier"));
    }

    [Fact]
    public async Task A_person_s_page_gathers_what_they_said_across_stories_with_the_role_of_each_day()
    {
        await using var site = await TestSite.StartAsync();
        await site.InDbAsync(async db =>
        {
            db.Add(new Person { Slug = "ada-ferry", Name = "Ada Ferry" });
            return await db.SaveChangesAsync();
        });
        Assert.Contains("no statement of theirs", await site.Reader.GetStringAsync("/people/ada-ferry"));
        await site.PublishAsync(new AStory { Slug = "first", Published = "2025-01-10", Blocks = [Said("as harbour master", "It will hold.")] });
        await site.PublishAsync(new AStory { Slug = "second", Published = "2026-01-10", Blocks = [Said("as former harbour master", "It did not hold.")] });

        var page = await site.Reader.GetStringAsync("/people/ada-ferry");
        Assert.True(page.IndexOf("It did not hold.", StringComparison.Ordinal) < page.IndexOf("It will hold.", StringComparison.Ordinal));
        Assert.Contains("as former harbour master", page);

        await site.WithdrawAsync("second");

        Assert.DoesNotContain("It did not hold.", await site.Reader.GetStringAsync("/people/ada-ferry"));
    }

    private static StatementBlock Said(string role, string words) => new() { Id = "s", Person = "ada-ferry", Name = "Ada Ferry", Role = role[3..], Words = [words] };

    private static async Task<string> TagOfAsync(TestSite site, string path)
    {
        using var answer = await site.Reader.GetAsync(path);
        return answer.Headers.ETag!.Tag;
    }
}
