using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Topics;

/// <summary>A subject that articles are filed under.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="Description">One or two sentences about it; null for none.</param>
/// <param name="Section">Its place among the sections of the site, from 1; null when it is no section.</param>
/// <param name="Address">Its page for readers.</param>
/// <param name="Articles">Where its articles are listed.</param>
public sealed record TopicEntry(string Slug, string Name, string? Description, int? Section, string Address, string Articles);

/// <summary>GET /api/v1/topics</summary>
internal static class ListTopics
{
    private static readonly TopicEntry Example = new(
        "coast", "Coast", "Piers, harbours and sea walls.", 1, "http://localhost:5080/topics/coast", "http://localhost:5080/api/v1/articles?topic=coast");

    public static void MapListTopics(this IEndpointRouteBuilder routes) => routes.MapApi("/topics", "Topics").MapGet("/", HandleAsync)
        .WithName("listTopics").WithSummary("Lists the topics")
        .WithDescription("Sections first, in the site's order, then the others by name.")
        .Takes(Paging.PageNumber, Paging.PageSize).Shows(new PageOf<TopicEntry>(1, 1, 20, [Example]));

    private static async Task<Results<Ok<PageOf<TopicEntry>>, ProblemHttpResult>> HandleAsync(HttpContext http, TopicList topics, Site site, PageLinks links, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var paging = Paging.Of(query);
        if (query.Problem is { } problem) return problem;
        http.PageTags().Add(topics.Tag);
        var page = paging.Of([.. (await topics.AllAsync(ct)).Select(t => EntryOf(t, site))]);
        links.Add(http, page);
        return TypedResults.Ok(page);
    }

    private static TopicEntry EntryOf(Topic topic, Site site) => new(
        topic.Slug, topic.Name, topic.Description, topic.Section, site.Address($"/topics/{topic.Slug}"), site.Address($"/api/v1/articles?topic={topic.Slug}"));
}
