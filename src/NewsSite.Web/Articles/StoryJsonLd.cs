using System.Text.Json.Nodes;
using NewsSite.Core.Blocks;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Articles;

/// <summary>Structured data for an article's page: what the page shows, and nothing else.</summary>
public static class StoryJsonLd
{
    /// <summary>The article.</summary>
    public static JsonLd Of(Site site, StoryView story)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(story);
        var discussion = story.Discussion.Select(p => p.Model).OfType<IStoryDiscussion>().FirstOrDefault(d => d.OfPeople is not 0);
        return new(JsonLd.Thing(TypeOf(story.Kind),
            ("mainEntityOfPage", story.Address),
            ("url", story.Address),
            ("headline", story.Headline),
            ("description", story.Standfirst),
            ("image", story.Lead is { } lead ? Image(site, lead) : null),
            ("datePublished", story.Published.Machine),
            ("dateModified", story.Updated?.Machine),
            ("correction", JsonLd.List(story.Corrections.Select(Correction))),
            ("author", JsonLd.List(story.Bylines.Select(b => Author(site, b)))),
            ("publisher", SiteJsonLd.Publisher(site)),
            ("articleSection", JsonLd.List(story.Topics.Select(t => (JsonNode)t.Text))),
            ("inLanguage", site.Culture.Name),
            ("citation", JsonLd.List(story.Sources.Select(Citation))),
            ("commentCount", discussion?.OfPeople),
            ("comment", discussion is null ? null : JsonLd.List(discussion.Some.Select(c => Comment(site, c)))),
            ("hasPart", JsonLd.List(story.Blocks.OfType<IAttributedWords>().Where(w => w.Name is not null && w.Words.Count > 0).Select(w => Quotation(site, w))))));
    }

    /// <summary>The way to the article: home, its main topic, itself.</summary>
    public static JsonLd Breadcrumbs(Site site, StoryView story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return SiteJsonLd.Breadcrumbs(site, [.. story.Topics.Take(1).Select(t => (t.Text, t.Path)), (story.Headline, $"/news/{story.Slug}")]);
    }

    private static JsonObject Correction(StoryCorrection correction) => JsonLd.Thing("CorrectionComment",
        ("text", $"{correction.Wrong} {correction.Right}"),
        ("datePublished", correction.Made.Machine),
        ("dateModified", correction.Amended?.Machine));

    private static JsonObject Comment(Site site, DiscussedComment comment) => JsonLd.Thing("Comment",
        ("url", site.Address(comment.Path)),
        ("text", comment.Words),
        ("author", JsonLd.Thing("Person", ("name", comment.Name))),
        ("datePublished", comment.At.Machine));

    private static string TypeOf(ArticleKind kind) => kind switch
    {
        ArticleKind.Opinion => "OpinionNewsArticle",
        ArticleKind.Analysis => "AnalysisNewsArticle",
        ArticleKind.Sponsored => "AdvertiserContentArticle", // by its definition no NewsArticle
        _ => "NewsArticle",
    };

    private static JsonObject Author(Site site, BylineView author) =>
        JsonLd.Thing(author.IsDesk ? "Organization" : "Person", ("name", author.Name), ("url", site.Address($"/authors/{author.Slug}")));

    private static JsonObject Image(Site site, PictureView lead) => JsonLd.Thing("ImageObject",
        ("url", site.Address(lead.Picture.Address)),
        ("width", lead.Picture.Width),
        ("height", lead.Picture.Height),
        ("caption", lead.Caption),
        ("creditText", lead.Credit));

    private static JsonObject Citation(SourceCard source) => JsonLd.Thing("CreativeWork",
        ("name", source.Title),
        ("url", source.Address),
        ("publisher", source.Publisher is { } publisher ? JsonLd.Thing("Organization", ("name", publisher)) : null),
        ("datePublished", source.Published?.ToString()));

    private static JsonObject Quotation(Site site, IAttributedWords said) => JsonLd.Thing("Quotation",
        ("text", string.Join("\n\n", said.Words)),
        ("creator", JsonLd.Thing("Person",
            ("name", said.Name),
            ("jobTitle", said.Role),
            ("url", said.Person is { } person ? site.Address($"/people/{person}") : null))));
}
