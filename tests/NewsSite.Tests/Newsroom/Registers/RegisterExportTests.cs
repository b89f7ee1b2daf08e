using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Exchange;
using NewsSite.Tests.Media;
using NewsSite.Web.Authors;
using NewsSite.Web.Data;
using NewsSite.Web.Jobs;
using NewsSite.Web.Newsroom;
using NewsSite.Web.People;
using NewsSite.Web.Promotions;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sources;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Newsroom.Registers;

/// <summary>What the newsroom does in the registers goes out with an export and comes in again with an import.</summary>
public sealed class RegisterExportTests
{
    private const string Awkward = "  “It’s 5 % — #1: yes, no & <b>null</b>”  ";

    // Every field of every form, with what YAML and HTML could take for something else.
    private static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Full = new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["organisations"] = new Dictionary<string, string> { ["name"] = "Port Council", ["slug"] = "port-council", ["kind"] = Awkward, ["address"] = "https://example.org/?a=1&b='2'#c" },
        ["people"] = new Dictionary<string, string>
        {
            ["name"] = "Morwenna O’Sands-Ñuñez",
            ["slug"] = "morwenna-sands",
            ["summary"] = Awkward,
            ["other-names"] = "M. Sands\r\n- Morwena: Sands\r\n~\r\n  yes  ",
            ["roles-0-title"] = "harbour master: acting",
            ["roles-0-organisation"] = "Port Council",
            ["roles-0-from"] = "2019-05",
            ["roles-0-to"] = "2019",
            ["roles-0-source"] = "2022-09-21",
            ["roles-1-title"] = "councillor",
            ["roles-1-as-of"] = "21/9/2015",
        },
        ["sources"] = new Dictionary<string, string> { ["title"] = "123", ["slug"] = "survey", ["address"] = "http://example.org/a%20b", ["publisher"] = "true", ["kind"] = Awkward, ["published"] = "2026" },
        ["topics"] = new Dictionary<string, string> { ["name"] = "Coast & piers", ["slug"] = "coast", ["description"] = "Piers.\r\nSea walls: all of them.", ["section"] = "7" },
        ["authors"] = new Dictionary<string, string> { ["name"] = "@ Coast desk", ["slug"] = "coast-desk", ["job"] = Awkward, ["desk"] = "yes", ["profile"] = "# Ada\r\n\r\n    four spaces\r\n\r\n\r\n- [link](https://example.org/)  \r\n  more\r\n" },
        ["jobs"] = new Dictionary<string, string>
        {
            ["title"] = "Engineer: wall",
            ["slug"] = "engineer",
            ["recruiter"] = Awkward,
            ["place"] = "'Quay'",
            ["words"] = "  Look after:\r\n\r\n\r\n\tthe wall.\r\n# not a comment",
            ["apply"] = "https://example.org/apply",
            ["pay"] = "£24,404 - £25,183",
            ["minimum"] = "£24,404.25",
            ["maximum"] = "25,183",
            ["period"] = "hour",
            ["currency"] = "eur",
            ["hourly-minimum"] = "12.65",
            ["hourly-maximum"] = "13",
            ["grade"] = "3",
            ["award"] = "yes",
            ["opens-day"] = "2026-05-01",
            ["opens-time"] = "06:30",
            ["closes-day"] = "2026-10-25",
            ["closes-time"] = "01:30",
            ["closes-occurrence"] = "second",
        },
        ["promotions"] = new Dictionary<string, string>
        {
            ["headline"] = "Walk the wall",
            ["slug"] = "walk",
            ["label"] = "Campaign",
            ["advertiser"] = Awkward,
            ["words"] = "One.\r\n\r\nTwo: three.",
            ["address"] = "https://example.org/walk",
            ["picture"] = "quay.png",
            ["picture-alt"] = "A quay: wet",
            ["slot"] = "home",
            ["order"] = "12",
            ["starts-day"] = "2026-05-01",
            ["starts-time"] = "00:00",
            ["ends-day"] = "2026-05-31",
            ["ends-time"] = "23:59",
        },
        ["redirects"] = new Dictionary<string, string> { ["from"] = "/old:pier/ä'#".TrimEnd('#'), ["to"] = "https://example.org/?q=a#b" },
    };

    [Fact]
    public async Task Every_field_that_the_newsroom_fills_in_comes_back_from_the_files()
    {
        await using var site = await TestSite.StartAsync();
        await using var empty = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        await site.TakeAsync("quay.png", APicture.Png(4, 3));
        foreach (var (path, fields) in Full)
        {
            using var saved = await ada.SendFormAsync($"/newsroom/{path}/new", fields);
            Assert.True(saved.Headers.Location is not null, await saved.Content.ReadAsStringAsync());
        }
        empty.Clock.Pass(TimeSpan.FromDays(3));

        var result = await empty.ImportFromAsync(await site.ExportToAsync("files"));

        Assert.Empty(result.Faults);
        Assert.Equal(await RegistersAsync(site), await RegistersAsync(empty));
    }

    [Fact]
    public async Task Edited_records_are_written_as_edited_and_deleted_ones_not_at_all()
    {
        await using var origin = await TestSite.StartAsync();
        await using var site = await TestSite.StartAsync();
        await using var empty = await TestSite.StartAsync();
        using var first = await origin.SignInAsync(Role.Editor);
        using var ada = await site.SignInAsync(Role.Editor);
        foreach (var record in ARecord.All) await first.AddRecordAsync(record);
        foreach (var record in ARecord.All.Where(r => r.Path != "redirects")) await first.AddRecordAsync(record.With("slug", "to-go").With("name", "To Go").With("title", "To go") with { Key = "to-go" });
        await first.AddRecordAsync(ARecord.Of("redirects").With("from", "/to-go") with { Key = "/to-go" });
        await site.ImportFromAsync(await origin.ExportToAsync("files"));

        foreach (var record in ARecord.All)
        {
            var key = KeyValuePair.Create("slug", record.Key);
            using var changed = await ada.SendFormAsync(record.Address, record.With(record.Other.Field, record.Other.Value).Fields.Append(key), await ada.VersionAsync(record.Address));
            var going = record with { Key = record.Path == "redirects" ? "/to-go" : "to-go" };
            using var deleted = await ada.SendFormAsync(going.Delete, [], await ada.VersionAsync(going.Delete));
            Assert.Equal((record.Address, record.List), (changed.Headers.Location?.OriginalString, deleted.Headers.Location?.OriginalString));
        }
        var files = await site.ExportToAsync("files");
        var result = await empty.ImportFromAsync(files);
        var again = await site.ImportFromAsync(files);

        Assert.Empty(result.Faults);
        Assert.DoesNotContain(ContentDirectory.Files(files), f => f.Key.Contains("to-go", StringComparison.Ordinal) || f.Value.Contains("to-go", StringComparison.Ordinal));
        Assert.Equal(await RegistersAsync(site), await RegistersAsync(empty));
        Assert.Empty(again.Faults);
        Assert.Empty(again.Lines);
    }

    [Fact]
    public async Task Topics_that_were_merged_stay_merged()
    {
        await using var site = await TestSite.StartAsync();
        await using var empty = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        using var ben = await empty.SignInAsync(Role.Editor);
        using var old = new ContentDirectory();
        old.Write("topics/piers.yml", "name: Piers\n").Write("topics/harbours.yml", "name: Harbours\n").Write("topics/coast.yml", "name: Coast\n");
        old.Write("articles/wall.md", ContentDirectory.Article(more: "topics: [piers]\n"));
        await old.ImportAsync(site);
        await MergeAsync(ada, "piers", "harbours");
        await MergeAsync(ada, "harbours", "coast");

        var result = await empty.ImportFromAsync(await site.ExportToAsync("files"));
        var taken = await ben.PageAfterAsync("/newsroom/topics/new", [KeyValuePair.Create("name", "Piers"), KeyValuePair.Create("slug", "piers")]);
        var late = await old.Write("articles/late.md", ContentDirectory.Article("Late news", more: "topics: [piers]\n")).ImportAsync(empty);

        Assert.Empty(result.Faults);
        Assert.Equal(await RegistersAsync(site), await RegistersAsync(empty));
        Assert.Contains("has become part of “coast”", taken);
        Assert.Empty(late.Faults);
        Assert.Contains("Late news", await empty.Reader.GetStringAsync("/topics/coast"));
    }

    private static async Task MergeAsync(HttpClient who, string goes, string stays)
    {
        using var merged = await who.SendFormAsync($"/newsroom/topics/{goes}/merge", new Dictionary<string, string> { ["With"] = stays, ["Stays"] = stays });
        Assert.Equal($"/newsroom/topics/{stays}", merged.Headers.Location?.OriginalString);
    }

    private static Task<string> RegistersAsync(TestSite site) => site.InDbAsync(async db => string.Join('\n',
        await OfAsync<Organisation>(db), await OfAsync<Person>(db), await OfAsync<Source>(db), await OfAsync<Topic>(db), await OfAsync<MergedTopic>(db),
        await OfAsync<Author>(db), await OfAsync<Vacancy>(db), await OfAsync<Promotion>(db), await OfAsync<Redirect>(db)));

    private static async Task<string> OfAsync<T>(NewsDb db)
        where T : class => string.Join('\n', (await db.Set<T>().AsNoTracking().ToListAsync()).Select(v => JsonSerializer.Serialize(v)).Order(StringComparer.Ordinal));
}
