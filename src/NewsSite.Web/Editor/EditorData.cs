using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Blocks;

namespace NewsSite.Web.Editor;

/// <summary>What the editor is given with its page, so that it can begin without asking.</summary>
/// <param name="Article">The article; its revision is null for one that is new.</param>
/// <param name="Standing">Where it stands on its way to readers; null for one that is new.</param>
/// <param name="Me">Who writes.</param>
/// <param name="May">What they may do, as in Permission.</param>
/// <param name="Antiforgery">The value of the header X-Antiforgery.</param>
/// <param name="Blocks">The block types, without their schemas.</param>
/// <param name="Authors">Everybody who can have a byline, by name.</param>
/// <param name="Topics">The topics, sections first.</param>
/// <param name="Kinds">The kinds of article.</param>
/// <param name="Site">The site.</param>
/// <param name="Day">The story's own day, yyyy-MM-dd: that of its first publication in the site's zone, and the site's day while it has none. Roles are offered as they were held on it.</param>
/// <param name="PasteDraftKey">Where the browser keeps words that were not saved.</param>
internal sealed record EditorData(
    DraftAnswer Article, StandingAnswer? Standing, EditorData.Person Me, IReadOnlyList<string> May, string Antiforgery, IReadOnlyList<BlockTypeEntry> Blocks,
    IReadOnlyList<EditorData.Named> Authors, IReadOnlyList<EditorData.Named> Topics, IReadOnlyList<ArticleKind> Kinds, EditorData.Here Site, DateOnly Day, string PasteDraftKey)
{
    /// <summary>Who writes.</summary>
    internal sealed record Person(string Name, string Initials);

    /// <summary>A record of a register.</summary>
    internal sealed record Named(string Slug, string Name);

    /// <summary>The site: its name, its time zone and its day, yyyy-MM-dd.</summary>
    internal sealed record Here(string Name, string Zone, DateOnly Today);
}
