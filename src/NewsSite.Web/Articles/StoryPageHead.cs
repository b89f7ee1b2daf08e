using NewsSite.Core.Blocks;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Articles;

/// <summary>What an article's page tells search engines, feed readers and social cards.</summary>
internal static class StoryPageHead
{
    private const int LongestDescription = 200;

    public static PageHead Of(Site site, StoryView story, Revision revision) => new()
    {
        Title = story.Kind.Labelled(story.Headline),
        SocialTitle = revision.SocialHeadline is { } social ? story.Kind.Labelled(social) : null,
        Description = revision.SocialDescription ?? story.Standfirst ?? FirstWords(story.Blocks),
        Canonical = story.Address,
        OpenGraphType = "article",
        Image = story.Lead is { } lead ? site.Address(lead.Picture.Address) : null,
        ImageAlt = story.Lead?.Alt,
        Properties = [.. Properties(site, story)],
        Feeds = [.. story.Topics.Take(1).SelectMany(t => FeedLink.Of($"{site.Name}: {t.Text}", t.Path))],
        JsonLd = [StoryJsonLd.Of(site, story), StoryJsonLd.Breadcrumbs(site, story)],
    };

    private static IEnumerable<KeyValuePair<string, string>> Properties(Site site, StoryView story)
    {
        yield return new("article:published_time", story.Published.Machine);
        if (story.Updated is { } updated) yield return new("article:modified_time", updated.Machine);
        foreach (var author in story.Bylines) yield return new("article:author", site.Address($"/authors/{author.Slug}"));
        if (story.Topics is [var main, ..]) yield return new("article:section", main.Text);
        foreach (var topic in story.Topics) yield return new("article:tag", topic.Text);
    }

    private static string? FirstWords(IReadOnlyList<Block> blocks)
    {
        var words = blocks.Select(b => b.ToPlainText().Split("\n\n", 2)[0].ReplaceLineEndings(" ").Trim()).FirstOrDefault(w => w.Length > 0);
        if (words is null || words.Length <= LongestDescription) return words;
        var end = words.LastIndexOf(' ', LongestDescription - 1);
        if (end < 0) end = char.IsLowSurrogate(words[LongestDescription - 1]) ? LongestDescription - 2 : LongestDescription - 1;
        return words[..end].TrimEnd(',', ';', ':', ' ') + "…";
    }
}

/// <summary>The label that a paid-for article carries wherever its headline goes.</summary>
public static class SponsoredLabel
{
    extension(ArticleKind kind)
    {
        /// <summary>The headline where it stands alone, outside the site's own pages: a sponsored one says so first.</summary>
        public string Labelled(string headline) => kind is ArticleKind.Sponsored ? $"{kind}: {headline}" : headline;
    }
}
