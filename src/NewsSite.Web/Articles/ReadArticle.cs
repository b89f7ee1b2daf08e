using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Api;
using NewsSite.Web.Articles.ReadNext;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Blocks;
using NewsSite.Web.Blocks.Related;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Sites;
using SlugRule = NewsSite.Core.Content.Slug;

namespace NewsSite.Web.Articles;

/// <summary>A live article, whole.</summary>
/// <param name="Id">Permanent id; stays when the slug changes.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Address">Its page for readers.</param>
/// <param name="Kind">What kind of article it is; show it wherever you show the article.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The sentence or two under the headline; null for none.</param>
/// <param name="Social">What social cards and search engines are told.</param>
/// <param name="Bylines">The authors, in the order of the byline.</param>
/// <param name="Topics">The topics, the main one first.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Updated">When its words last changed in a way that readers are told of; null for never.</param>
/// <param name="Corrected">When it was last corrected; null for never.</param>
/// <param name="Corrections">What was wrong in it and has been put right, the latest first; show it wherever you show the article.</param>
/// <param name="LeadImage">The picture above the text; null for none.</param>
/// <param name="Sources">The cited documents: the article's own and those of its blocks.</param>
/// <param name="Media">The pictures that its blocks name by their file.</param>
/// <param name="Related">The live articles that its blocks name by their slug, in their order, then those that share most with it, each with the reason.</param>
/// <param name="Blocks">The body. Blocks of types that this site does not know are left out.</param>
/// <param name="Body">The blocks rendered, when as was given; null otherwise.</param>
/// <param name="Links">Where it is in this API.</param>
public sealed record ArticleDocument(
    Guid Id, string Slug, string Address, ArticleKind Kind, string Headline, string? Standfirst, SocialTexts Social, IReadOnlyList<BylineEntry> Bylines,
    IReadOnlyList<TopicName> Topics, Moment Published, Moment? Updated, Moment? Corrected, IReadOnlyList<ArticleCorrection> Corrections, LeadImageEntry? LeadImage, IReadOnlyList<SourceEntry> Sources,
    IReadOnlyList<MediaEntry> Media, IReadOnlyList<NamedArticle> Related, IReadOnlyList<JsonNode> Blocks, RenderedBody? Body, ArticleLinks Links);

/// <summary>What social cards and search engines are told.</summary>
/// <param name="Headline">The headline for social cards; null when the headline serves.</param>
/// <param name="Description">The description; null when the standfirst serves.</param>
public sealed record SocialTexts(string? Headline, string? Description);

/// <summary>Another live article.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Address">Its page for readers.</param>
/// <param name="Published">The day of publication.</param>
/// <param name="Reason">Why it is named, in readers' words, where that is known; null otherwise.</param>
public sealed record NamedArticle(string Slug, string Headline, string Address, DateOnly Published, string? Reason);

/// <summary>An article's blocks as one text.</summary>
/// <param name="Format">Which format the text is in.</param>
/// <param name="Text">The text. HTML is safe to show, has absolute addresses and no scripts; Markdown is that of the site's content files.</param>
public sealed record RenderedBody(BodyFormat Format, string Text);

/// <summary>A format of a rendered body.</summary>
public enum BodyFormat
{
    /// <summary>HTML.</summary>
    Html,

    /// <summary>CommonMark with containers for the typed blocks.</summary>
    Markdown,
}

/// <summary>GET /api/v1/articles/{slug}</summary>
internal static class ReadArticle
{
    private static readonly ApiParameter<string?> Slug = ApiParameter.Slug("slug", "The article's slug.", "storm-takes-the-pier");
    private static readonly ApiParameter<BodyFormat?> As = ApiParameter.OneOf("as", "Adds the blocks rendered as one text, in body.", BodyFormat.Html);

    private static readonly ArticleCorrection Corrected = new(
        new(new(2026, 5, 3, 9, 30, 0, TimeSpan.FromHours(1)), "2026-05-03 09:30", "Europe/London"), null, "We said that the pier was built in 1896.", "It was built in 1869.");

    private static readonly ArticleDocument Example = new(
        ListArticles.Example.Id, ListArticles.Example.Slug, ListArticles.Example.Address, ListArticles.Example.Kind, ListArticles.Example.Headline, ListArticles.Example.Standfirst,
        new("The night the pier went", null), ListArticles.Example.Bylines, ListArticles.Example.Topics, ListArticles.Example.Published, ListArticles.Example.Updated, Corrected.Made, [Corrected], ListArticles.Example.LeadImage,
        [new("survey-2025", "Survey of the pier", "Port Council", "Report", "https://port.example/survey.pdf", null)], [], [],
        [
            new JsonObject { ["type"] = "prose", ["id"] = "k3f9", ["v"] = 1, ["text"] = "The pier is **gone**." },
            new JsonObject
            {
                ["type"] = "statement", ["id"] = "m2x1", ["v"] = 1, ["person"] = "morwenna-sands", ["name"] = "Morwenna Sands", ["role"] = "harbour master",
                ["occasion"] = "on the quay", ["words"] = new JsonArray("“We will rebuild it.”"),
            },
        ],
        new(BodyFormat.Html, "<p>The pier is <strong>gone</strong>.</p>"), ListArticles.Example.Links);

