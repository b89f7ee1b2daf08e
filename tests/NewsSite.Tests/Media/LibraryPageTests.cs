using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Media;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Promotions;

namespace NewsSite.Tests.Media;

/// <summary>The library's pages, as forms without a script use them.</summary>
public sealed partial class LibraryPageTests : IAsyncLifetime
{
    private const string Library = "/newsroom/media";
    private TestSite _site = null!;
    private HttpClient _editor = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _editor = await _site.SignInAsync(Role.Editor, "Ben Stone");
    }

    public async Task DisposeAsync()
    {
        _editor.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Many_files_come_in_at_once_and_each_is_told_what_became_of_it()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Zoë Lens"), "Credit" },
            { new ByteArrayContent(APicture.Png(40, 30)), "files", "Pier.png" },
            { new ByteArrayContent(APicture.Png(40, 30)), "files", "Pier again.png" },
            { new ByteArrayContent(Encoding.ASCII.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")), "files", "Logo.svg" },
        };

        using var answer = await _editor.PostAsync($"{Library}?handler=Upload", form);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("is an SVG drawing, which can hide programs; export it as PNG", page, StringComparison.Ordinal);
        Assert.Contains("was in the library already, as", page, StringComparison.Ordinal);
        var item = await _site.InDbAsync(db => db.Media.SingleAsync());
        Assert.Equal(("pier.png", "Zoë Lens", "Ben Stone", _site.Clock.GetUtcNow()), (item.File, item.Credit, item.AddedBy, item.AddedAt!.Value));
    }

    [Fact]
    public async Task The_same_picture_sent_twice_at_the_same_time_is_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(APicture.Png(50, 30)), "file", $"hall-{i}.png" } };
            using var answer = await _editor.PostAsync("/newsroom/api/media", form);
            return (answer.StatusCode, File: (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["file"]);
        }));

        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(a => a.StatusCode is HttpStatusCode.OK));
        Assert.Single(answers.Select(a => a.File).Distinct());
        Assert.Equal(1, await _site.InDbAsync(db => db.Media.CountAsync()));
    }

    [Fact]
    public async Task Details_are_kept_found_by_and_refused_beside_their_field()
    {
        await _site.TakeAsync("pier.png", APicture.Png(40, 30));

        using var wrong = await SaveAsync("pier.png", ("RightsUntil", "tomorrow"), ("FocusX", "101"));
        using var right = await SaveAsync("pier.png", ("Credit", "Zoë Lens"), ("RightsHolder", "County archive"), ("RightsUntil", "2026-05-20"), ("Description", "Rowing boats"), ("FocusX", "30"), ("FocusY", "82"));

        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("“tomorrow” is no day; write it as year, month and day, such as 2027-03-31.", page, StringComparison.Ordinal);
        Assert.Contains("“101” is no whole number from 0 to 100.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        var item = await _site.InDbAsync(db => db.Media.SingleAsync());
        Assert.Equal(new MediaDetails { Credit = "Zoë Lens", RightsHolder = "County archive", RightsUntil = new(2026, 5, 20), Description = "Rowing boats", Focus = new(30, 82) }, item.Details);
        foreach (var words in new[] { "zoe", "archive+row", "pier.png" }) Assert.Contains("pier.png", await _editor.GetStringAsync($"{Library}?q={words}"), StringComparison.Ordinal);
        Assert.DoesNotContain("shelf-link", await _editor.GetStringAsync($"{Library}?q=ship"), StringComparison.Ordinal);
        Assert.Contains("fx-30 fy-80", await _editor.GetStringAsync(Library), StringComparison.Ordinal);
        var entry = (await _site.Reader.GetFromJsonAsync<JsonNode>($"/api/v1/media/{item.Id}"))!;
        Assert.Equal(("County archive", 30, 82), ((string?)entry["rightsHolder"], (int)entry["focus"]!["x"]!, (int)entry["focus"]!["y"]!));
        Assert.DoesNotContain("2026-05-20", entry.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_change_what_is_said_the_later_is_told_and_loses_nothing()
    {
        await _site.TakeAsync("pier.png", APicture.Png(40, 30));
        using var ada = await _site.SignInAsync(Role.Journalist, "Ada Quill");
        var opened = await VersionAsync("pier.png", ada);

        using var first = await SaveAsync("pier.png", _editor, opened, ("Credit", "Zoë Lens"), ("Description", "Boats"), ("FocusX", "30"));
        using var second = await SaveAsync("pier.png", ada, opened, ("Credit", "A. Lens"), ("Description", "Rowing boats"), ("FocusX", "70"));
        var told = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        var kept = await ItemAsync();

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Contains("Ben Stone on 4 May 2026 at 10:00 changed this after you opened it", told, StringComparison.Ordinal);
        foreach (var theirs in new[] { "Zoë Lens", "Boats", "30" }) Assert.Contains($"There is now: {theirs}<", told, StringComparison.Ordinal);
        foreach (var mine in new[] { "value=\"A. Lens\"", "Rowing boats</textarea>", "value=\"70\"" }) Assert.Contains(mine, told, StringComparison.Ordinal);
        Assert.DoesNotContain("There is now: nothing", told, StringComparison.Ordinal);
        Assert.Equal(("Zoë Lens", "Boats", 30), (kept.Credit, kept.Description, kept.FocusX));

        using var third = await SaveAsync("pier.png", ada, Version().Match(told).Groups[1].Value, ("Credit", "A. Lens"), ("Description", "Rowing boats"), ("FocusX", "70"));

        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);
        Assert.Equal("A. Lens", (await ItemAsync()).Credit);
    }

    [Fact]
    public async Task The_focal_point_is_kept_where_readers_see_a_crop()
    {
        await PublishAsync("pier.png");
        await _site.Reader.GetStringAsync("/news");

        using var saved = await SaveAsync("pier.png", ("FocusX", "11"), ("FocusY", "90"));

        Assert.Contains("class=\"fx-10 fy-90\"", await _site.Reader.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_shown_follows_drafts_live_stories_and_promotions()
    {
        await PublishAsync("pier.png");
        await _site.AddAsync([new Promotion { Slug = "ropes", Slot = "rail", Label = "Promotion", Headline = "Ropes for every weather", Picture = "pier.png", StartsAt = _site.Clock.GetUtcNow() }], "promotions");

        var shown = WebUtility.HtmlDecode(await _editor.GetStringAsync($"{Library}/pier.png"));
        await _site.WithdrawAsync("storm-takes-the-pier");
        var withdrawn = await _editor.GetStringAsync($"{Library}/pier.png");

        Assert.Contains("Storm takes the pier", shown, StringComparison.Ordinal);
        Assert.Contains("above the text", shown, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state live\">Live</span>", shown, StringComparison.Ordinal);
        Assert.Contains("Ropes for every weather", shown, StringComparison.Ordinal);
        Assert.Contains("Running", shown, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state withdrawn\">Withdrawn</span>", withdrawn, StringComparison.Ordinal);
        Assert.DoesNotContain("shelf-link", await _editor.GetStringAsync($"{Library}?used=no"), StringComparison.Ordinal);
        await _site.InDbAsync(db => db.Set<Promotion>().ExecuteDeleteAsync());
        Assert.DoesNotContain("Ropes", await _editor.GetStringAsync($"{Library}/pier.png"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_picture_keeps_its_name_and_leaves_no_file_of_the_old_one()
    {
        await PublishAsync("pier.png");
        var before = await ItemAsync();
        var page = await _site.Reader.GetStringAsync("/news/storm-takes-the-pier");

        using var answer = await ReplaceAsync("pier.png", "New pier.png", APicture.Png(60, 45));
        var after = await ItemAsync();

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal((before.Id, "pier.png", 60, 45), (after.Id, after.File, after.Width, after.Height));
        Assert.Contains(before.AddressHash, page, StringComparison.Ordinal);
        Assert.Contains(after.AddressHash, await _site.Reader.GetStringAsync("/news/storm-takes-the-pier"), StringComparison.Ordinal);
        foreach (var old in new[] { $"/media/{before.AddressHash}/pier.png", $"/media/{before.AddressHash}/pier-40.webp", Pictures.CardAddress(before) })
        {
            using var led = await _site.Reader.GetAsync(old);
            Assert.Equal((HttpStatusCode.Redirect, Pictures.CardAddress(after)), (led.StatusCode, led.Headers.Location!.OriginalString));
        }
        Assert.Equal([after.Hash], Hashes());
    }

    [Fact]
    public async Task A_picture_is_replaced_neither_by_itself_nor_by_another_of_the_library_nor_by_what_is_none()
    {
        await _site.TakeAsync("pier.png", APicture.Png(40, 30));
        await _site.TakeAsync("hall.png", APicture.Png(41, 30));

        foreach (var (bytes, message) in new[] { (APicture.Png(40, 30), "nothing has changed"), (APicture.Png(41, 30), "in the library already, as hall.png"), (APicture.Png(42, 30)[..60], "Mine.png is cut short or broken") })
        {
            using var answer = await ReplaceAsync("pier.png", "Mine.png", bytes);
            Assert.Contains(message, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Equal(2, Hashes().Length);
    }

    [Fact]
    public async Task A_picture_is_deleted_only_when_nothing_shows_it_and_then_nothing_of_it_stays()
    {
        await PublishAsync("pier.png");
        await _site.TakeAsync("hall.png", APicture.Png(41, 30));

        using var refused = await DeleteAsync("pier.png");
        using var deleted = await DeleteAsync("hall.png");

        Assert.Contains("This picture is in use", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode);
        var left = await ItemAsync();
        Assert.Equal("pier.png", left.File);
        Assert.Equal([left.Hash], Hashes());
        Assert.Equal(2, await _site.InDbAsync(db => db.MediaWords.CountAsync()));
    }

    [Fact]
    public async Task Bytes_that_another_picture_has_too_stay_until_it_goes()
    {
        var png = APicture.Png(40, 30);
        await _site.TakeAsync("pier.png", png);
        await _site.TakeAsync("the-pier.png", png); // content files may hold it twice

        using var one = await DeleteAsync("pier.png");
        Assert.Single(Hashes());
        using var two = await DeleteAsync("the-pier.png");

        Assert.Empty(Hashes());
        Assert.Empty(Directory.GetFiles(Path.Combine(_site.Folder, "data", "media"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_journalist_changes_what_is_said_and_neither_replaces_nor_deletes_and_a_moderator_only_looks()
    {
        await _site.TakeAsync("pier.png", APicture.Png(40, 30));
        using var journalist = await _site.SignInAsync(Role.Journalist, "Ada Quill");
        using var moderator = await _site.SignInAsync(Role.Moderator, "Mo");

        using var saved = await SaveAsync("pier.png", journalist, ("Credit", "Ada"));
        using var replaced = await ReplaceAsync("pier.png", "x.png", APicture.Png(41, 30), journalist);
        using var deleted = await DeleteAsync("pier.png", journalist);
        using var said = await SaveAsync("pier.png", moderator, ("Credit", "Mo"));
        using var looked = await moderator.GetAsync($"{Library}/pier.png");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK), (saved.StatusCode, replaced.StatusCode, deleted.StatusCode, said.StatusCode, looked.StatusCode));
        Assert.Equal("Ada", (await ItemAsync()).Credit);
    }

    [Fact]
    public async Task A_place_that_does_not_exist_is_not_found()
    {
        foreach (var path in new[] { $"{Library}?page=0", $"{Library}?page=x", $"{Library}?rights=none", $"{Library}/no-such.png" })
        {
            using var answer = await _editor.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task PublishAsync(string file)
    {
        await _site.TakeAsync(file, APicture.Png(40, 30));
        await _site.PublishAsync(new AStory { LeadImage = new(file, PicturePurpose.Decorative, null, null, null) });
    }

    private Task<MediaItem> ItemAsync() => _site.InDbAsync(db => db.Media.AsNoTracking().SingleAsync());

    private string[] Hashes()
    {
        string[] of(string folder) => Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>().Where(n => n.Length == 64).Order(StringComparer.Ordinal)] : [];
        var root = Path.Combine(_site.Folder, "data", "media");
        var originals = of(Path.Combine(root, "originals"));
        Assert.Equal(originals, of(Path.Combine(root, "plain")));
        Assert.Equal(originals, of(Path.Combine(root, "renditions")));
        return originals;
    }

    private Task<HttpResponseMessage> SaveAsync(string file, params (string Name, string Value)[] fields) => SaveAsync(file, _editor, fields);

    private static async Task<HttpResponseMessage> SaveAsync(string file, HttpClient who, params (string Name, string Value)[] fields) =>
        await SaveAsync(file, who, await VersionAsync(file, who), fields);

    private static Task<HttpResponseMessage> SaveAsync(string file, HttpClient who, string version, params (string Name, string Value)[] fields) =>
        who.PostAsync($"{Library}/{file}?handler=Details", new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("Version", version)]));

    private static async Task<string> VersionAsync(string file, HttpClient who) => Version().Match(await who.GetStringAsync($"{Library}/{file}")).Groups[1].Value;

    [GeneratedRegex("name=\"Version\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Version();

    private async Task<HttpResponseMessage> ReplaceAsync(string file, string name, byte[] bytes, HttpClient? who = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "picture", name } };
        return await (who ?? _editor).PostAsync($"{Library}/{file}?handler=Replace", form);
    }

    private Task<HttpResponseMessage> DeleteAsync(string file, HttpClient? who = null) => (who ?? _editor).PostAsync($"{Library}/{file}?handler=Delete", new FormUrlEncodedContent([]));
}
