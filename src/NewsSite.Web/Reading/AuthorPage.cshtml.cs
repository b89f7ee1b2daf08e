using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Articles;
using NewsSite.Web.Authors;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>An author and their articles.</summary>
public sealed class AuthorPage(AuthorList authors, ListingReader listings, RedirectBook redirects, Site site, Slots slots, PageFrames frames) : ListPage(listings, site, slots, frames)
{
    /// <summary>Shows a page of them.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        Tags.Add("authors");
        if ((await authors.AllAsync(ct)).FirstOrDefault(a => a.Slug == slug) is not { } author)
            return await redirects.FindAsync($"/authors/{slug}", ct) is { } moved ? RedirectPermanent(moved) : NotFound();
        return await ListAsync(
            Listing.Author(slug), $"/authors/{slug}",
            new() { Title = author.Name, Description = $"Stories by {author.Name}.", OpenGraphType = "profile", JsonLd = [AuthorJsonLd.Of(Site, author, author.Profile is { } words ? ProseMarkdown.ToPlainText(words) : null)] },
            (page, pages, rail) => new(author.Name, author.JobTitle, author.Profile is { } profile ? ProseMarkdown.ToHtml(profile) : null, [], page.Stories, false, pages, rail), ct);
    }
}
