using NewsSite.Core.Blocks;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Checks;

/// <summary>
/// Everything that a journalist should look at before a story goes to readers. Saves answer with it; publication stops on <see cref="IssueSeverity.Stop"/>.
/// </summary>
internal sealed class StoryChecks(BlockCatalogue catalogue, ReferenceChecks references, PictureChecks pictures, HouseStyle style, Site site)
{
    /// <summary>The issues of a revision, which need not be stored yet: first what stands above the blocks, then block by block in reading order.</summary>
    public async Task<IReadOnlyList<StoryIssue>> RunAsync(Revision revision, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var story = new CheckedStory(revision, revision.ReadBlocks(catalogue));
        List<StoryIssue> found =
        [
            .. HeadChecks.Run(story),
            .. await references.RunAsync(story, ct),
            .. await pictures.RunAsync(story, ct),
            .. story.Blocks.SelectMany(block => Of(block, story.Words)),
            .. ProseChecks.Run(story, new(site.Address("/"))),
            .. StyleChecks.Run(story, catalogue, style),
        ];
        var places = story.Blocks.Select((block, place) => (block.Id, place)).DistinctBy(b => b.Id).ToDictionary(b => b.Id, b => b.place, StringComparer.Ordinal);
        return [.. found.OrderBy(i => i.Block is null ? -1 : places.GetValueOrDefault(i.Block, int.MaxValue))]; // a stable sort
    }

    private IEnumerable<StoryIssue> Of(Block block, ArticleWords words) =>
        from issue in catalogue.Check(block, words)
        select new StoryIssue(issue.Severity is Severity.Stop ? IssueSeverity.Stop : IssueSeverity.Warn, issue.Message, block.Id, issue.Field.Length == 0 ? null : issue.Field);
}
