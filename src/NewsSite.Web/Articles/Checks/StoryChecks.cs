using NewsSite.Core.Blocks;

namespace NewsSite.Web.Articles.Checks;

/// <summary>Everything that a journalist should look at before a story goes to readers.</summary>
internal sealed class StoryChecks(BlockCatalogue catalogue)
{
    /// <summary>The issues of a revision, which need not be stored yet: first what stands above the blocks, then block by block in reading order.</summary>
    public Task<IReadOnlyList<StoryIssue>> RunAsync(Revision revision, CancellationToken ct)
    {
        var blocks = revision.ReadBlocks(catalogue);
        var words = new ArticleWords(revision.Standfirst, blocks, revision.Headline);
        return Task.FromResult<IReadOnlyList<StoryIssue>>(
        [
            .. revision.Headline.Length == 0 ? [new(IssueSeverity.Stop, "Write a headline: readers and search engines see it first.", null, "headline")] : Array.Empty<StoryIssue>(),
            .. revision.Bylines.Count == 0 ? [new(IssueSeverity.Stop, "Say who wrote it: choose at least one author, or the desk.", null, "bylines")] : Array.Empty<StoryIssue>(),
            .. from block in blocks
               from issue in catalogue.Check(block, words)
               select new StoryIssue(issue.Severity is Severity.Stop ? IssueSeverity.Stop : IssueSeverity.Warn, issue.Message, block.Id, issue.Field.Length == 0 ? null : issue.Field),
        ]);
    }
}
