using System.Text.RegularExpressions;
using NewsSite.Core.Blocks;
using NewsSite.Web.Blocks;

namespace NewsSite.Web.Articles.Checks;

/// <summary>What stands above the blocks: headline, standfirst, byline, topics, lead picture, and whether there is a body at all.</summary>
internal static partial class HeadChecks
{
    public static IEnumerable<StoryIssue> Run(CheckedStory story)
    {
        var revision = story.Revision;
        return
        [
            .. Headline(revision.Headline),
            .. Standfirst(revision),
            .. Length("socialHeadline", "headline for social cards", revision.SocialHeadline, StoryLimits.SocialHeadline),
            .. Length("socialDescription", "description for social cards", revision.SocialDescription, StoryLimits.SocialDescription),
            .. Filing(revision),
            .. Lead(revision),
            .. Body(story),
        ];
    }

    private static IEnumerable<StoryIssue> Headline(string headline)
    {
        if (string.IsNullOrWhiteSpace(headline))
        {
            yield return Stop("headline", "Write a headline: readers and search engines see it first.");
            yield break;
        }
        foreach (var issue in Length("headline", "headline", headline, StoryLimits.Headline)) yield return issue;
        if (headline.EndsWith('.') && !headline.EndsWith("..", StringComparison.Ordinal)) yield return Warn("headline", "The headline ends in a full stop; headlines do without.");
        if (headline.Length > 12 && headline.Any(char.IsLetter) && !headline.Any(char.IsLower)) yield return Warn("headline", "The headline is all capitals, which is hard to read, and some screen readers spell it out.");
    }

    private static IEnumerable<StoryIssue> Standfirst(Revision revision)
    {
        if (string.IsNullOrWhiteSpace(revision.Standfirst)) yield return Warn("standfirst", "There is no standfirst: lists, feeds and search engines show it under the headline.");
        else if (Same(revision.Standfirst, revision.Headline)) yield return Warn("standfirst", "The standfirst repeats the headline. Say what the headline leaves out.");
        foreach (var issue in Length("standfirst", "standfirst", revision.Standfirst, StoryLimits.Standfirst)) yield return issue;
    }

    private static IEnumerable<StoryIssue> Filing(Revision revision)
    {
        if (revision.Bylines.Count == 0) yield return Stop("bylines", "Say who wrote it: choose at least one author, or the desk.");
        if (revision.Topics.Count == 0) yield return Warn("topics", "It has no topic, so readers who follow one will not find it.");
    }

    private static IEnumerable<StoryIssue> Lead(Revision revision)
    {
        if (revision.LeadImage is not { } lead) yield break;
        if (lead.Purpose is null) yield return Stop("leadImage.purpose", "Choose what the picture above the text is there for: described, decorative or captioned.");
        foreach (var issue in PictureWords.Check(lead.Purpose, Filled(lead.Alt), Filled(lead.Caption), revision.Headline, lead.Media))
            yield return Of(issue.Severity is Severity.Stop ? IssueSeverity.Stop : IssueSeverity.Warn, $"leadImage.{issue.Field}", $"Lead picture: {char.ToLowerInvariant(issue.Message[0])}{issue.Message[1..]}");
    }

    private static IEnumerable<StoryIssue> Body(CheckedStory story)
    {
        if (story.Blocks.All(b => b is UnknownBlock || (b.ToPlainText().Length == 0 && !b.References().Any()))) yield return Stop("blocks", "The story has no body yet.");
        foreach (var twice in story.Blocks.Where(b => b.Id.Length > 0).GroupBy(b => b.Id).Where(g => g.Count() > 1)) yield return Stop("blocks", $"Two blocks have the id “{twice.Key}”. Copy the words of one into a new block.");
    }

    private static IEnumerable<StoryIssue> Length(string field, string name, string? text, TextLimit limit)
    {
        if (text?.Length > limit.Hard) yield return Stop(field, $"The {name} has {text.Length:N0} characters; {limit.Hard:N0} is the most.");
        else if (text?.Length > limit.Soft) yield return Warn(field, $"The {name} has {text.Length:N0} characters; up to {limit.Soft:N0} reads well and is not cut.");
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static bool Same(string one, string other) => string.Equals(Bare().Replace(one, ""), Bare().Replace(other, ""), StringComparison.OrdinalIgnoreCase);

    private static StoryIssue Stop(string field, string message) => Of(IssueSeverity.Stop, field, message);

    private static StoryIssue Warn(string field, string message) => Of(IssueSeverity.Warn, field, message);

    private static StoryIssue Of(IssueSeverity severity, string field, string message) => new(severity, message, null, field);

    [GeneratedRegex(@"[\W_]+")]
    private static partial Regex Bare();
}
