using System.Globalization;
using NewsSite.Core.Blocks;
using NewsSite.Core.Fields;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Tests.Blocks;

/// <summary>The registers that the examples of the block specs are drawn with.</summary>
internal sealed class SampleReferences : IReferences
{
    public static ArticleFrame Frame { get; } =
        new("http://localhost:5080/news/hospital", "How Somerton saved its community hospital", new DateOnly(2026, 11, 20)) { Culture = CultureInfo.GetCultureInfo("en-GB") };

    public SourceCard? Source(string? slug) => slug switch
    {
        "ofsted-2022" => new(slug, "Inspection of Somerset children’s services", "Ofsted", "inspection report", "https://files.ofsted.gov.uk/v1/file/50192873", Date("2022-09-21")),
        "annual-report" => new(slug, "Annual report 2026", "invented health board", "annual report", null, Date("2026-06")),
        _ => null,
    };

    public Picture? Picture(string? file) => file == "county-hall.png"
        ? new("/media/0a1b/county-hall-1200.png", 1200, 750, [new("image/avif", "/media/0a1b/county-hall-400.avif 400w, /media/0a1b/county-hall-1200.avif 1200w"), new("image/webp", "/media/0a1b/county-hall-400.webp 400w")], "Drawing: The County Ledger")
        : null;

    public ArticleLink? Article(string slug) => slug == "care-home"
        ? new(slug, "Frome care home to reopen after 25-month closure", null, "News", new DateOnly(2026, 11, 21))
        : null;

    public string Html(string markdown) => ProseMarkdown.ToHtml(markdown);

    private static PartialDate? Date(string text) => PartialDate.TryParse(text, out var date) ? date : null;
}
