using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Accounts;
using NewsSite.Tests.Comments;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Bulletins;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Bulletins;

public sealed class JourneyTests
{
    [Fact]
    public async Task From_sign_up_to_one_click_unsubscription()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm takes the pier", Standfirst = "It was built in 1897.", Published = "2026-05-04 09:30" });
        using var asked = await site.SignUpAsync("Ann@example.org");
        Assert.Equal("/bulletin/sent", asked.Headers.Location!.OriginalString);
        Assert.Equal(0, await site.InDbAsync(db => db.Subscriptions.CountAsync())); // nothing before the confirmation
        var confirm = BulletinSite.LinkIn(await site.LetterToAsync("ann@example.org"), "confirm");
        Assert.Contains("the daily news bulletin", await site.Reader.GetStringAsync(confirm));
        Assert.Equal(0, await site.InDbAsync(db => db.Subscriptions.CountAsync())); // scanners of mail open links too
        using var confirmed = await site.SendFormAsync(confirm, []);
        using var again = await site.SendFormAsync(confirm, []);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (confirmed.StatusCode, again.StatusCode)); // once

        var editor = await site.SignInAsync(Role.Editor, "Ed Itor");
        site.Clock.Pass(TimeSpan.FromHours(22)); // past 06:30 of the next day in London
        await site.SendDueAsync();
        Assert.Empty(site.MailsTo("ann@example.org")); // the first waits for an editor
        Assert.Contains("first bulletin", await editor.GetStringAsync("/newsroom"));
        var page = await editor.GetStringAsync("/newsroom/bulletins");
        Assert.Contains("one story", page);
        Assert.Contains("one reader", page);
        Assert.Contains("Storm takes the pier", await editor.GetStringAsync("/newsroom/bulletins/preview"));
        await editor.PostBulletinAsync("Release");
        await Eventually.TrueAsync(() => Task.FromResult(site.MailsTo("ann@example.org").Count == 1));

        var mail = site.MailsTo("ann@example.org")[0];
        Assert.Contains("Subject: Storm takes the pier", mail);
        Assert.Contains("It was built in 1897.", mail);
        Assert.Contains("http://localhost:5080/news/pier", mail);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail);
        Assert.Matches(@"Message-ID: <[0-9a-f]{32}\.[0-9a-f]{32}@localhost>", mail);
        var stop = BulletinSite.LinkIn(mail.Split('\n').Single(l => l.StartsWith("List-Unsubscribe:", StringComparison.Ordinal)), "stop");
        Assert.Contains("Press the button", await site.Reader.GetStringAsync(stop));
        using var oneClick = await site.Reader.PostAsync(stop, new StringContent("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded")); // no cookie, no origin
        Assert.Equal(HttpStatusCode.OK, oneClick.StatusCode);
        Assert.Equal(0, await site.InDbAsync(db => db.Subscriptions.CountAsync()));
    }
}
