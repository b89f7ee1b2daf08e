namespace NewsSite.Web.Sites;

/// <summary>Which page of a listing is shown.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many there are, at least 1.</param>
/// <param name="Path">The listing's path, with the query that narrows it but without the page's number.</param>
/// <param name="Newer">Words of the link to the page before.</param>
/// <param name="Older">Words of the link to the page after.</param>
public sealed record PagesView(int Number, int Of, string Path, string Newer = "Newer stories", string Older = "Older stories")
{
    /// <summary>The path of a page; the first names no number.</summary>
    public string PathOf(int number) => number == 1 ? Path : $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={number}";

    /// <summary>Path of the page before; null on the first.</summary>
    public string? Previous => Number > 1 ? PathOf(Number - 1) : null;

    /// <summary>Path of the page after; null on the last.</summary>
    public string? Next => Number < Of ? PathOf(Number + 1) : null;
}
