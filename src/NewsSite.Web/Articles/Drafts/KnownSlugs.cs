using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Authors;
using NewsSite.Web.Data;
using NewsSite.Web.Sources;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Whether the registers have what content names.</summary>
internal sealed class KnownSlugs(NewsDb db, AuthorList authors, TopicList topics, MergedTopics merged)
{
    public async Task<IReadOnlyList<StoryIssue>> FaultsOfAsync(DraftContent content, CancellationToken ct)
    {
        var (writers, subjects) = (await authors.AllAsync(ct), await topics.AllAsync(ct));
        string[] cited = [.. content.Sources];
        var sources = cited.Length == 0 ? [] : await db.Sources.Where(s => cited.Contains(s.Slug)).Select(s => s.Slug).ToListAsync(ct);
        return
        [
            .. content.Bylines.Where(s => writers.All(a => a.Slug != s)).Select(s => Fault("bylines", "author", s)),
            .. (await merged.NamesAsync(ct)).Now(content.Topics).Where(s => subjects.All(t => t.Slug != s)).Select(s => Fault("topics", "topic", s)),
            .. content.Sources.Except(sources, StringComparer.Ordinal).Select(s => Fault("sources", "source", s)),
        ];
    }

    private static StoryIssue Fault(string field, string what, string slug) => JsonFields.Fault(null, field, $"There is no {what} “{slug}” in the register.");
}
