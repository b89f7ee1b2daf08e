using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>The newsroom's list of stories.</summary>
[Needs(Permission.SeeAllStories)]
public sealed class StoriesPage(StoryList stories, ICurrentAccount who, Site site, TimeProvider clock) : NewsroomPage
{
    /// <summary>The states that have a tab.</summary>
    public static readonly IReadOnlyList<(ArticleState? State, string Words)> Tabs =
        [
            (null, "All"),
            (ArticleState.Draft, "Drafts"), (ArticleState.InReview, "In review"), (ArticleState.Approved, "Approved"), (ArticleState.Scheduled, "Scheduled"),
            (ArticleState.Live, "Live"), (ArticleState.Withdrawn, "Withdrawn"),
        ];

    /// <summary>What is searched for; null for everything.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Where the stories stand; null for anywhere.</summary>
    public ArticleState? State { get; private set; }

    /// <summary>Number of the page, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>The stories.</summary>
    public StoryPage List { get; private set; } = null!;

    /// <summary>Whether whoever looks may write stories.</summary>
    public bool MayWrite => who.May(Permission.WriteStories);

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        string? state = Request.Query["state"], page = Request.Query["page"];
        if (!string.IsNullOrEmpty(state))
        {
            if (!Enum.GetValues<ArticleState>().Any(s => s.Name == state)) return NotFound();
            State = Enum.GetValues<ArticleState>().First(s => s.Name == state);
        }
        if (!string.IsNullOrEmpty(page))
        {
            if (!int.TryParse(page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number is < 1 or > StoryList.LastPage) return NotFound();
            Number = number;
        }
        List = await stories.PageAsync(Query, State, Number, ct);
        return Page();
    }

    /// <summary>The address of this list with another state or page.</summary>
    public string PathOf(ArticleState? state, int page = 1)
    {
        string[] parts =
        [
            .. string.IsNullOrWhiteSpace(Query) ? [] : new[] { $"q={Uri.EscapeDataString(Query)}" },
            .. state is { } s ? [$"state={s.Name}"] : Array.Empty<string>(),
            .. page > 1 ? [$"page={page}"] : Array.Empty<string>(),
        ];
        return "/newsroom/articles" + (parts.Length > 0 ? "?" + string.Join('&', parts) : "");
    }

    /// <summary>A time as the newsroom tells it.</summary>
    public string Spoken(DateTimeOffset instant) => site.Spoken(instant, clock.GetUtcNow());

    /// <summary>How far off a time is, such as "in 3 days".</summary>
    public string Away(DateTimeOffset instant) => SpokenTimes.Away(instant, clock.GetUtcNow(), site.Zone);

    /// <summary>A time for machines.</summary>
    public string Machine(DateTimeOffset instant) => site.Machine(instant);
}
