using NewsSite.Web.Bulletins.SignUp;

namespace NewsSite.Web.Bulletins.Preferences;

/// <summary>Things to choose from.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Choices">The things.</param>
public sealed record ChoiceGroup(string Title, IReadOnlyList<TopicChoice> Choices);

/// <summary>Everything that a subscriber gets and could get.</summary>
/// <param name="Email">The address, to which the link of this page was sent.</param>
/// <param name="Groups">What can be chosen.</param>
public sealed record ChoicesView(string Email, IReadOnlyList<ChoiceGroup> Groups)
{
    internal const string Title = "What we send you", Save = "Save", Nothing = "Send me nothing at all";

    /// <summary>What has just been done; null for nothing.</summary>
    public string? Done { get; init; }

    /// <summary>Why nothing comes although it is chosen; null when it comes.</summary>
    public string? Stopped { get; init; }

    // What the page said, with what is ticked now.
    internal string WordingWith(IReadOnlyCollection<string> what) => string.Join('\n',
        [Title, .. Groups.SelectMany(g => g.Choices.Where(c => what.Contains(c.Value)).Select(c => $"{g.Title}: [x] {c.Name}")), what.Count == 0 ? $"[{Nothing}]" : $"[{Save}]"]);
}
