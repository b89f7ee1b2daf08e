using System.Globalization;
using NewsSite.Web.Comments.Deciding;

namespace NewsSite.Web.Comments.Queue;

/// <summary>A comment as a moderator saw it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that was seen.</param>
internal readonly record struct SeenComment(Guid Id, int Version)
{
    /// <summary>Reads <see cref="QueueEntry.Item"/>; null for anything else.</summary>
    public static SeenComment? Of(string? text) =>
        text?.Split(':') is [var id, var version] && Guid.TryParse(id, out var comment) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(comment, number) : null;
}

/// <summary>What a moderator wants done with comments.</summary>
/// <param name="Act">approve, refuse, spam or undo.</param>
/// <param name="Items">Each as <see cref="QueueEntry.Item"/> has it, at most <see cref="Decisions.Most"/>.</param>
/// <param name="Reason">Name of the reason of a refusal; null otherwise.</param>
/// <param name="Sentence">A sentence to the writer of what is refused; null for none.</param>
internal sealed record DecisionRequest(string? Act, IReadOnlyList<string>? Items, string? Reason, string? Sentence);

/// <summary>What became of it for one comment.</summary>
/// <param name="Id">The comment.</param>
/// <param name="IsDone">Whether it is as was wanted.</param>
/// <param name="State">Where it stands now, in lower case; null when that is not known.</param>
/// <param name="Item">The comment with its version now; null when that is not known.</param>
/// <param name="Message">What happened, in a sentence.</param>
/// <param name="Faults">What was wrong with the form, by field; null for nothing.</param>
internal sealed record DecisionOutcome(Guid Id, bool IsDone, string? State, string? Item, string Message, IReadOnlyDictionary<string, string>? Faults = null);

/// <summary>Decides on one comment or several, each for itself: one that somebody else was faster with does not hold up the others.</summary>
internal sealed class Decisions(CommentBook book)
{
    /// <summary>Comments that are decided on at once, at most.</summary>
    public const int Most = 100;

    /// <summary>Decides. A fault in the form ends it, for it holds for all.</summary>
    /// <returns>What became of each; null when the request makes no sense.</returns>
    public async Task<IReadOnlyList<DecisionOutcome>?> DecideAsync(DecisionRequest request, CancellationToken ct)
    {
        var seen = request.Items?.Select(SeenComment.Of).ToList() ?? [];
        if (seen.Count is 0 or > Most || seen.Contains(null) || request.Act is not ("approve" or "refuse" or "spam" or "undo")) return null;
        var reason = Enum.TryParse<CommentReason>(request.Reason, out var chosen) && Enum.IsDefined(chosen) ? chosen : CommentReason.NothingFound;
        var outcomes = new List<DecisionOutcome>();
        foreach (var (id, version) in seen.OfType<SeenComment>())
        {
            var decided = request.Act switch
            {
                "approve" => await book.ApproveAsync(id, version, ct),
                "refuse" => await book.RefuseAsync(id, version, reason, request.Sentence, ct),
                "spam" => await book.SpamAsync(id, version, ct),
                _ => await book.UndoAsync(id, version, ct),
            };
            outcomes.Add(OutcomeOf(id, request.Act, decided));
            if (decided is Decided.Faulty) break;
        }
        return outcomes;
    }

    /// <summary>What was done, as a word.</summary>
    public static string WordOf(string? act) => act switch
    {
        "approve" => "approved",
        "refuse" => "refused",
        "spam" => "marked as spam",
        _ => "taken back",
    };

    private static DecisionOutcome OutcomeOf(Guid id, string act, Decided decided) => decided switch
    {
        Decided.Done({ State: CommentState.Unconfirmed } comment) => new(id, true, NameOf(comment.State), ItemOf(id, comment.Version), $"{comment.Name}’s comment is approved, and appears once its writer has confirmed the e-mail address."),
        Decided.Done(var comment) => new(id, true, NameOf(comment.State), ItemOf(id, comment.Version), act == "undo" ? $"The decision on {comment.Name}’s comment is taken back." : $"{comment.Name}’s comment is {WordOf(act)}."),
        Decided.Lost(var message, var state, var version) => new(id, false, NameOf(state), ItemOf(id, version), message),
        Decided.Refused(var message) => new(id, false, null, null, message),
        Decided.Faulty(var faults) => new(id, false, null, null, faults.Values.First(), faults),
        _ => new(id, false, null, null, "This comment is not there any more."),
    };

    private static string NameOf(CommentState state) => state.ToString().ToLowerInvariant();

    private static string ItemOf(Guid id, int version) => string.Create(CultureInfo.InvariantCulture, $"{id}:{version}");
}
