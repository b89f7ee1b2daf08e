using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Checks;

namespace NewsSite.Tests.SampleContent;

/// <summary>The checks are of use on real stories: nothing that was printed is stopped, and the style of people who are quoted is left alone.</summary>
[Collection(SampleSite.Name)]
public sealed class SampleChecksTests(SampleSite sample)
{
    [Fact]
    public async Task No_sample_story_is_stopped_and_each_passage_is_in_its_story()
    {
        var found = await sample.Site.DoAsync(async services =>
        {
            var checks = services.GetRequiredService<StoryChecks>();
            var issues = new List<(string Story, StoryIssue Issue)>();
            foreach (var revision in await services.GetRequiredService<NewsSite.Web.Data.NewsDb>().Set<Revision>().AsNoTracking().ToListAsync())
                issues.AddRange((await checks.RunAsync(revision, CancellationToken.None)).Select(i => (revision.Headline, i)));
            return issues;
        });

        Assert.NotEmpty(found);
        Assert.DoesNotContain(found, f => f.Issue.Severity is IssueSeverity.Stop);
        Assert.DoesNotContain(found, f => f.Issue.Passage is { } passage && (passage.Text.Length == 0 || passage.Index < 0));
        Assert.DoesNotContain(found, f => f.Issue.Rule == "ofsted-in-capitals"); // Cllr Redman's own capitals
    }
}
