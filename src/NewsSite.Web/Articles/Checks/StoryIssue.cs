namespace NewsSite.Web.Articles.Checks;

/// <summary>How much an issue of a story matters.</summary>
public enum IssueSeverity
{
    /// <summary>Publication stops until it is mended.</summary>
    Stop,

    /// <summary>Worth a look; publication goes ahead.</summary>
    Warn,

    /// <summary>A suggestion of the house style, never more.</summary>
    Hint,
}

/// <summary>Something in a story that a journalist should look at, with the place where it is.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong, why, and what to do, in a journalist's words.</param>
/// <param name="Block">Id of the block; null for what stands above the blocks.</param>
/// <param name="Field">Name of the field, such as <c>headline</c>, <c>leadImage.alt</c> or, of a block, <c>alt</c> or <c>items.2.text</c>; null for the block or the story as a whole.</param>
/// <param name="Passage">The words it is about; null when it is about the whole field.</param>
/// <param name="Rule">Id of the rule of the house style; null for other checks.</param>
public sealed record StoryIssue(IssueSeverity Severity, string Message, string? Block, string? Field, IssuePassage? Passage = null, string? Rule = null);

/// <summary>Words in a field.</summary>
/// <param name="Text">The words as they stand; for text with formatting, without it.</param>
/// <param name="Index">How often the same letters stand before them in the field, from 0.</param>
public sealed record IssuePassage(string Text, int Index)
{
    /// <summary>The passage at a place.</summary>
    /// <param name="words">The field's words.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">How many characters it has, at least 1.</param>
    public static IssuePassage At(string words, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(words);
        var text = words.Substring(start, length);
        var index = 0;
        for (var at = words.IndexOf(text, StringComparison.Ordinal); at >= 0 && at < start; at = words.IndexOf(text, at + 1, StringComparison.Ordinal)) index++;
        return new(text, index);
    }
}
