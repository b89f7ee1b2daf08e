using System.Net;
using NewsSite.Tests.Accounts;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Audit;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Audit;

public sealed class RecordPageTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_was_done_is_told_in_sentences_by_day_the_latest_first()
    {
        await _site.ActAsync(new Act("article.published", "published “Good for children”") { By = "Laura Sharman", Article = Guid.CreateVersion7() });
        _site.Clock.Pass(TimeSpan.FromHours(28).Add(TimeSpan.FromMinutes(2)));
        await _site.ActAsync(new Act("article.withdrawn", "withdrew “Good for children”") { By = "Laura Sharman", Why = "Published in <error>" });
        using var visitor = await ReaderAsync();

        var page = await visitor.OpenAsync("/newsroom/audit");

        Assert.Equal(["Tuesday 5 May 2026", "Monday 4 May 2026"], page.Document.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Equal(["14:02 Laura Sharman withdrew “Good for children” Why: Published in <error>", "10:00 Laura Sharman published “Good for children”"], SentencesOf(page));
        Assert.Equal("2026-05-05T14:02:00.000+01:00", page.Document.QuerySelector(".record time")!.GetAttribute("datetime"));
    }

    [Theory]
    [InlineData(Role.Editor, HttpStatusCode.OK)]
    [InlineData(Role.Administrator, HttpStatusCode.OK)]
    [InlineData(Role.Journalist, HttpStatusCode.Forbidden)]
    [InlineData(Role.Moderator, HttpStatusCode.Forbidden)]
    public async Task Only_those_who_may_read_it_do(Role role, HttpStatusCode status)
    {
        using var who = await _site.SignInAsync(role);

        Assert.Equal(status, (await who.GetAsync("/newsroom/audit")).StatusCode);
        Assert.Equal(status, (await who.GetAsync("/newsroom/audit/export.csv")).StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, (await who.GetStringAsync("/newsroom/articles")).Contains(">Record</a>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_narrowed_by_person_story_act_record_and_period()
    {
        using var ada = await _site.SignInAsync(Role.Journalist, "Ada Quill");
        using var bob = await _site.SignInAsync(Role.Journalist, "Bob Ledger");
        var (pier, quay) = (DraftClient.NewId(_site), DraftClient.NewId(_site));
        await ada.SaveAsync(pier, null, ADraft.Of("a") with { Headline = "Pier" });
        await bob.SaveAsync(quay, null, ADraft.Of("a") with { Headline = "Quay" });
        _site.Clock.Pass(TimeSpan.FromDays(2));
        var head = (await bob.OpenAsync(pier)).Revision;
        await bob.SaveAsync(pier, head, ADraft.Of("a=2") with { Headline = "Pier" });
        await _site.ActAsync(new Act("people.changed", "changed Frances Nicholson") { By = "command line", Subject = "people/frances-nicholson" });
        using var visitor = await ReaderAsync();
        var page = await visitor.OpenAsync("/newsroom/audit");
        var bobsId = page.Document.QuerySelectorAll("#person option").Single(o => o.TextContent == "Bob Ledger").GetAttribute("value");

        Assert.Equal(4, SentencesOf(page).Count);
        Assert.Equal(["10:00 Bob Ledger wrote “Pier”", "10:00 Bob Ledger began “Quay”"], await ReadAsync($"person={bobsId}"));
        Assert.Equal(["10:00 Bob Ledger wrote “Pier”"], await ReadAsync($"person={bobsId}&act=article.saved"));
        Assert.Equal(["10:00 Command line changed Frances Nicholson"], await ReadAsync("person=none"));
        Assert.Equal(["10:00 Bob Ledger wrote “Pier”", "10:00 Ada Quill began “Pier”"], await ReadAsync($"story={pier}"));
        Assert.Equal(["10:00 Bob Ledger wrote “Pier”", "10:00 Ada Quill began “Pier”"], await ReadAsync("story=" + Uri.EscapeDataString("https://example.org/news/pier?utm=x")));
        Assert.Equal(["10:00 Bob Ledger wrote “Pier”"], await ReadAsync($"story={pier}&person={bobsId}"));
        Assert.Equal(["10:00 Ada Quill began “Pier”"], await ReadAsync($"story={pier}&act=article.begun"));
        Assert.Equal(["10:00 Command line changed Frances Nicholson"], await ReadAsync("subject=people%2Ffrances-nicholson"));
        Assert.Equal(2, (await ReadAsync("to=2026-05-05")).Count);
        Assert.Equal(2, (await ReadAsync("from=2026-05-06&to=2026-05-06")).Count);
        Assert.Equal(["10:00 Bob Ledger began “Quay”"], await ReadAsync($"person={bobsId}&to=2026-05-04"));
        Assert.Empty(await ReadAsync("from=2026-05-07"));

        async Task<IReadOnlyList<string>> ReadAsync(string query) => SentencesOf(await visitor.OpenAsync($"/newsroom/audit?{query}"));
    }

    [Theory]
    [InlineData(Role.Administrator, "/newsroom/accounts/7", "/newsroom/articles/a%20b")]
    [InlineData(Role.Editor, "/newsroom/articles/a%20b")]
    public async Task A_line_leads_to_what_it_is_about_when_there_is_such_a_page_for_who_reads_it(Role role, params string[] paths)
    {
        foreach (var subject in new[] { "accounts/7", "articles/a b", "no-such-things/7", "word" }) await _site.ActAsync(new Act("test.done", "did it") { Subject = subject });
        using var visitor = new Visitor(_site, (await _site.SignInCookiesAsync(role)).Cookies);

        var page = await visitor.OpenAsync("/newsroom/audit");

        var links = page.Document.QuerySelectorAll(".record-links a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(paths.Order(StringComparer.Ordinal), links.Where(l => !l.StartsWith("/newsroom/audit?", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(4, links.Count(l => l.StartsWith("/newsroom/audit?subject=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_question_that_makes_no_sense_is_said_where_it_was_asked()
    {
        using var visitor = await ReaderAsync();

        var page = await visitor.OpenAsync("/newsroom/audit?person=x&story=no-such-story&from=yesterday&to=2026-02-30");
        var backwards = await visitor.OpenAsync("/newsroom/audit?from=2026-05-04&to=2026-05-03");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.ErrorOf("person"));
        Assert.Contains("no such story", page.ErrorOf("story"));
        Assert.NotNull(page.ErrorOf("from"));
        Assert.NotNull(page.ErrorOf("to"));
        Assert.StartsWith("Error", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal("The last day is before the first.", backwards.ErrorOf("to"));
    }

    [Fact]
    public async Task Pages_follow_on_from_one_another_both_ways_without_a_gap_while_the_record_grows()
    {
        for (var i = 1; i <= 120; i++)
        {
            await _site.ActAsync(new Act("test.done", $"did {i}"));
            if (i % 40 == 0) _site.Clock.Pass(TimeSpan.FromMinutes(i == 80 ? -30 : 10)); // a clock that is put back
        }
        using var visitor = await ReaderAsync();
        var seen = new List<string>();

        var page = await visitor.OpenAsync("/newsroom/audit?act=test.done");
        var first = SentencesOf(page);
        while (true)
        {
            seen.AddRange(SentencesOf(page));
            await _site.ActAsync(new Act("test.done-meanwhile", "worked on"));
            if (page.Document.QuerySelector("a[rel=next]") is not { } next) break;
            page = await visitor.OpenAsync(next.GetAttribute("href")!);
        }
        var back = await visitor.OpenAsync((await visitor.OpenAsync(page.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)).Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(120, seen.Count);
        Assert.Equal(AuditReader.PageSize, first.Count);
        Assert.Equal(first, SentencesOf(back));
    }

    [Fact]
    public async Task Acts_that_a_visitor_of_an_old_page_asks_for_are_the_latest_when_the_number_is_unknown()
    {
        await _site.ActAsync(new Act("test.done", "did it"));
        using var visitor = await ReaderAsync();

        foreach (var query in new[] { "before=999", "after=999", "before=x", "after=-1", "before=99999999999999999999" })
            Assert.Single(SentencesOf(await visitor.OpenAsync($"/newsroom/audit?{query}")));
    }

    private async Task<Visitor> ReaderAsync() => new(_site, (await _site.SignInCookiesAsync(Role.Editor, "Eve Desk")).Cookies);

    private static IReadOnlyList<string> SentencesOf(Seen page) =>
        [.. page.Document.QuerySelectorAll(".record li").Select(li => string.Join(' ', new[] { li.QuerySelector("time")!.TextContent, li.QuerySelector(".record-words")!.TextContent }.SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))];
}
