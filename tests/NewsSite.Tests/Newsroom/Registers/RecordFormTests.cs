using System.Globalization;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Exchange;
using NewsSite.Tests.Media;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;
using NewsSite.Web.People;

namespace NewsSite.Tests.Newsroom.Registers;

/// <summary>What is particular to one register.</summary>
public sealed class RecordFormTests
{
    [Fact]
    public async Task A_form_that_is_saved_as_it_was_opened_changes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([new Organisation { Slug = "the-council", Name = "The Council" }], "organisations");
        object[] records =
        [
            .. Enumerable.Range(1, 30).SelectMany(i => Gen.Sample(AStore.Person($"person-{i}"), 1)).Select(p => new Person { Slug = p.Slug, Name = p.Name, Summary = p.Summary, Roles = p.Roles, OtherNames = ["Cllr Pike", "U. Pike"] }), // a name has one line
            .. Enumerable.Range(1, 30).SelectMany(i => Gen.Sample(AStore.Vacancy($"job-{i}"), 1)), .. Enumerable.Range(1, 30).SelectMany(i => Gen.Sample(AStore.Promotion($"promotion-{i}"), 1)),
        ];
        await site.AddAsync(records, "people", "vacancies", "promotions");

        foreach (var register in site.Services.GetServices<IRecords>())
            foreach (var key in await register.AllAsync(CancellationToken.None))
            {
                var (before, after, faults) = await site.InDbAsync(async db =>
                {
                    var stored = (await register.FindAsync(db, key.Key, CancellationToken.None))!;
                    var form = new FormReader(stored.Values);
                    var read = await register.ReadAsync(db, form, key.Key, CancellationToken.None);
                    return (stored.Text, read.Text, form.Faults);
                });

                Assert.Equal(before, after);
                Assert.DoesNotContain(faults, f => !f.Message.Contains("is the most", StringComparison.Ordinal) && f.Field != "picture");
            }
    }

    [Fact]
    public async Task A_person_s_page_and_structured_data_follow_the_form_at_once()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        await ada.AddRecordAsync(ARecord.Of("organisations"));
        await ada.AddRecordAsync(ARecord.Of("people").With("roles-0-organisation", "Port Council"));
        await site.Reader.GetStringAsync("/people/morwenna-sands");

        var fields = ARecord.Of("people").With("roles-0-organisation", "Port Council").With("roles-0-to", "2024").With("roles-1-title", "deck hand").With("roles-1-as-of", "2011").With("slug", "morwenna-sands").Fields;
        using var saved = await ada.SendFormAsync("/newsroom/people/morwenna-sands", fields, await ada.VersionAsync("/newsroom/people/morwenna-sands"));
        var page = await site.Reader.GetStringAsync("/people/morwenna-sands");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("May 2019 to 2024", page);
        Assert.Contains("deck hand", page);
        Assert.Contains("\"endDate\":\"2024\"", page);
        Assert.Contains("Port Council", page);
    }

    [Fact]
    public async Task A_row_is_added_and_taken_out_without_losing_what_was_typed()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var typed = new Dictionary<string, string> { ["name"] = "Morwenna Sands", ["roles-0-title"] = "one", ["roles-1-title"] = "two", ["roles-2-title"] = "three" };

        var more = await ada.PageAfterAsync("/newsroom/people/new", [.. typed, KeyValuePair.Create("more", "roles")]);
        var less = await ada.PageAfterAsync("/newsroom/people/new", [.. typed, KeyValuePair.Create("less", "roles-1")]);

        Assert.Contains("name=\"roles-3-title\"", more);
        Assert.Contains("value=\"two\"", more);
        Assert.DoesNotContain("value=\"two\"", less);
        Assert.Contains("name=\"roles-1-title\" type=\"text\" value=\"three\"", less);
        Assert.Contains("value=\"Morwenna Sands\"", less);
    }

    [Theory]
    [InlineData("roles-0-from", "last year", "“last year” is no date")]
    [InlineData("roles-0-organisation", "Nowhere Council", "There is no organisation “Nowhere Council”")]
    [InlineData("roles-0-to", "2018", "2018 is before 2019-05")]
    [InlineData("slug", "Not a slug", "“Not a slug” is no slug")]
    public async Task A_wrong_value_is_said_beside_its_field(string field, string value, string message)
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();

        var page = await ada.PageAfterAsync("/newsroom/people/new", ARecord.Of("people").With(field, value).Fields);

        Assert.Contains($"<p class=\"error\" id=\"{field}-error\">{message}", page);
        Assert.Contains($"href=\"#{field}\"", page);
    }

    [Fact]
    public async Task A_namesake_has_to_be_meant()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var person = ARecord.Of("people");
        await ada.AddRecordAsync(person);

        var asked = await ada.PageAfterAsync("/newsroom/people/new", person.Fields);
        using var meant = await ada.SendFormAsync("/newsroom/people/new", person.With("another", "yes").Fields);

        Assert.Contains("There is somebody called Morwenna Sands already", asked);
        Assert.Contains("name=\"another\"", asked);
        Assert.Equal("/newsroom/people/morwenna-sands-2", meant.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_slug_of_a_record_that_nothing_uses_can_change_and_its_page_moves_with_it()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var topic = ARecord.Of("topics");
        await ada.AddRecordAsync(topic);

        using var saved = await ada.SendFormAsync(topic.Address, topic.With("slug", "seaside").Fields, await ada.VersionAsync(topic.Address));
        var old = await site.Reader.GetAsync("/topics/coast");

        Assert.Equal("/newsroom/topics/seaside", saved.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        Assert.Equal("/topics/seaside", old.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("topics", "coast")]
    [InlineData("authors", "ada-quill")]
    public async Task A_record_that_a_draft_names_keeps_its_slug_and_cannot_be_deleted(string path, string key)
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        await ada.AddRecordAsync(ARecord.Of(path));
        await site.DraftAsync(new AStory { Headline = "Storm takes the pier" });
        var record = ARecord.Of(path);

        var slug = await ada.PageAfterAsync(record.Address, record.With("slug", "another-one").Fields, await ada.VersionAsync(record.Address));
        var delete = WebUtility.HtmlDecode(await ada.GetStringAsync(record.Delete));
        using var forced = await ada.SendFormAsync(record.Delete, [], await ada.VersionAsync(record.Address));

        Assert.Contains($"It is used, in “Storm takes the pier” for one, so its slug stays “{key}”.", slug);
        Assert.Contains("is used, so the record stays", delete);
        Assert.Contains(">Storm takes the pier</a>", delete);
        Assert.Contains(">Storm takes the pier</a>", WebUtility.HtmlDecode(await ada.GetStringAsync(record.Address + "?uses=all")));
        Assert.Equal(HttpStatusCode.OK, forced.StatusCode);
        Assert.NotEmpty(await ada.VersionAsync(record.Address));
    }

    [Theory]
    [InlineData("2026-03-29", "01:30", "", "does not exist on 29 March 2026")]
    [InlineData("2026-10-25", "01:30", "", "comes twice on 25 October 2026")]
    [InlineData("2026-10-25", "01:30", "first", "2026-10-25T00:30:00.0000000+00:00")]
    [InlineData("2026-10-25", "01:30", "second", "2026-10-25T01:30:00.0000000+00:00")]
    [InlineData("2026-10-25", "", "", "2026-10-26T00:00:00.0000000+00:00")]
    [InlineData("2026-07-01", "12:00", "", "2026-07-01T11:00:00.0000000+00:00")]
    public async Task A_closing_time_is_one_of_the_clock_in_London(string day, string time, string occurrence, string expected)
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var vacancy = ARecord.Of("jobs").With("opens-day", "2026-03-01").With("closes-day", day).With("closes-time", time).With("closes-occurrence", occurrence);

        var page = await ada.PageAfterAsync("/newsroom/jobs/new", vacancy.Fields);
        var closes = await site.InDbAsync(db => db.Set<Web.Jobs.Vacancy>().Select(v => (DateTimeOffset?)v.ClosesAt).FirstOrDefaultAsync());

        if (closes is { } at) Assert.Equal(expected, at.ToString("O", CultureInfo.InvariantCulture));
        else Assert.Contains(expected, page);
        Assert.Equal(!expected.Contains("T0", StringComparison.Ordinal) && !expected.Contains("T1", StringComparison.Ordinal), closes is null);
    }

    [Theory]
    [InlineData("tomorrow 6am", "", "2026-05-05T05:00:00.0000000+00:00")]
    [InlineData("25/10/2026 1.30am", "second", "2026-10-25T01:30:00.0000000+00:00")]
    [InlineData("25/10/2026 1.30am", "", "comes twice on 25 October 2026")]
    [InlineData("tomorrow", "", "At what time? Write for example “tomorrow 6am”")]
    [InlineData("when the tide turns", "", "Write for example “tomorrow 6am”")]
    public async Task A_time_can_be_typed_in_words_and_is_shown_as_day_and_time_from_then_on(string words, string occurrence, string expected)
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var vacancy = ARecord.Of("jobs").With("opens-day", "2026-03-01").With("closes-day", "").With("closes-time", "").With("closes-words", words).With("closes-occurrence", occurrence);

        var page = await ada.PageAfterAsync("/newsroom/jobs/new", vacancy.Fields);
        var closes = await site.InDbAsync(db => db.Set<Web.Jobs.Vacancy>().Select(v => (DateTimeOffset?)v.ClosesAt).FirstOrDefaultAsync());

        if (closes is { } at) Assert.Equal(expected, at.ToString("O", CultureInfo.InvariantCulture));
        else Assert.Contains(expected, page);
        Assert.Equal(!expected.StartsWith("2026", StringComparison.Ordinal), closes is null);
        if (page.Contains("comes twice", StringComparison.Ordinal)) Assert.Contains("name=\"closes-time\" value=\"01:30\"", page);
        else if (closes is null) Assert.Contains($"value=\"{words}\"", page);
    }

    [Fact]
    public async Task Readers_see_a_vacancy_and_a_promotion_as_soon_as_they_are_saved()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        await site.PublishAsync(new AStory());
        Assert.DoesNotContain("Walk the wall", await site.Reader.GetStringAsync("/news/storm-takes-the-pier"));
        Assert.DoesNotContain("Harbour engineer", await site.Reader.GetStringAsync("/jobs"));

        await ada.AddRecordAsync(ARecord.Of("promotions"));
        await ada.AddRecordAsync(ARecord.Of("jobs"));

        Assert.Contains("Walk the wall", await site.Reader.GetStringAsync("/news/storm-takes-the-pier"));
        Assert.Contains("Harbour engineer", await site.Reader.GetStringAsync("/jobs"));
    }

    [Fact]
    public async Task A_promotion_s_picture_is_one_of_the_library()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();

        var page = await ada.PageAfterAsync("/newsroom/promotions/new", ARecord.Of("promotions").With("picture", "no-such.png").Fields);

        Assert.Contains("There is no picture “no-such.png” in the library.", page);
    }

    [Fact]
    public async Task A_promotion_s_form_offers_the_library_and_shows_the_chosen_picture()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var quay = await site.TakeAsync("quay.png", APicture.Png(40, 30));
        await site.TakeAsync("hall.png", APicture.Png(41, 30));
        await ada.AddRecordAsync(ARecord.Of("promotions").With("picture", "quay.png"));

        var blank = await ada.GetStringAsync("/newsroom/promotions/new");
        var form = await ada.GetStringAsync("/newsroom/promotions/walk-the-wall");
        var fault = await ada.PageAfterAsync("/newsroom/promotions/new", ARecord.Of("promotions").With("picture", "quay.png").With("label", "").Fields);

        foreach (var page in new[] { blank, form })
            foreach (var file in new[] { "hall.png", "quay.png" }) Assert.Contains($"<option value=\"{file}\">", page);
        Assert.DoesNotContain("alt=\"The chosen picture\"", blank);
        foreach (var page in new[] { form, fault }) Assert.Matches($"<img src=\"/media/{quay.AddressHash}/quay[^\"]*\" alt=\"The chosen picture\"", page);
    }

    [Theory]
    [InlineData("https://elsewhere.example/a", "/news", "is no path of this site")]
    [InlineData("//elsewhere.example", "/news", "is no path of this site")]
    [InlineData("/", "/news", "belongs to the site itself")]
    [InlineData("/newsroom/articles", "/news", "belongs to the site itself")]
    [InlineData("/a", "/a", "It leads to itself.")]
    [InlineData("/a", "/old-pier", "leads back to /a")]
    [InlineData("/b", "http://elsewhere.example/", "is neither a path of this site")]
    [InlineData("/b", "javascript:alert(1)", "is neither a path of this site")]
    [InlineData("/old-pier", "/news", "leads to /a already")]
    public async Task A_redirect_that_leads_nowhere_is_refused(string from, string to, string message)
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        await ada.AddRecordAsync(ARecord.Of("redirects").With("to", "/a"));

        var page = await ada.PageAfterAsync("/newsroom/redirects/new", [KeyValuePair.Create("from", from), KeyValuePair.Create("to", to)]);

        Assert.Contains(message, page);
    }

    [Fact]
    public async Task Redirects_lead_on_in_one_step_whatever_order_they_are_made_in()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var redirect = ARecord.Of("redirects");
        await ada.AddRecordAsync(redirect.With("from", "/b").With("to", "/c") with { Key = "/b" });
        await ada.AddRecordAsync(redirect.With("from", "/a").With("to", "/b") with { Key = "/a" });
        await ada.AddRecordAsync(redirect.With("from", "/c").With("to", "https://elsewhere.example/café?x=1") with { Key = "/c" });

        foreach (var path in new[] { "/a", "/b", "/c", "/a/" })
        {
            var answer = await site.Reader.GetAsync(path);

            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal("https://elsewhere.example/caf%C3%A9?x=1", answer.Headers.Location?.OriginalString);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/d")).StatusCode);
    }

    [Fact]
    public async Task A_redirect_never_hides_a_page()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        await ada.AddRecordAsync(ARecord.Of("redirects").With("from", "/news").With("to", "/archive") with { Key = "/news" });

        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/news")).StatusCode);
    }

    [Fact]
    public async Task A_record_added_while_a_story_is_written_is_not_undone_by_an_import()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();

        using var person = await ada.PostAsync("/newsroom/api/people", System.Net.Http.Json.JsonContent.Create(new { name = "Una Pike", role = "chair", organisation = "Port Council" }));
        using var source = await ada.PostAsync("/newsroom/api/sources", System.Net.Http.Json.JsonContent.Create(new { title = "Survey" }));
        var edits = await site.InDbAsync(db => db.RecordEdits.OrderBy(e => e.Register).Select(e => e.Register + "/" + e.Slug + " " + e.By).ToListAsync());

        Assert.Equal(["organisations/port-council Ada Quill", "people/una-pike Ada Quill", "sources/survey Ada Quill"], edits);
    }
}
