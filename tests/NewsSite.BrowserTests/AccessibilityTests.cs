using NewsSite.BrowserTests.Newsroom;

namespace NewsSite.BrowserTests;

[Collection(SharedPaper.Name)]
public sealed class AccessibilityTests(Paper paper)
{
    [Fact]
    public Task No_page_breaks_a_rule_of_WCAG_in_light_or_dark_on_a_telephone_or_a_desk() =>
        paper.CheckAsync(PageKind.All, async visit => await Wcag.FaultsAtAsync(visit.Page, "the page", [360, 1280]));
}
