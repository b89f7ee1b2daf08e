using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>A person and everything they said.</summary>
/// <param name="Name">The name.</param>
/// <param name="Summary">A sentence about them; null for none.</param>
/// <param name="Roles">The roles they held, latest first.</param>
/// <param name="Statements">What they said, latest first.</param>
/// <param name="Pages">Which page it is, of how many.</param>
/// <param name="Rail">What other features put beside it.</param>
public sealed record PersonView(
    string Name, string? Summary, IReadOnlyList<RoleView> Roles, IReadOnlyList<StatementView> Statements, PagesView Pages, IReadOnlyList<SlotPart> Rail);

/// <summary>A role as a person's page shows it.</summary>
/// <param name="Text">The role and the organisation.</param>
/// <param name="When">When it was held as far as it is known, such as "in 2014"; null when nothing is known.</param>
public sealed record RoleView(string Text, string? When);

/// <summary>What a person said, with the role of that day.</summary>
/// <param name="Published">The day of the article.</param>
/// <param name="Role">The role of that day; null when none was given.</param>
/// <param name="Occasion">Where or when it was said; null when not known.</param>
/// <param name="Words">The words, a paragraph each.</param>
/// <param name="Path">Where the words stand in the article.</param>
/// <param name="Headline">The article's headline.</param>
public sealed record StatementView(MomentView Published, string? Role, string? Occasion, IReadOnlyList<string> Words, string Path, string Headline);
