using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>A listing of articles: all news, a topic, an author.</summary>
/// <param name="Title">The page's heading.</param>
/// <param name="About">A sentence under it, plain text; null for none.</param>
/// <param name="AboutHtml">A profile under it, safe HTML from Markdown; null for none.</param>
/// <param name="Feeds">Feeds of this listing.</param>
/// <param name="Stories">The articles, newest first.</param>
/// <param name="WithByline">Whether each article names its authors.</param>
/// <param name="Pages">Which page it is, of how many.</param>
/// <param name="Rail">What other features put beside it.</param>
public sealed record ListView(
    string Title, string? About, string? AboutHtml, IReadOnlyList<FeedLink> Feeds, IReadOnlyList<Teaser> Stories, bool WithByline, PagesView Pages, IReadOnlyList<SlotPart> Rail);
