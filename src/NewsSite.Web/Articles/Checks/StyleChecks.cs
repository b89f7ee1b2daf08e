using NewsSite.Core.Blocks;
using NewsSite.Core.Fields;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Web.Articles.Checks;

/// <summary>Holds the house style against the journalist's own words: never against names, and never against what somebody else said or wrote.</summary>
internal static class StyleChecks
{
    public static IEnumerable<StoryIssue> Run(CheckedStory story, BlockCatalogue catalogue, HouseStyle style)
    {
        var revision = story.Revision;
        (string Field, string? Words)[] head =
        [
            ("headline", revision.Headline), ("standfirst", revision.Standfirst), ("socialHeadline", revision.SocialHeadline), ("socialDescription", revision.SocialDescription),
            ("leadImage.alt", revision.LeadImage?.Alt), ("leadImage.caption", revision.LeadImage?.Caption),
        ];
        return
        [
            .. from text in head where text.Words is not null from issue in Of(null, text.Field, text.Words, Quotations.Of(text.Words), style) select issue,
            .. from prose in story.Prose from issue in Of(prose.Block.Id, "text", prose.Outline.Words, Quotations.Of(prose.Outline), style) select issue,
            .. from block in story.Blocks
               where block is not (ProseBlock or IRepeatsWords or UnknownBlock)
               from field in catalogue.Of(block)!.Fields
               from text in field.WordsOf(block)
               where !text.Field.IsOthersWords && text.Field.Control is not FieldControl.Markdown
               from issue in Of(block.Id, text.Path, text.Words, Quotations.Of(text.Words), style)
               select issue,
        ];
    }

    private static IEnumerable<StoryIssue> Of(string? block, string field, string words, Quotations quoted, HouseStyle style) =>
        from hit in style.Find(words)
        where !quoted.Touch(hit.Start, hit.Length)
        select new StoryIssue(IssueSeverity.Hint, hit.Rule.Message(words, hit.Start), block, field, IssuePassage.At(words, hit.Start, hit.Length), hit.Rule.Id);
}
