using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Search;

/// <summary>The search of the paper. The page cache does not keep what is found: nobody can fill it with what they type, and every answer is of this second.</summary>
internal sealed class SearchPage(
    SearchReader reader, ListingReader listings, BlockCatalogue catalogue, MergedTopics merged, ITopicLinks topics, Slots slots, Site site, ThemeAssets assets, PageFrames frames) : ReaderPage(frames)
{
    private const int Size = ListingReader.PageSize;

    /// <summary>What the partial shows.</summary>
    public SearchView View { get; private set; } = null!;

    /// <summary>Shows what was found, or only asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var request = SearchAddress.Read(Request.Query, await merged.NamesAsync(ct));
        if (PageNumber is not { } number) return NotFound();
        View = new() { Typed = request.Query.Typed, Asks = request.Asks, From = SearchAddress.Day(request.From), To = SearchAddress.Day(request.To), Rail = await slots.FillAsync(SlotName.Rail, null, Tags, ct) };
        if (request.Asks)
        {
            Tags.NotCacheable();
            if (await FoundAsync(request, number, ct) is not { } found) return NotFound();
            View = found;
        }
        return await ShowAsync(
            new()
            {
                Title = request.Query.Typed.Length > 0 ? $"{request.Query.Typed}: search" : "Search",
                Canonical = site.Address(request.Asks ? View.Pages!.PathOf(number) : SearchAddress.Page),
                Previous = View.Pages?.Previous is { } previous ? site.Address(previous) : null,
                Next = View.Pages?.Next is { } next ? site.Address(next) : null,
                Feeds = View.Feeds,
                Sheets = assets.Find("search.css") is { } sheet ? [sheet] : [],
                NoIndex = true,
                HasSearchBox = true,
            }, ct);
    }

    private async Task<SearchView?> FoundAsync(SearchRequest request, int number, CancellationToken ct)
    {
        var plan = await reader.PlanAsync(request, ct);
        var counting = await reader.NarrowingAsync(request, plan, null, ct) is { } early ? reader.Counts(early, ct) : null;
        var found = await reader.FindAsync(request, plan, (number - 1L) * Size, Size, ct);
        var pages = new PagesView(number, Math.Max(1, (Math.Min(found.Total, ISearchEngine.Deepest) + Size - 1) / Size), SearchAddress.Of(request), "Stories before", "More stories");
        if (number > pages.Of) return null;
        counting ??= reader.Counts((await reader.NarrowingAsync(request, plan, found.Stories, ct))!, ct);
        var filtered = request with { Kind = null, Topic = null, From = null, To = null };
        return View with
        {
            Count = CountOf(request, found.Total),
            Meant = await reader.MeantAsync(request, plan, ct) is { } meant ? new(meant, SearchAddress.Of(request with { Query = SearchQuery.Parse(meant) })) : null,
            Names = number == 1 ? await reader.NamesAsync(request.Query, ct) : View.Names,
            Stories = await HitsAsync(request.Query, found.Stories, ct),
            Choices = [.. Choices(request, found.Total, await counting.Value).Where(c => c.Items.Count > 1 || c.Items.Any(i => i.IsChosen))],
            Kept = [.. SearchAddress.Pairs(request).Where(p => p.Key is "kind" or "topic" or "sort")],
            WithoutFilters = filtered != request && filtered.Asks ? SearchAddress.Of(filtered) : null,
            Feeds = [.. FeedLink.Of($"{site.Name}: {request.Query.Typed}", SearchAddress.Page).Select(f => f with { Path = f.Path + SearchAddress.QueryOf(request with { Order = SearchOrder.Relevance }) })],
            Topics = found.Total == 0 ? [.. (await topics.AllAsync(ct)).Select(t => t.Link)] : [],
            Pages = pages,
        };
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(SearchQuery query, IReadOnlyList<LiveArticle> stories, CancellationToken ct)
    {
        var passages = new Passages(query);
        var teasers = await listings.TeasersAsync(stories, Tags, ct);
        return
        [
            .. from pair in stories.Zip(teasers)
               let standfirst = pair.Second.Standfirst is { } words ? passages.Mark(words) : null
               select new SearchHit(pair.Second, standfirst, passages.Best(pair.First.Revision.ReadBlocks(catalogue))),
        ];
    }

    private IReadOnlyList<SearchChoices> Choices(SearchRequest request, int total, SearchCounts counts)
    {
        return
        [
            new("Order",
                request.Query.Words.Count + request.Query.Phrases.Count == 0 || total < 2 ? [] :
                [
                    new("Best match", null, SearchAddress.Of(request with { Order = SearchOrder.Relevance }), request.Order is SearchOrder.Relevance),
                    new("Newest first", null, SearchAddress.Of(request with { Order = SearchOrder.Date }), request.Order is SearchOrder.Date),
                ]),
            new("Kind",
            [
                new("All kinds", null, SearchAddress.Of(request with { Kind = null }), request.Kind is null),
                .. counts.Kinds.Select(k => new SearchChoice(k.Name, Counted(k.Count), SearchAddress.Of(request with { Kind = Enum.Parse<ArticleKind>(k.Name) }), request.Kind?.ToString() == k.Name)),
            ]),
            new("Topic",
            [
                new("All topics", null, SearchAddress.Of(request with { Topic = null }), request.Topic is null),
                .. counts.Topics.Select(t => new SearchChoice(t.Name, Counted(t.Count), SearchAddress.Of(request with { Topic = t.Key }), request.Topic == t.Key)),
            ]),
        ];
    }

    private string Counted(int count) => count.ToString("N0", site.Culture) + (count < ISearchEngine.Counted ? "" : "+");

    private string CountOf(SearchRequest request, int total)
    {
        var stories = total == 1 ? "1 story" : $"{total.ToString("N0", site.Culture)} stories";
        var about = request.Query.Typed.Length > 0 ? $" for “{request.Query.Typed}”" : "";
        return total == 0 ? $"No story{about}" : stories + about;
    }
}
