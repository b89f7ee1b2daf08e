using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Tests.Media;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Media;

namespace NewsSite.Tests.Articles.Schedules;

/// <summary>The clock stands at 10:00 in London on Monday 4 May 2026.</summary>
public sealed class EmbargoTests
{
    private static readonly HttpMethod Post = HttpMethod.Post, Put = HttpMethod.Put, Delete = HttpMethod.Delete;

    [Fact]
    public async Task Until_it_ends_nothing_goes_to_readers_by_any_way_and_scheduling_before_its_end_is_refused()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();

        var set = await desk.Ada.DoAsync(Put, id, "embargo", new { at = "2026-05-06 00:01" });
        var now = await desk.Ben.RefusalAsync(Put, id, "live", new { revision });
        var early = await desk.Ben.RefusalAsync(Put, id, "schedule", new { revision, at = "2026-05-06 00:00" });
        var forced = await desk.Dora.RefusalAsync(Post, id, "force", new { revision, reason = "Everybody else has it already." });
        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-06 00:01" });
        foreach (var path in new[] { "/news", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap.xml", "/news-sitemap.xml", "/api/v1/articles", "/topics/coast", "/authors/ada-quill" })
            Assert.DoesNotContain("storm-takes", await desk.Site.Reader.GetStringAsync(path), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((404, 404), (await desk.StatusAsync(), await desk.StatusAsync("/api/v1/articles/storm-takes-the-pier")));
        desk.Site.Clock.Pass(TimeSpan.FromHours(38).Add(TimeSpan.FromMinutes(1)));
        await Eventually.TrueAsync(async () => await desk.StatusAsync() == 200);

        Assert.Contains("Wednesday 6 May 2026", set.EmbargoWords!, StringComparison.Ordinal);
        Assert.All([now, early, forced], refusal => Assert.Contains("under embargo", refusal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_a_preview_link_sees_its_pictures_there_and_nobody_anywhere_else()
    {
        await using var desk = await ADesk.OpenAsync();
        var (secret, other) = (await desk.Site.TakeAsync("secret.png", APicture.Png(40, 30)), await desk.Site.TakeAsync("other.png", APicture.Png(41, 30)));
        var (id, _) = await desk.ApprovedAsync(ADesk.Story with { LeadImage = new("secret.png", PicturePurpose.Decorative, null, null, null) });
        var (more, _) = await desk.ApprovedAsync(ADesk.Story with { Headline = "Another", LeadImage = new("other.png", PicturePurpose.Decorative, null, null, null) });
        foreach (var story in new[] { id, more }) await desk.Ada.DoAsync(Put, story, "embargo", new { at = "2026-05-06 00:01" });
        var made = await (await desk.Ada.PostAsJsonAsync($"/newsroom/api/articles/{id}/preview-links", new { days = 1 })).Content.ReadFromJsonAsync<JsonObject>();
        var link = new Uri((string)made!["address"]!).AbsolutePath;

        var page = await desk.Site.Reader.GetStringAsync(link);
        string[] addresses = [.. Regex.Matches(page, "[^\"\\s,]*/media/[^\"\\s,]*secret[^\"\\s,]*").Select(m => m.Value).Distinct()];

        Assert.True(addresses.Length > 1, page);
        foreach (var address in addresses)
        {
            Assert.StartsWith(link + "/media/", address, StringComparison.Ordinal);
            using var seen = await desk.Site.Reader.GetAsync(address);
            Assert.Equal(200, (int)seen.StatusCode);
            Assert.True(seen.Headers.CacheControl is { Private: true, NoStore: true });
            Assert.Equal(404, await desk.StatusAsync(address[link.Length..]));
            Assert.Equal(404, await desk.StatusAsync($"/preview/no-such-token{address[link.Length..]}"));
        }
        using var whole = await desk.Site.Reader.GetAsync(link + Pictures.Address(secret));
        Assert.StartsWith(link + "/media/", whole.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(404, await desk.StatusAsync(link + Pictures.CardAddress(other)));

        await desk.Ada.DeleteAsync($"/newsroom/api/articles/{id}/preview-links/{(string)made["id"]!}");

        foreach (var address in addresses) Assert.Equal(404, await desk.StatusAsync(address));
    }

    [Fact]
    public async Task Its_pictures_are_at_no_address_until_it_ends_unless_readers_see_them_elsewhere()
    {
        await using var desk = await ADesk.OpenAsync();
        var (secret, shown) = (await desk.Site.TakeAsync("secret.png", APicture.Png(40, 30)), await desk.Site.TakeAsync("shown.png", APicture.Png(41, 30)));
        await desk.LiveAsync(ADesk.Story with { Headline = "Shown already", LeadImage = new("shown.png", PicturePurpose.Decorative, null, null, null) });
        var (id, _) = await desk.ApprovedAsync(ADesk.Story with { LeadImage = new("secret.png", PicturePurpose.Decorative, null, null, null) });
        string[] paths = [Pictures.Address(secret), .. secret.Renditions.Select(r => Pictures.Address(secret, r)), $"/api/v1/media/{secret.Id}"];
        foreach (var path in paths) Assert.NotEqual(404, await desk.StatusAsync(path));

        await desk.Ada.DoAsync(Put, id, "embargo", new { at = "2026-05-06 00:01" });
        foreach (var path in paths) Assert.Equal(404, await desk.StatusAsync(path));
        Assert.NotEqual(404, await desk.StatusAsync(Pictures.Address(shown)));
        using var colleague = await desk.Ada.GetAsync(Pictures.Address(secret, secret.Renditions[0]));
        desk.Site.Clock.Pass(TimeSpan.FromHours(39));

        Assert.True(colleague.IsSuccessStatusCode);
        foreach (var path in paths) Assert.NotEqual(404, await desk.StatusAsync(path));
    }

    [Fact]
    public async Task Lifting_it_early_needs_a_reason_which_stays_in_the_record()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();
        await desk.Ada.DoAsync(Put, id, "embargo", new { at = "2026-05-06 00:01" });

        var without = await desk.Ben.RefusalAsync(Delete, id, "embargo");
        var shorter = await desk.Ben.RefusalAsync(Put, id, "embargo", new { at = "2026-05-05 00:01" });
        var lifted = await desk.Ben.DoAsync(Delete, id, "embargo", new { reason = "Ofsted has published it itself." });
        await desk.Ben.DoAsync(Put, id, "live", new { revision });

        Assert.Contains("characters why", without, StringComparison.Ordinal);
        Assert.Contains("end the embargo earlier", shorter, StringComparison.Ordinal);
        Assert.Null(lifted.EmbargoUntil);
        var row = await desk.Site.InDbAsync(db => db.StateChanges.SingleAsync(s => s.Act == ArticleAct.EmbargoLifted));
        Assert.Equal(("Ben Hart", "Ofsted has published it itself."), (row.By, row.Why));
    }

    [Fact]
    public async Task What_readers_see_already_or_will_see_before_is_not_put_under_embargo()
    {
        await using var desk = await ADesk.OpenAsync();
        var (live, _) = await desk.LiveAsync();
        var (id, revision) = await desk.ApprovedAsync(ADesk.Story with { Headline = "Another" });
        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-05 06:00" });

        var seen = await desk.Ben.RefusalAsync(Put, live, "embargo", new { at = "2026-05-06 00:01" });
        var scheduled = await desk.Ben.RefusalAsync(Put, id, "embargo", new { at = "2026-05-06 00:01" });

        Assert.Contains("see this story already", seen, StringComparison.Ordinal);
        Assert.Contains("before this embargo would end", scheduled, StringComparison.Ordinal);
    }
}
