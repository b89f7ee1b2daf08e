using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Articles;
using NewsSite.Web.Bulletins.SignUp;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Reading;

/// <summary>The articles of a topic.</summary>
public sealed class TopicPage(TopicList topics, ListingReader listings, RedirectBook redirects, Site site, Slots slots, PageFrames frames) : ListPage(listings, site, slots, frames)
{
    /// <summary>Shows a page of them.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if ((await topics.AllAsync(ct)).FirstOrDefault(t => t.Slug == slug) is not { } topic)
            return await redirects.FindAsync($"/topics/{slug}", ct) is { } moved ? RedirectPermanent(moved) : NotFound();
        var path = $"/topics/{slug}";
        return await ListAsync(
            Listing.Topic(slug), path,
            new() { Title = topic.Name, Description = topic.Description, Feeds = FeedLink.Of($"{Site.Name}: {topic.Name}", path), JsonLd = [SiteJsonLd.Breadcrumbs(Site, (topic.Name, path))] },
            (page, pages, rail) => new(topic.Name, topic.Description, null, FeedsAt(path), page.Stories, true, pages, [new(5, "SignUpPanel", SignUpForms.AboutTopic(slug, topic.Name, path)), .. rail]), ct);
    }
}
