using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Tests;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>A browser and a site with the sample content, for journeys of the people who work there.</summary>
public sealed class NewsroomPaper : IAsyncLifetime
{
    private IPlaywright _playwright = null!;

    internal IBrowser Browser { get; private set; } = null!;

    internal TestSite Site { get; private set; } = null!;

    internal IBrowserType Chromium => _playwright.Chromium;

    public async Task InitializeAsync()
    {
        // Passkeys refuse addresses of numbers, so this site has a name.
        var port = FreePort.Find();
        Site = await TestSite.StartAsync($"--urls=http://localhost:{port}", $"--Site:BaseUrl=http://localhost:{port}", $"--Content:Directory={Repository.PathOf("content")}");
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Paper.FindChromium(), Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>Somebody at a device of their own, signed in.</summary>
    internal async Task<Person> SignInAsync(string name = "Ada Quill", Role role = Role.Journalist, BrowserNewContextOptions? options = null)
    {
        var (cookies, _) = await Site.SignInCookiesAsync(role, name);
        var person = await VisitAsync(options);
        await person.Context.AddCookiesAsync(cookies.GetCookies(new Uri(Site.Address)).Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = Site.Address }));
        return person;
    }

    /// <summary>Another editor's approval of a story's newest words, straight into the database.</summary>
    internal Task ApproveAsync(string id) => Site.InDbAsync(async db =>
    {
        var (article, now) = (await db.Set<Article>().FirstAsync(a => a.Id == Guid.Parse(id)), Site.Clock.GetUtcNow());
        db.Add(new Approval { Id = Guid.CreateVersion7(now), ArticleId = article.Id, RevisionId = article.HeadId!.Value, ById = Guid.CreateVersion7(now), By = "Another Editor", At = now, IsIndependent = true });
        article.Approve(article.HeadId!.Value, now);
        return await db.SaveChangesAsync();
    });

    /// <summary>Somebody who has not signed in.</summary>
    internal async Task<Person> VisitAsync(BrowserNewContextOptions? options = null)
    {
        var context = await Browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        return await Person.StartAsync(context, Site.Address);
    }
}

/// <summary>Ports that nobody listens on.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

/// <summary>The classes that share a newsroom.</summary>
[CollectionDefinition(Name)]
public sealed class SharedNewsroom : ICollectionFixture<NewsroomPaper>
{
    public const string Name = "Newsroom";
}
