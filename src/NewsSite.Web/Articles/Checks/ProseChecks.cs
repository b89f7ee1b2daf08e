using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Web.Articles.Checks;

/// <summary>Links, headings and quotation marks of the running text.</summary>
internal static class ProseChecks
{
    private const string Field = "text";

    // What says nothing when it is read out alone, as screen readers list links.
    private static readonly HashSet<string> EmptyWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "click here", "click", "here", "this", "this link", "link", "this page", "read more", "more", "find out more", "learn more", "see here", "read it here", "details", "website", "click this link", "more here",
    };

    public static IEnumerable<StoryIssue> Run(CheckedStory story, Uri home)
    {
        var before = 1; // the headline's level
        foreach (var (block, outline) in story.Prose)
        {
            foreach (var link in outline.Links)
                if (LinkFault(link, home) is var (severity, message))
                    yield return new(severity, message, block.Id, Field, link.Words.Trim().Length == 0 ? null : IssuePassage.At(outline.Words, link.Start, link.Words.Length));
            foreach (var heading in outline.Parts.Where(p => p.Kind is ProseKind.Heading))
            {
                if (heading.Words.Length == 0) yield return new(IssueSeverity.Warn, "A heading is empty. Write it, or take it out.", block.Id, Field);
                else if (heading.Level > before + 1) yield return Warn(block, outline, heading, $"This heading skips a level ({before} to {heading.Level}): who listens to the headings thinks that one is missing. Make it level {before + 1}.");
                before = heading.Level;
            }
            foreach (var bold in outline.Parts.Where(p => p is { Kind: ProseKind.Bold, Words.Length: <= 80 } && !p.Words.EndsWith('.')))
                yield return Warn(block, outline, bold, "This bold line looks like a heading. Make it one, so that it is found in the list of headings too.");
            foreach (var mark in Quotations.Of(outline).Unbalanced)
                yield return new(IssueSeverity.Warn, mark.Message, block.Id, Field, IssuePassage.At(outline.Words, mark.Start, mark.Length));
        }
        if (story.Blocks is [.., ProseBlock] && story.Prose[^1] is var (last, end) && end.Parts is [.., { Kind: ProseKind.Heading, Words.Length: > 0 } trailing])
            yield return Warn(last, end, trailing, "The story ends in a heading with nothing under it.");
    }

    private static (IssueSeverity Severity, string Message)? LinkFault(ProseLink link, Uri home)
    {
        var words = link.Words.Trim();
        if (link.IsPicture) return (IssueSeverity.Warn, "A picture inside the text is shown as a link. Put it in a picture block.");
        if (words.Length == 0) return (IssueSeverity.Stop, $"A link to {link.Address} has no words, so readers cannot see or follow it. Give it words, or take it out.");
        if (!ProseMarkdown.IsAllowed(link.Address)) return (IssueSeverity.Warn, $"“{words}” leads to “{link.Address}”, which is no address on the web; readers see the words without a link.");
        if (IsInside(link.Address, home)) return (IssueSeverity.Stop, $"“{words}” leads into the newsroom, where readers cannot follow. Link to the published page.");
        if (EmptyWords.Contains(words.Trim('.', '!', ':', '>', '»', '…'))) return (IssueSeverity.Warn, $"“{words}” does not say where the link leads. Link words that name what is there.");
        return null;
    }

    private static bool IsInside(string address, Uri home)
    {
        if (!Uri.TryCreate(home, address, out var uri)) return false;
        return uri.Authority == home.Authority && (uri.AbsolutePath.StartsWith("/newsroom", StringComparison.OrdinalIgnoreCase) || uri.AbsolutePath.StartsWith("/preview/", StringComparison.OrdinalIgnoreCase));
    }

    private static StoryIssue Warn(ProseBlock block, ProseOutline outline, ProsePart part, string message) =>
        new(IssueSeverity.Warn, message, block.Id, Field, IssuePassage.At(outline.Words, part.Start, part.Words.Length));
}
