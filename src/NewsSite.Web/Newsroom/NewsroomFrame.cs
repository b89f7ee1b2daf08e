namespace NewsSite.Web.Newsroom;

/// <summary>What the newsroom's layout is given.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Language">Language of the site, such as <c>en-GB</c>.</param>
/// <param name="Path">The path of the page.</param>
/// <param name="Who">Who is signed in; <see cref="ICurrentAccount.IsSignedIn"/> tells whether anybody is.</param>
/// <param name="Links">The menu as they may see it.</param>
/// <param name="Assets">Addresses of style sheet and scripts.</param>
public sealed record NewsroomFrame(string Site, string Language, string Path, ICurrentAccount Who, IReadOnlyList<NewsroomLink> Links, NewsroomAssets Assets)
{
    /// <summary>The link of the menu that the page belongs to; null for none.</summary>
    public NewsroomLink? Here => Links.Where(l => l.Covers(Path) > 0).MaxBy(l => l.Covers(Path));
}

/// <summary>Makes the frame of a newsroom page.</summary>
public sealed class NewsroomFrames(IConfiguration settings, IEnumerable<NewsroomLink> links, NewsroomAssets assets, ICurrentAccount who)
{
    /// <summary>The frame for a request.</summary>
    public NewsroomFrame Make(HttpContext http) => new(
        settings["Site:Name"] ?? "", settings["Site:Culture"] ?? "en-GB", http.Request.Path.Value ?? "", who,
        who.IsSignedIn ? [.. links.Where(l => who.May(l.Needs)).OrderBy(l => l.Order)] : [], assets);
}
