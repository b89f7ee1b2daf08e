using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.Tests.Audit;
using NewsSite.Web.Commands;
using NewsSite.Web.Data;

namespace NewsSite.Tests;

/// <summary>The real program on a free port, with a database, a data directory and a clock of its own.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly TestDatabase _database = new();
    private readonly ActWatch _watch = new();
    private WebApplication? _app;
    private Action<IServiceCollection>? _more;

    private TestSite(string folder, NewsroomClock clock) => (Folder, Clock) = (folder, clock);

    /// <summary>A folder of its own; the data directory is <c>data</c> in it.</summary>
    public string Folder { get; }

    public NewsroomClock Clock { get; }

    /// <summary>A reader who follows no redirects.</summary>
    public HttpClient Reader { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public string Address { get; private set; } = "";

    /// <summary>The settings by which another process finds this site's database.</summary>
    public string[] DatabaseSettings => _database.Settings;

    /// <summary>Starts a site. Settings are such as "--Site:Theme=Tiny". Nothing is imported unless Content:Directory is set.</summary>
    public static async Task<TestSite> StartAsync(params string[] settings)
    {
        var site = new TestSite(Directory.CreateTempSubdirectory("newssite-").FullName, new NewsroomClock("2026-05-04T09:00:00Z"));
        await site._database.CopyAsync(Path.Combine(site.Folder, "data"));
        await site.RestartAsync(settings);
        return site;
    }

    /// <summary>Starts a site with services of the test's own beside or in place of the program's.</summary>
    public static async Task<TestSite> StartWithAsync(Action<IServiceCollection> services, params string[] settings)
    {
        var site = new TestSite(Directory.CreateTempSubdirectory("newssite-").FullName, new NewsroomClock("2026-05-04T09:00:00Z")) { _more = services };
        await site._database.CopyAsync(Path.Combine(site.Folder, "data"));
        await site.RestartAsync(settings);
        return site;
    }

    /// <summary>Starts the program again on the same database and data directory.</summary>
    public async Task RestartAsync(params string[] settings)
    {
        await StopAsync();
        string[] args = ["--urls=http://127.0.0.1:0", $"--Data:Directory={Path.Combine(Folder, "data")}", $"--Content:Directory={Path.Combine(Folder, "no-content")}", "--Logging:LogLevel:Default=Warning", .. _database.Settings, .. settings];
        ActWatch.Begin();
        _app = Host.Build(args, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)).AddSingleton<IStartupFilter>(_watch);
            // What the database says goes nowhere, so that its model and its queries are compiled once for all sites and not once for each.
            if (_more is null) services.ConfigureDbContext<NewsDb>(db => db.UseLoggerFactory(NullLoggerFactory.Instance));
            _more?.Invoke(services);
        });
        await ServeVerb.PrepareAsync(_app, CancellationToken.None);
        await _app.StartAsync();
        Address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Reader = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
    }

    /// <summary>Works inside a scope of the running program.</summary>
    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Works on the database.</summary>
    public Task<T> InDbAsync<T>(Func<NewsDb, Task<T>> work) => DoAsync(services => work(services.GetRequiredService<NewsDb>()));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        Assert.Empty(_watch.Unrecorded);
    }

    private async Task StopAsync()
    {
        if (_app is null) return;
        Reader.Dispose();
        await _app.StopAsync();
        var connection = await InDbAsync(db => Task.FromResult(db.Database.GetDbConnection()));
        await _app.DisposeAsync();
        _app = null;
        if (connection is SqliteConnection sqlite) SqliteConnection.ClearPool(sqlite); // the other sites' connections are in use
    }
}
