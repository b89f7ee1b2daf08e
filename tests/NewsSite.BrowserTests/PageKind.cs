namespace NewsSite.BrowserTests;

/// <summary>A kind of page, and where one can be seen.</summary>
/// <param name="Name">A short name, for messages and for files.</param>
/// <param name="Path">Its path.</param>
/// <param name="Status">The status it is answered with.</param>
/// <param name="OnPlainSite">Whether it stands on the site that holds nothing but the sample content.</param>
internal sealed record PageKind(string Name, string Path, int Status = 200, bool OnPlainSite = false)
{
    /// <summary>The story that holds every type of block.</summary>
    public static readonly PageKind EveryBlock = new("article-every-block", $"/news/{PaperContent.EveryBlock}");

    public static readonly PageKind Article2022 = new("article-2022", "/news/good-for-childrens-services-in-somerset");

    /// <summary>Every kind that readers can meet.</summary>
    public static readonly IReadOnlyList<PageKind> All =
    [
        new("home", "/"),
        new("home-sample", "/", OnPlainSite: true),
        Article2022,
        new("article-2014", "/news/childrens-services-in-somerset-inadequate"),
        EveryBlock,
        new("article-corrected", $"/news/{PaperContent.Corrected}"),
        new("news", "/news"),
        new("topic", "/topics/council"),
        new("topic-page-2", "/topics/council?page=2"),
        new("author", "/authors/ada-quill"),
        new("person", "/people/frances-nicholson"),
        new("archive-month", "/archive/2026/04"),
        new("corrections", "/corrections"),
        new("corrections-empty", "/corrections", OnPlainSite: true),
        new("jobs", "/jobs"),
        new("jobs-filtered", "/jobs?recruiter=Durham+County+Council"),
        new("job", "/jobs/county-attendance-officer"),
        new("job-closed", $"/jobs/{PaperContent.ClosedJob}", 410),
        new("bulletin", "/bulletin"),
        new("search", "/search?q=libary+council&sort=date"),
        new("search-found", "/search?q=great+luddon+bridge"),
        new("search-nothing", "/search?q=zzzzzz&kind=opinion"),
        new("search-empty", "/search", OnPlainSite: true),
        new("accessibility", "/accessibility"),
        new("privacy", "/privacy"),
        new("api-docs", "/api/docs"),
        new("not-found", "/news/there-is-no-such-story", 404),
        new("withdrawn", $"/news/{PaperContent.Withdrawn}", 410),
        new("broken", $"/people/{PaperContent.BrokenPerson}", 500, OnPlainSite: true),
    ];
}
