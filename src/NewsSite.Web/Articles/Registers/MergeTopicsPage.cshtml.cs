using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles.Registers;

/// <summary>Where two topics become one: first what will happen, then the act.</summary>
[Needs(Permission.MergeRecords)]
internal sealed class MergeTopicsPage(TopicMerge merge, TopicList topics) : NewsroomPage
{
    /// <summary>The topic from which this page was opened.</summary>
    public Topic Topic { get; private set; } = null!;

    /// <summary>The topics that it can be merged with.</summary>
    public IReadOnlyList<Topic> Others { get; private set; } = [];

    /// <summary>Slug of the other topic.</summary>
    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    /// <summary>Slug of the one that stays.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stays { get; set; }

    /// <summary>What will happen; null until both topics are chosen.</summary>
    public TopicMergePlan? Plan { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct)) return NotFound();
        if (With is null) return Page();
        if (Others.All(t => t.Slug != With)) ModelState.AddModelError(nameof(With), "Choose the other topic.");
        else Plan = await merge.PlanAsync(Goes(slug), StaysOf(slug), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct)) return NotFound();
        ModelState.Clear();
        if (With is null || await merge.RunAsync(Goes(slug), StaysOf(slug), ct) is not { } plan)
        {
            ModelState.AddModelError(nameof(With), "That topic is no longer there. Choose the other topic again.");
            return Page();
        }
        Done = $"“{plan.Goes.Name}” is part of “{plan.Stays.Name}” now, which has {(plan.After == 1 ? "1 live story" : $"{plan.After:N0} live stories")}.";
        return Redirect($"/newsroom/topics/{plan.Stays.Slug}");
    }

    private string StaysOf(string slug) => Stays == slug ? slug : With!;

    private string Goes(string slug) => Stays == slug ? With! : slug;

    private async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        var all = await topics.AllAsync(ct);
        if (all.FirstOrDefault(t => t.Slug == slug) is not { } topic) return false;
        (Topic, Others) = (topic, [.. all.Where(t => t.Slug != slug).OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase)]);
        return true;
    }
}
