using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>What axe finds on a page as it stands, in light and in dark, and whether it reaches out of its window.</summary>
internal static class Wcag
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly object All = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice" } };

    // A dark style gives the tokens other colours and does nothing else, so only these rules can find something new there.
    private static readonly object Colours = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } };

    /// <summary>A line for each fault; none for a page without.</summary>
    /// <param name="page">The page, in the window that it is to be looked at in.</param>
    /// <param name="where">What it shows.</param>
    /// <param name="excused">Rules that do not hold in this state.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string where, params string[] excused)
    {
        // Once for each page, and not for its frames: what stands in them are pages of readers, looked at where those are.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe);
        var faults = new List<string>();
        foreach (var (scheme, rules) in new[] { (ColorScheme.Light, All), (ColorScheme.Dark, Colours) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var result = await page.EvaluateAsync<JsonElement>("runOnly => axe.run(document, { runOnly, resultTypes: ['violations'], iframes: false })", rules);
            if (result.GetProperty("passes").GetArrayLength() == 0) faults.Add($"{where}, {scheme}: axe looked at nothing");
            faults.AddRange(
                from violation in result.GetProperty("violations").EnumerateArray()
                let id = violation.GetProperty("id").GetString()
                where !excused.Contains(id)
                from node in violation.GetProperty("nodes").EnumerateArray()
                select $"{where}, {scheme}: {id} ({violation.GetProperty("help").GetString()}) at {node.GetProperty("target")}: {node.GetProperty("html").GetString()}");
        }
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0) faults.Add($"{where}: reaches {over} px out of the window");
        return faults;
    }

    /// <summary>The same in windows of these widths, in CSS pixels.</summary>
    /// <param name="page">The page.</param>
    /// <param name="where">What it shows.</param>
    /// <param name="widths">The widths.</param>
    /// <param name="open">Opens it anew in each window; null for a page that stands as it is.</param>
    public static async Task<IReadOnlyList<string>> FaultsAtAsync(IPage page, string where, int[] widths, Func<Task>? open = null)
    {
        var faults = new List<string>();
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            if (open is not null) await open();
            faults.AddRange(await FaultsAsync(page, $"{where} at {width}"));
        }
        return faults;
    }
}
