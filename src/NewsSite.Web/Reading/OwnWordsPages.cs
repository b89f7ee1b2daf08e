using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>A page of the site's own words: accessibility, privacy.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Contact">E-mail address of the newsroom; null when readers are given none.</param>
/// <param name="Rail">What other features put beside it.</param>
public sealed record OwnWordsView(string Site, string? Contact, IReadOnlyList<SlotPart> Rail);

/// <summary>What the pages of the site's own words share.</summary>
public abstract class OwnWordsPage(Site site, Slots slots, PageFrames frames) : ReaderPage(frames)
{
    /// <summary>What the partial shows.</summary>
    public OwnWordsView View { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    protected async Task<IActionResult> ShowAsync(string title, string description, string path, CancellationToken ct)
    {
        View = new(site.Name, site.Contact, await slots.FillAsync(SlotName.Rail, null, Tags, ct));
        return await ShowAsync(new() { Title = title, Description = description, Canonical = site.Address(path) }, ct);
    }
}

/// <summary>The accessibility statement.</summary>
public sealed class AccessibilityPage(Site site, Slots slots, PageFrames frames) : OwnWordsPage(site, slots, frames)
{
    /// <summary>Shows the statement.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync("Accessibility", "How this site is built so that everyone can use it, and how to tell us of a barrier.", "/accessibility", ct);
}

/// <summary>What the site keeps of its readers.</summary>
public sealed class PrivacyPage(Site site, Slots slots, PageFrames frames) : OwnWordsPage(site, slots, frames)
{
    /// <summary>Shows the notice.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync("Privacy", "What this site keeps of its readers, and what it does not.", "/privacy", ct);
}
