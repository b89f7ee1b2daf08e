using System.Net;
using NewsSite.Core.Content;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Authors;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Drafts;

public sealed class SlugTests
{
    [Theory]
    [InlineData("“Good” for children’s services in Somerset", "good-for-childrens-services-in-somerset")]
    [InlineData("The £37,000 SEND Problem", "the-37-000-send-problem")]
    [InlineData("Llŷn: Cŵm é", "llyn-cwm-e")]
    [InlineData("漢字", "")]
    [InlineData("one two three four", "one-two", 10)]
    [InlineData("onetwothreefour", "onetwothre", 10)]
    public void A_slug_is_made_of_a_headline(string headline, string expected, int longest = Slug.Longest)
    {
        var slug = Slug.Of(headline, longest);

        Assert.Equal(expected, slug);
        Assert.True(slug.Length == 0 || Slug.IsSlug(slug));
    }

    [Fact]
    public async Task It_follows_the_headline_until_the_first_publication_and_avoids_those_that_are_taken()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        await site.AddAsync([new Author { Slug = "ada-quill", Name = "Ada Quill" }], "authors");
        await site.PublishAsync(new AStory { Slug = "pier-gone" });
        var id = DraftClient.NewId(site);
        var content = ADraft.Of("a=Words.") with { Bylines = ["ada-quill"] };

        var empty = await ada.SaveAsync(id, null, content with { Headline = "" });
        var first = await ada.SaveAsync(id, empty.Revision, content with { Headline = "Pier" });
        var second = await ada.SaveAsync(id, first.Revision, content with { Headline = "Pier gone" });
        await ada.GoLiveAsync(site, id, second.Revision);
        var later = await ada.SaveAsync(id, second.Revision, content with { Headline = "Pier to be rebuilt" });

        Assert.Equal(("story-" + id.ToString("N")[^8..], "pier", "pier-gone-2", "pier-gone-2"), (empty.Slug, first.Slug, second.Slug, later.Slug));
    }

    [Fact]
    public async Task One_that_is_chosen_stays_whatever_becomes_of_the_headline()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        var id = DraftClient.NewId(site);
        var first = await ada.SaveAsync(id, null, ADraft.Of("a"));

        var chosen = await DraftClient.ReadAsync<SlugAnswer>(await ada.PutSlugAsync(id, "the-night-the-pier-went"));
        var saved = await ada.SaveAsync(id, first.Revision, ADraft.Of("a") with { Headline = "Something else" });

        Assert.Equal((null, "the-night-the-pier-went", "the-night-the-pier-went"), (chosen.Address, chosen.Slug, saved.Slug));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/news/pier")).StatusCode);
    }

    [Fact]
    public async Task A_live_story_moves_at_once_and_is_found_from_its_old_address_and_may_move_back()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        var id = await site.PublishAsync(new AStory { Slug = "pier" });
        await site.Reader.GetStringAsync("/news/pier");

        await DraftClient.ReadAsync<SlugAnswer>(await ada.PutSlugAsync(id, "pier-gone"));
        var moved = await site.Reader.GetAsync("/news/pier");
        var there = await site.Reader.GetStringAsync("/news/pier-gone");
        var other = await DraftClient.ProblemAsync(await ada.PutSlugAsync(await site.DraftAsync(new AStory { Slug = "other" }), "pier"), HttpStatusCode.UnprocessableEntity);
        await DraftClient.ReadAsync<SlugAnswer>(await ada.PutSlugAsync(id, "pier"));

        Assert.Equal((HttpStatusCode.MovedPermanently, "/news/pier-gone"), (moved.StatusCode, moved.Headers.Location!.ToString()));
        Assert.Contains("Storm takes the pier", there, StringComparison.Ordinal);
        Assert.Contains("/news/pier-gone", other.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/news/pier")).StatusCode);
        Assert.Equal(HttpStatusCode.MovedPermanently, (await site.Reader.GetAsync("/news/pier-gone")).StatusCode);
    }

    [Theory]
    [InlineData("Not A Slug")]
    [InlineData("")]
    [InlineData("taken")]
    public async Task One_that_cannot_be_is_refused(string slug)
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        await site.DraftAsync(new AStory { Slug = "taken", Headline = "The other" });
        var id = await site.DraftAsync(new AStory { Slug = "pier" });

        var problem = await DraftClient.ProblemAsync(await ada.PutSlugAsync(id, slug), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("slug", problem.GetProperty("issues")[0].GetProperty("field").GetString());
    }
}
