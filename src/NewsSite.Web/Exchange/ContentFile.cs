namespace NewsSite.Web.Exchange;

/// <summary>A file of a content directory.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What faults call it: the path as the person who runs the import would give it.</param>
/// <param name="Folder">The folder of the layout, such as <c>articles</c>; "redirects" for the one file of redirects.</param>
/// <param name="Slug">Its name without endings.</param>
internal sealed record ContentFile(string Path, string Name, string Folder, string Slug)
{
    public const string Articles = "articles";
    public const string Media = "media";
    public const string Redirects = "redirects";
    public const string DraftEnding = ".draft";

    /// <summary>Whether its name says that it is the draft beside an article that readers see.</summary>
    public bool IsDraft { get; init; }
}
