namespace NewsSite.Web.Newsroom;

/// <summary>Where the records of a kind have their page, so that the audit trail can lead there, when that is not <c>/newsroom/kind/key</c> or not for everybody.</summary>
/// <param name="Kind">What <see cref="Act.Subject"/> begins with, before the slash, such as <c>accounts</c>.</param>
/// <param name="Path">The page's path, with <c>{0}</c> for what follows the slash.</param>
/// <param name="Needs">Who may see it.</param>
public sealed record SubjectPage(string Kind, string Path, Permission Needs);

/// <summary>Somebody with an account.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The name as colleagues see it.</param>
public sealed record Colleague(Guid Id, string Name);

/// <summary>Knows who has an account, for what lies too high to know accounts themselves.</summary>
public interface IColleagues
{
    /// <summary>Everybody, closed accounts among them, by name.</summary>
    Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken ct);
}

/// <summary>A story by its newest headline.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Headline">The headline; empty while it has none.</param>
public sealed record StoryName(Guid Id, string Headline);

/// <summary>Finds stories, for what lies too high to know them.</summary>
public interface IStoryNames
{
    /// <summary>The story that somebody means by its id, its slug, or an address that holds one of them; null for none.</summary>
    Task<StoryName?> FindAsync(string typed, CancellationToken ct);
}
