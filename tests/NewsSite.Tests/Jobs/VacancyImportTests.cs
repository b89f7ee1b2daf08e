using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Jobs;
using NewsSite.Web.Jobs.Importing;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Jobs;

public sealed class VacancyImportTests
{
    private const string Csv =
        """
        Reference,Job title,Employer,Location,Salary,Hours,Job type,Description,Apply URL,Closing date
        QC-1,Clerk,Quay Council,Quay Town,"£24,404 - £25,183",37 hours,Full-time,"Keep the books.

        Say ""yes"".",https://quay.example/1,31/05/2026
        QC-2,Guard,Quay Council,,£13.05 an hour,,part time,Watch the harbour.,mailto:jobs@quay.example,2026-06-30 17:00
        QC-3,,Quay Council,,£1,,sometimes,Words,javascript:alert(1),soon
        QC-1,Clerk again,Quay Council,,£1,,,Words,,2026-06-01
        QC-4,Diver,Quay Council,,£40k,,,Dive.,,2020-01-01
        """;

    private const string Feed =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Jobs</title>
          <item><guid>QC-9</guid><title>Pilot &amp; master</title><company>Quay Council</company><location>Quay</location><salary>Grade 3, pay award pending</salary>
            <description>Short.</description><content:encoded><![CDATA[<p>Bring <b>ships</b> in.</p><script>evil()</script><p>Tea &amp; cake.</p>]]></content:encoded>
            <link>https://quay.example/9</link><pubDate>Fri, 01 May 2026 09:00:00 +0100</pubDate><closingDate>2026-05-31</closingDate></item>
          <item><guid>QC-10</guid><title>Cook</title></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Good_rows_are_shown_first_and_taken_when_that_is_confirmed_and_every_bad_row_is_named()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        Assert.Contains("/newsroom/import-vacancies", await ada.GetStringAsync("/newsroom/jobs"));

        var shown = await UploadAsync(ada, Csv);
        Assert.Equal(0, await site.InDbAsync(db => db.Vacancies.CountAsync()));
        using var taken = await TakeAsync(ada, shown);

        Assert.Equal((HttpStatusCode.Redirect, "/newsroom/jobs"), (taken.StatusCode, taken.Headers.Location?.OriginalString));
        var vacancies = await site.InDbAsync(db => db.Vacancies.AsNoTracking().OrderBy(v => v.Reference).ToListAsync());
        Assert.Equal(["clerk", "guard"], vacancies.Select(v => v.Slug));
        Assert.Equal((24_404m, 25_183m, WorkPattern.FullTime, "Keep the books.\n\nSay \"yes\"."), (vacancies[0].Pay.Minimum, vacancies[0].Pay.Maximum, vacancies[0].Work, vacancies[0].Words));
        Assert.Equal(new DateTimeOffset(2026, 5, 31, 23, 0, 0, TimeSpan.Zero), vacancies[0].ClosesAt); // the end of the day in London
        Assert.Equal((new DateTimeOffset(2026, 6, 30, 16, 0, 0, TimeSpan.Zero), "mailto:jobs@quay.example"), (vacancies[1].ClosesAt, vacancies[1].ApplyAt));
        Assert.Contains("Clerk", await site.Reader.GetStringAsync("/jobs"));
        var faults = shown.QuerySelectorAll("section[aria-labelledby=faults-heading] tbody tr").Select(r => string.Join(" | ", r.Children.Take(2).Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["4 | title", "4 | work", "4 | apply", "4 | closes", "5 | reference", "6 | closes"], faults);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_another_changes_what_is_there()
    {
        await using var site = await TestSite.StartAsync();
        await TakeAsync(site, Csv);
        var again = await TakeAsync(site, Csv);
        var changed = await TakeAsync(site, Csv.Replace("Watch the harbour.", "Watch the harbour and the wall.", StringComparison.Ordinal));

        Assert.Equal("0 new, 0 changed, 2 as they were; 3 rows with faults", again.Words);
        Assert.Equal("0 new, 1 changed, 1 as they were; 3 rows with faults", changed.Words);
        Assert.Equal(2, await site.InDbAsync(db => db.Vacancies.CountAsync()));
        Assert.Contains("the wall", await site.Reader.GetStringAsync("/jobs/guard"));
    }

    [Fact]
    public async Task What_was_not_shown_is_not_taken()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var shown = await UploadAsync(ada, Csv);
        await TakeAsync(site, Csv.Replace("Watch the harbour.", "Something else.", StringComparison.Ordinal));

        using var answer = await TakeAsync(ada, shown);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("so nothing was taken", await answer.Content.ReadAsStringAsync());
        Assert.Contains("Something else.", await site.Reader.GetStringAsync("/jobs/guard"));
    }

    [Fact]
    public async Task A_feed_is_read_like_a_table()
    {
        await using var site = await TestSite.StartAsync();

        var plan = await TakeAsync(site, Feed);

        var pilot = Assert.Single(plan.Rows).Vacancy;
        Assert.Equal(("QC-9", "Pilot & master", "Grade 3", true, "https://quay.example/9"), (pilot.Reference, pilot.Title, pilot.Pay.Grade, pilot.Pay.AwardPending, pilot.ApplyAt));
        Assert.Equal("Bring ships in.\n\nTea & cake.", pilot.Words);
        Assert.Equal(["recruiter", "pay", "words", "closes"], plan.Faults.Select(f => f.Column));
        Assert.All(plan.Faults, f => Assert.Equal(2, f.Row));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss><item><title>&a;</title></item></rss>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>")]
    [InlineData("<rss><item>")]
    [InlineData("<rss/>")]
    [InlineData("")]
    [InlineData("name,post\n1,2")]
    public async Task A_file_that_cannot_be_read_is_one_fault_and_nothing_else(string text)
    {
        await using var site = await TestSite.StartAsync();

        var plan = await TakeAsync(site, text);

        Assert.Empty(plan.Rows);
        Assert.DoesNotContain("root:", Assert.Single(plan.Faults).ToString());
    }

    [Fact]
    public void Nothing_that_a_file_can_hold_throws()
    {
        var texts = Gen.Elements("reference,title,recruiter,pay,words,closes\n", "\"", ",", ";", "\t", "\r\n", "\r", "a", "“", "<item>", "</item>", "<rss>", "&", "]]>", "2026-05-31", "\0").ListOf().Select(some => string.Concat(some)).ToArbitrary();

        Prop.ForAll(texts, text => VacancyCsv.Read(text) is not null && VacancyXml.Read(text) is not null && CsvTable.Read(text).All(r => r.Cells.Count > 0)).QuickCheckThrowOnFailure();
    }

    private static Task<VacancyImportPlan> TakeAsync(TestSite site, string text) =>
        site.DoAsync(async services => (await services.GetRequiredService<VacancyImport>().TakeAsync(Encoding.UTF8.GetBytes(text), "jobs.csv", null, "import", asImport: true, CancellationToken.None))!);

    private static async Task<AngleSharp.Dom.IDocument> UploadAsync(HttpClient who, string text)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "jobs.csv" } };
        using var answer = await who.PostAsync("/newsroom/import-vacancies", form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> TakeAsync(HttpClient who, AngleSharp.Dom.IDocument shown) =>
        who.PostAsync("/newsroom/import-vacancies?handler=Take", new FormUrlEncodedContent(new[] { "held", "name", "version" }.Select(n => KeyValuePair.Create(n, shown.QuerySelector($"input[name={n}]")!.GetAttribute("value")!))));
}
