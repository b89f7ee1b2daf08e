using NewsSite.Web.Articles;

namespace NewsSite.Web.Search;

/// <summary>The search of the API: the same rules as on the page. Its total is what can be reached by turning pages.</summary>
internal sealed class SearchForPrograms(SearchReader reader) : IArticleSearch
{
    public async Task<(int Total, IReadOnlyList<LiveArticle> Found)> FindAsync(string words, ArticleFilter filter, long before, int size, CancellationToken ct)
    {
        var query = SearchQuery.Parse(words);
        if (!query.Asks) return (0, []);
        var request = new SearchRequest(query, filter.Kind, filter.Topic, filter.From, filter.To) { Author = filter.Author, Person = filter.Person };
        var found = await reader.FindAsync(request, await reader.PlanAsync(request, ct), before, size, ct);
        return (Math.Min(found.Total, ISearchEngine.Deepest), found.Stories);
    }
}
