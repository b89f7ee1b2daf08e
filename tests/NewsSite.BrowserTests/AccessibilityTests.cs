using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests;

[Collection(SharedPaper.Name)]
public sealed class AccessibilityTests(Paper paper)
{
    internal static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"),
        ResultTypes = [ResultType.Violations],
    };

    [Fact]
    public Task No_page_breaks_a_rule_of_WCAG_in_light_or_dark_on_a_telephone_or_a_desk() => paper.CheckAsync(PageKind.All, async visit =>
    {
        var faults = new List<string>();
        foreach (var width in new[] { 360, 1280 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var result = await visit.Page.RunAxe(Rules);
                if (result.Passes.Length == 0) faults.Add("axe looked at nothing");
                faults.AddRange(
                    from violation in result.Violations
                    from node in violation.Nodes
                    select $"{scheme} at {width}: {violation.Id} ({violation.Help}) at {node.Target}: {node.Html}");
            }
        }
        return faults;
    });
}
