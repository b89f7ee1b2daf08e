using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Core.Content;

namespace NewsSite.Web.Articles.Notes;

/// <summary>A note to be left.</summary>
/// <param name="Block">The block it is about; null for what stands above the blocks, or the story as a whole.</param>
/// <param name="Passage">The words it is about; null for none.</param>
/// <param name="Text">What is noted.</param>
internal sealed record NoteRequest(string? Block, Passage? Passage, string? Text);

/// <summary>An answer to be given.</summary>
internal sealed record ReplyRequest(string? Text);

/// <summary>Where the words of a note stand now, as the editor knows it.</summary>
internal sealed record AnchorRequest(Guid Id, string? Block, Passage? Passage);

/// <summary>What a note may hold.</summary>
internal static class NoteRules
{
    /// <summary>Characters of a note or an answer.</summary>
    public const int LongestText = 4_000;

    /// <summary>The text as it is kept; otherwise the refusal.</summary>
    public static bool IsText([NotNullWhen(true)] string? given, out string text, [NotNullWhen(false)] out ProblemHttpResult? refusal)
    {
        text = Plain.Text(given).Trim();
        refusal = text.Length switch
        {
            0 => Refuse("Write something first."),
            > LongestText => Refuse($"The note has {text.Length:N0} characters; {LongestText:N0} is the most."),
            _ => null,
        };
        return refusal is null;
    }

    /// <summary>The place as it is kept; otherwise the refusal.</summary>
    public static bool IsPlace(string? block, Passage? given, out Passage? passage, [NotNullWhen(false)] out ProblemHttpResult? refusal)
    {
        passage = null;
        refusal = block is not null && !BlockIds.IsId(block) ? Refuse("“block” is no id of a block.")
            : given is null ? null
            : given.Exact is null || given.Prefix is null || given.Suffix is null ? Refuse("A passage has “exact”, “prefix” and “suffix”.")
            : given.Exact.Length > Passage.Longest ? Refuse($"The passage has {given.Exact.Length:N0} characters; {Passage.Longest:N0} is the most. Note it on the block.")
            : null;
        if (refusal is null) passage = given?.Tidy();
        return refusal is null;
    }

    private static ProblemHttpResult Refuse(string why) => TypedResults.Problem(why, statusCode: StatusCodes.Status422UnprocessableEntity);
}
