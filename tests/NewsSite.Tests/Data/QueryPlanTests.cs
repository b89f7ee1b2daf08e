using System.Globalization;
using System.Net;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Data;

/// <summary>No query of the pages grows with the archive.</summary>
public sealed class QueryPlanTests(LargeArchive archive) : IClassFixture<LargeArchive>
{
    private const int LastPageOfCouncil = LargeArchive.Articles / 2 / ListingReader.PageSize;

    [Theory]
    [InlineData("/")]
    [InlineData("/news")]
    [InlineData("/news?page=777")]
    [InlineData("/topics/council")]
    [InlineData("/authors/a3?page=40")]
    [InlineData("/archive")]
    [InlineData("/archive/2020/03")]
    [InlineData("/archive/2020/03?page=5")]
    [InlineData("/news/story-12345")]
    [InlineData("/api/v1/articles/story-12345")]
    [InlineData("/news/no-such-story")]
    [InlineData("/news/story-12345/comments?page=40")]
    [InlineData("/news/story-12345/comments?order=oldest&page=20")]
    [InlineData("/news/story-12345/comments/00000000-0000-7000-8000-000000000039")]
    [InlineData("/news/story-12345/comments/00000000-0000-7000-8000-000000000039/report")]
    [InlineData("/news/story-12345/comments/atom.xml")]
    [InlineData("/api/v1/articles/story-12345/comments?page=7")]
    [InlineData("/feed.xml")]
    [InlineData("/topics/council/feed.xml")]
    [InlineData("/people/p77")]
    [InlineData("/search/feed.xml?q=story")]
    public Task A_page_reads_ranges_of_indexes(string path) => CheckAsync(path, archive.Site.Reader);

    [Theory]
    [InlineData("/search?q=story")]
    [InlineData("/search?q=story+12345&kind=news&topic=council")]
    [InlineData("/search?q=stroy+councilors")]
    [InlineData("/api/v1/articles?q=story&person=p77")]
    [InlineData("/search?q=story&sort=date&page=40&from=2018-01-01")]
    public Task A_search_ranks_a_number_of_stories_that_does_not_grow(string path) => CheckAsync(path, archive.Site.Reader, ranked: 3_000);

    [Theory]
    [InlineData("/newsroom/articles")]
    [InlineData("/newsroom/articles?page=1000")]
    [InlineData("/newsroom/articles?state=live&page=3")]
    [InlineData("/newsroom/articles?state=draft")]
    [InlineData("/newsroom/articles?state=inReview")]
    [InlineData("/newsroom/articles?state=approved&page=2")]
    [InlineData("/newsroom/articles?state=scheduled")]
    [InlineData("/newsroom")]
    [InlineData("/newsroom/forced")]
    [InlineData("/newsroom/calendar")]
    [InlineData("/newsroom/calendar?view=month&from=2020-03-01")]
    [InlineData("/newsroom/calendar?view=week&from=2026-05-04")]
    [InlineData("/newsroom/calendar?view=list&from=2026-05-04")]
    [InlineData("/newsroom/articles?q=story")]
    [InlineData("/newsroom/articles?q=12345")]
    [InlineData("/newsroom/articles?q=1+sto&state=live")]
    [InlineData("/newsroom/api/articles?q=stor")]
    [InlineData("/newsroom/api/articles/00000000-0000-7000-8000-000000003039/draft")]
    [InlineData("/newsroom/articles/00000000-0000-7000-8000-000000003039/history")]
    [InlineData("/newsroom/bulletins")]
    [InlineData("/newsroom/audit")]
    [InlineData("/newsroom/audit?before=9000")]
    [InlineData("/newsroom/audit?after=9000")]
    [InlineData("/newsroom/audit?from=2018-01-01&to=2018-01-31")]
    [InlineData("/newsroom/audit?person=00000000-0000-7000-8000-000000000003")]
    [InlineData("/newsroom/audit?person=00000000-0000-7000-8000-000000000003&before=9000")]
    [InlineData("/newsroom/audit?person=00000000-0000-7000-8000-000000000003&from=2018-01-01&to=2018-01-31")]
    [InlineData("/newsroom/audit?person=none")]
    [InlineData("/newsroom/audit?act=article.act-7")]
    [InlineData("/newsroom/audit?act=article.act-7&from=2018-01-01&after=9000")]
    [InlineData("/newsroom/audit?act=article.act-7&person=00000000-0000-7000-8000-000000000003")]
    [InlineData("/newsroom/audit?act=article.act-7&person=none")]
    [InlineData("/newsroom/audit?story=00000000-0000-7000-8000-000000000039")]
    [InlineData("/newsroom/audit?story=00000000-0000-7000-8000-000000000039&person=00000000-0000-7000-8000-000000000003&act=article.act-7")]
    [InlineData("/newsroom/audit?subject=people/p77")]
    public async Task A_page_of_the_newsroom_reads_ranges_of_indexes(string path)
    {
        await CheckAsync(path, await archive.EditorAsync());
    }

    [Fact]
    public Task The_last_full_page_of_a_long_topic_reads_ranges_of_indexes() => CheckAsync($"/topics/council?page={LastPageOfCouncil}", archive.Site.Reader);

    [Theory]
    [InlineData("""SELECT "a"."Slug" FROM "Articles" AS "a" WHERE "a"."Zone" = 'Mars/Olympus'""")]
    [InlineData("""SELECT "s"."BlockId" FROM "SpokenWords" AS "s" WHERE "s"."Role" = 'mayor'""")]
    [InlineData("""SELECT "s"."Words" FROM "SpokenWords" AS "s" ORDER BY "s"."Name" LIMIT 20""")]
    [InlineData("""SELECT "a"."Slug" FROM "Articles" AS "a" JOIN "Revisions" AS "r" ON "r"."Id" = "a"."LiveId" ORDER BY "r"."Headline" LIMIT 20""")]
    public async Task A_query_that_grows_with_the_archive_is_noticed(string sql)
    {
        var plan = await archive.Site.InDbAsync(db => QueryPlan.OfAsync(db, new(sql, [])));

        Assert.True(plan.Faults.Count > 0, plan.Text);
    }

    private async Task CheckAsync(string path, HttpClient who, int ranked = 0)
    {
        await who.GetAsync(path); // what is kept in memory is read by the first request
        archive.Log.Take();

        var answer = await who.GetAsync(path);
        var sent = archive.Log.Take();

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        Assert.NotEmpty(sent);
        foreach (var query in sent)
        {
            var plan = await archive.Site.InDbAsync(db => QueryPlan.OfAsync(db, query));
            Assert.True(plan.Faults.All(f => f.StartsWith("Sort of ", StringComparison.Ordinal) && double.Parse(f.Split(' ')[2], CultureInfo.InvariantCulture) <= ranked), $"{path}: {string.Join(", ", plan.Faults)}\n\n{query.Sql}\n\n{plan.Text}");
        }
    }
}
