using NewsSite.Web.Articles;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>The home page.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Lead">The lead story; null for a site without stories.</param>
/// <param name="Pair">Two stories under it; none when there are too few.</param>
/// <param name="Secondary">The stories beside it.</param>
/// <param name="Latest">The most recent of the others.</param>
/// <param name="Sections">A band for each section that has stories not shown above.</param>
/// <param name="Parts">What other features put under the articles.</param>
public sealed record HomeView(
    string Site, Teaser? Lead, IReadOnlyList<Teaser> Pair, IReadOnlyList<Teaser> Secondary, IReadOnlyList<Teaser> Latest, IReadOnlyList<SectionBand> Sections, IReadOnlyList<SlotPart> Parts);

/// <summary>A section's newest stories.</summary>
/// <param name="Name">The topic's name.</param>
/// <param name="Path">Where the topic is.</param>
/// <param name="Stories">Newest first.</param>
public sealed record SectionBand(string Name, string Path, IReadOnlyList<Teaser> Stories);
