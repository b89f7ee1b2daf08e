using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Exchange;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Corrections;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Corrections;

public sealed class CorrectionRoundTripTests
{
    [Fact]
    public async Task Corrections_made_in_the_newsroom_come_back_from_their_files_to_the_second()
    {
        await using var site = await TestSite.StartAsync();
        await using var other = await TestSite.StartAsync();
        var id = await site.PublishAsync(new AStory { Slug = "pier" });
        using var editor = await site.SignInAsync(Role.Editor);
        var path = $"/newsroom/api/articles/{id}/corrections";
        await editor.PostAsJsonAsync(path, new { wrong = "We said: “1896”.", right = "It was - in fact - 1869: #1." });
        site.Clock.Pass(new DateTimeOffset(2026, 10, 25, 1, 30, 7, TimeSpan.Zero) - site.Clock.GetUtcNow()); // 1:30:07 comes for the second time
        using var later = await site.SignInAsync(Role.Editor);
        await later.PostAsJsonAsync(path, new { wrong = "We misspelt a name.", right = "It is Morwenna." });
        (await later.PutAsJsonAsync($"{path}/2026-05-04-pier", new { wrong = "We said: “1896”.", right = "It was 1867.", why = "A letter." })).EnsureSuccessStatusCode();
        var (once, again) = (Path.Combine(site.Folder, "once"), Path.Combine(site.Folder, "again"));

        await ContentDirectory.ExportAsync(site, once);
        var result = await ContentDirectory.ImportAsync(other, once);
        await ContentDirectory.ExportAsync(other, again);

        Assert.Empty(result.Faults);
        Assert.Equal(ContentDirectory.Files(once).Where(f => f.Key.Contains("corrections", StringComparison.Ordinal)), ContentDirectory.Files(again).Where(f => f.Key.Contains("corrections", StringComparison.Ordinal)));
        var (here, there) = (await AllAsync(site), await AllAsync(other));
        Assert.Equal(2, here.Count);
        Assert.Equal(here, there);
        Assert.Empty((await ContentDirectory.ImportAsync(site, once)).Lines);
    }

    private static Task<List<(string, DateTimeOffset, string, DateTimeOffset?, string, string)>> AllAsync(TestSite site) => site.InDbAsync(async db =>
        (await db.Corrections.AsNoTracking().OrderBy(c => c.Slug).ToListAsync()).ConvertAll(c => (c.Slug, c.At, c.Wall, c.AmendedAt, c.Wrong, c.Right)));
}
