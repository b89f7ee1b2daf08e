using NewsSite.Web.Data;

namespace NewsSite.Web.Newsroom;

/// <summary>Something that was done in the newsroom, for the audit trail.</summary>
/// <param name="Name">What kind of act, as the trail is filtered by it: the thing and what became of it, such as <c>article.submitted</c> or <c>account.role-changed</c>.</param>
/// <param name="Words">The act in a sentence without its subject, such as “sent “Good for children” for review”. Never a secret, never a reader's personal data.</param>
public sealed record Act(string Name, string Words)
{
    /// <summary>The article it is about; null when it is about none.</summary>
    public Guid? Article { get; init; }

    /// <summary>The record it is about when that is no article, such as <c>people/john-osman</c> or an account's id; null for none.</summary>
    public string? Subject { get; init; }

    /// <summary>Why, in the words of whoever did it; null for no reason given.</summary>
    public string? Why { get; init; }

    /// <summary>Who did it when that is not whoever is asking, such as "schedule" or the account that tried to sign in; null for whoever is asking.</summary>
    public string? By { get; init; }

    /// <summary>The account that did it when that is not the one that is asking; null for whoever is asking, or nobody.</summary>
    public Guid? Account { get; init; }

    /// <summary>A headline as it stands in such a sentence.</summary>
    public static string Headline(string? headline) => string.IsNullOrWhiteSpace(headline) ? "a story without a headline" : $"“{headline}”";
}

/// <summary>Keeps the audit trail.</summary>
public interface IActs
{
    /// <summary>Adds the act to what <paramref name="db"/> saves next, so that both are kept or neither.</summary>
    void Add(NewsDb db, Act act);
}