    public static void MapReadArticle(this IEndpointRouteBuilder articles) => articles.MapGet("/{slug}", HandleAsync)
        .WithName("readArticle").WithSummary("Gives a live article")
        .WithDescription("The article with its blocks, and the records that they name. Promotions are never part of it.")
        .Takes(Slug, As).Shows(Example)
        .Says(StatusCodes.Status301MovedPermanently, "The article has another slug now.")
        .Says(StatusCodes.Status404NotFound, "Readers can see no article here.")
        .Says(StatusCodes.Status410Gone, "The article was withdrawn. The member reason says why, where that is known: publishedInError, superseded (by a page that is no article) or legal.");

    private static async Task<Results<Ok<ArticleDocument>, RedirectHttpResult, ProblemHttpResult>> HandleAsync(
        string slug, HttpContext http, NewsDb db, AbsentStories absent, ArticleDocuments documents, Site site, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var format = query.Get(As);
        if (query.Problem is { } problem) return problem;
        if (!SlugRule.IsSlug(slug)) return ApiProblem.NotFound("Readers can see no article here.");
        if (await db.LiveArticleAsync(slug, ct) is { } live) return TypedResults.Ok(await documents.OfAsync(live, format, http.PageTags(), ct));
        return await absent.FindAsync(slug, ct) switch
        {
            { MovedTo: { } moved } when moved.StartsWith("/news/", StringComparison.Ordinal) =>
                TypedResults.Redirect(site.Address($"/api/v1/articles/{moved["/news/".Length..]}{http.Request.QueryString}"), permanent: true),
            { MovedTo: { } elsewhere } => ApiProblem.Gone($"The article was superseded. {site.Address(elsewhere)} takes its place.", WithdrawalReason.Superseded),
            { Reason: WithdrawalReason.PublishedInError, Note: var note } => ApiProblem.Gone($"The article was published in error and has been withdrawn. {note}".TrimEnd(), WithdrawalReason.PublishedInError),
            { Reason: WithdrawalReason.Legal, Note: var note } => ApiProblem.Gone($"The article was withdrawn for legal reasons. {note}".TrimEnd(), WithdrawalReason.Legal),
            { } => ApiProblem.Gone("The article was withdrawn."),
            null => ApiProblem.NotFound("Readers can see no article here."),
        };
    }
}

/// <summary>Makes the API's form of a live article.</summary>
internal sealed class ArticleDocuments(BlockCatalogue catalogue, ArticleSummaries summaries, ReferenceLoader loader, BlockHtml html, IStoryCorrections corrections, NextStories next, Site site)
{
    public async Task<ArticleDocument> OfAsync(LiveArticle live, BodyFormat? format, PageTags tags, CancellationToken ct)
    {
        var (article, revision) = live;
        tags.Add(PageTag.Article(article.Id), PageTag.Slug(article.Slug));
        var stored = revision.ReadBlocks(catalogue);
        Reference[] named = [.. stored.SelectMany(b => b.References()).Concat(revision.Sources.Select(s => new Reference(ReferenceKind.Source, s))).Distinct()];
        var references = await loader.LoadAsync(named, tags, ct);
        var blocks = new PublicBlocks(catalogue, references).Of(stored);
        var summary = (await summaries.OfAsync([live], tags, ct))[0];
        var media = await summaries.MediaAsync(named.Where(r => r.Kind is ReferenceKind.Media).Select(r => r.Key), tags, ct);
        var body = format switch
        {
            BodyFormat.Html => new RenderedBody(BodyFormat.Html, await html.RenderAsync(blocks, references, new(summary.Address, revision.Headline, site.Day(article.PublishedAt!.Value)), ct)),
            BodyFormat.Markdown => new RenderedBody(BodyFormat.Markdown, ArticleText.Write(blocks, article.Slug, catalogue)),
            _ => null,
        };
        return new(
            summary.Id, summary.Slug, summary.Address, summary.Kind, summary.Headline, summary.Standfirst, new(revision.SocialHeadline, revision.SocialDescription), summary.Bylines,
            summary.Topics, summary.Published, summary.Updated, summary.Corrected,
            [.. (await corrections.OfAsync([article.Id], tags, ct)).GetValueOrDefault(article.Id, []).Select(c => ArticleCorrection.Of(site, c))], summary.LeadImage,
            [.. named.Where(r => r.Kind is ReferenceKind.Source).Select(r => references.Source(r.Key)).OfType<SourceCard>().Select(SourceEntry.Of)],
            [.. media.Values],
            [
                .. named.Where(r => r.Kind is ReferenceKind.Article).Select(r => references.Article(r.Key)).OfType<ArticleLink>().Select(link => Related(link, blocks)),
                .. (await next.OfAsync(article.Id, revision, stored, references, tags, ct)).Select(Related),
            ],
            [.. blocks.Select(b => JsonSerializer.SerializeToNode(b, catalogue.Json)!)], body, summary.Links);
    }

    private NamedArticle Related(ArticleLink link, IReadOnlyList<Block> blocks) =>
        new(link.Slug, link.Headline, site.Address($"/news/{link.Slug}"), link.Published, blocks.OfType<RelatedBlock>().SelectMany(b => b.Articles).FirstOrDefault(a => a.Slug == link.Slug)?.Reason);

    private NamedArticle Related(NextStory next) =>
        new(next.Story.Slug, next.Story.Headline, site.Address(next.Story.Path), DateOnly.FromDateTime(next.Story.Published.Instant.DateTime), next.Reason);
}
