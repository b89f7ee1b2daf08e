using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Tests.SampleContent;

/// <summary>
/// Both seed stories are on the site word for word. The words are taken out of the rendered pages, what the site itself adds
/// (<c>data-own</c>) left aside, and together with the list of what was left out on purpose they have to give the seed text again, white space aside.
/// </summary>
[Collection(SampleSite.Name)]
public sealed class WordForWordTests(SampleSite sample)
{
    private readonly TestSite _site = sample.Site;

    [Fact]
    public async Task The_story_of_2022_is_on_the_site_word_for_word()
    {
        var page = await PageAsync("/news/good-for-childrens-services-in-somerset");

        var parts = new[]
        {
            TextOf(page, ".article h1"),
            OwnWordsOf(page, ".article .body"),
            LeftOut("Leave a Reply", "the comment form belongs to comments"),
        };

        // The two ◼ are the bullets of a real list.
        AssertSame("good-for-childrens-services-in-somerset", text => text.Replace("◼", "", StringComparison.Ordinal), parts);
        Assert.Equal(2, page.QuerySelectorAll(".improvements li").Length);
    }

    [Fact]
    public async Task The_story_of_2014_and_all_that_stood_around_it_are_on_the_site_word_for_word()
    {
        var page = await PageAsync("/news/childrens-services-in-somerset-inadequate");
        var promotion = page.QuerySelector("aside.promotion:not(.banner)")!;

        var parts = new List<string>
        {
            TextOf(page, ".article .byline a"),
            TextOf(page, ".article .dates time"),
            TextOf(page, ".article h1"),
            TextOf(page, ".article .standfirst"),
            OwnWordsOf(page, ".article .body"),
            promotion.QuerySelector("img")!.GetAttribute("alt")!,
            promotion.QuerySelector("h2")!.TextContent,
            promotion.QuerySelector("p:not(.tag):not(.meta)")!.TextContent,
            LeftOut("SIGN UP For your free daily news bulletin", "the sign-up belongs to the bulletin"),
            LeftOut("Highways jobs", "none of the five advertisements is one; the panel's heading is Vacancies"),
        };
        foreach (var slug in new[] { "activites-assistants-casual", "pension-administration-officer", "county-attendance-officer", "software-engineer-starter", "executive-director-growth-enterprise-and-environment" })
        {
            var job = await PageAsync($"/jobs/{slug}");
            parts.Add(TextOf(job, "h1"));
            parts.Add(TextOf(job, ".listing-head p"));
            parts.Add(TextOf(job, ".facts div:first-child dd"));
            parts.Add(TextOf(job, ".listing-main .body .prose"));
            if (job.QuerySelectorAll(".facts dt").FirstOrDefault(t => t.TextContent == "Place") is not null) parts.Add(TextOf(job, ".facts div:nth-child(3) dd")); // it ran on from the text
            parts.Add(LeftOut("Recuriter:", "the label of a field, misspelt; the recruiter is a field of the vacancy"));
            parts.Add(TextOf(job, ".facts div:nth-child(2) dd"));
        }
        parts.Add(page.QuerySelector("aside.promotion.banner img")!.GetAttribute("alt")!);

        AssertSame("childrens-services-in-somerset-inadequate", text => text, parts);
    }

    [Fact]
    public async Task Each_element_is_in_its_type()
    {
        var good = await PageAsync("/news/good-for-childrens-services-in-somerset");
        var inadequate = await PageAsync("/news/childrens-services-in-somerset-inadequate");

        Assert.Equal(2, good.QuerySelectorAll(".statement").Length);
        Assert.Equal(6, good.QuerySelectorAll(".quote").Length);
        Assert.Single(good.QuerySelectorAll(".improvements"));
        Assert.Single(good.QuerySelectorAll(".ratings"));
        Assert.Single(good.QuerySelectorAll(".ratings svg .joined, .ratings svg path.joined, .ratings svg line.joined"));
        Assert.Single(good.QuerySelectorAll(".source"));
        Assert.Equal(3, inadequate.QuerySelectorAll(".quote blockquote p").Length);
        Assert.Single(inadequate.QuerySelectorAll(".statement"));
        Assert.Single(inadequate.QuerySelectorAll(".age-notice"));
        Assert.Equal("Analysis", TextOf(good, ".article .kind"));
        Assert.Equal("News", TextOf(inadequate, ".article .kind"));
    }

    [Fact]
    public async Task Frances_Nicholson_of_2014_and_of_2022_is_one_person()
    {
        var page = await PageAsync("/people/frances-nicholson");

        Assert.Contains("‘Everyone knows much improvement is needed urgently", page.QuerySelector(".record blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("as cabinet member for children’s services", Squash(page.QuerySelector(".record-when")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".roles li").Length);
    }

    [Fact]
    public async Task A_promotion_never_stands_inside_the_article()
    {
        var page = await PageAsync("/news/childrens-services-in-somerset-inadequate");

        Assert.Empty(page.QuerySelectorAll(".article .promotion"));
        Assert.All(page.QuerySelectorAll(".promotion"), p => Assert.NotEmpty(p.QuerySelector(".tag")!.TextContent));
    }

    private async Task<IDocument> PageAsync(string path) => await new HtmlParser().ParseDocumentAsync(await _site.Reader.GetStringAsync(path));

    private static string LeftOut(string words, string why)
    {
        Assert.NotEmpty(why);
        return words;
    }

    private static string TextOf(IParentNode page, string selector) => Squash(page.QuerySelector(selector)!.TextContent);

    private static string OwnWordsOf(IDocument page, string selector)
    {
        var element = (IElement)page.QuerySelector(selector)!.Clone();
        foreach (var added in element.QuerySelectorAll("[data-own]").ToList()) added.Remove();
        return Squash(string.Join(' ', element.Descendants<IText>().Select(t => t.Data)));
    }

    private static void AssertSame(string seed, Func<string, string> adjust, IEnumerable<string> parts)
    {
        var expected = Squash(adjust(File.ReadAllText(Repository.PathOf("tests", "seeds", seed + ".txt"))));

        Assert.Equal(expected, Squash(string.Join(' ', parts)));
    }

    private static string Squash(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
