using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Tests;

namespace NewsSite.BrowserTests;

/// <summary>A browser, a site with a year of stories, and one with nothing but the sample content; made once for all tests.</summary>
public sealed class Paper : IAsyncLifetime
{
    private static readonly string[] Chromiums = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
    private TestSite _rich = null!;
    private TestSite _plain = null!;
    private IPlaywright _playwright = null!;

    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>The site's address, without a slash at the end.</summary>
    internal string AddressFor(PageKind kind) => (kind.OnPlainSite ? _plain : _rich).Address;

    internal HttpClient ReaderFor(PageKind kind) => (kind.OnPlainSite ? _plain : _rich).Reader;

    public async Task InitializeAsync()
    {
        var content = $"--Content:Directory={Repository.PathOf("content")}";
        _rich = await TestSite.StartAsync(content);
        await PaperContent.FillAsync(_rich);
        _plain = await TestSite.StartAsync(content, "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=None"); // its broken page is on purpose
        await _plain.InDbAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "SpokenWords" """));
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindChromium(), Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await _plain.DisposeAsync();
        await _rich.DisposeAsync();
    }

    /// <summary>Visits pages, several at a time, and fails with everything that is wrong on any of them.</summary>
    /// <param name="kinds">The pages.</param>
    /// <param name="check">Returns what is wrong, a line each.</param>
    /// <param name="options">How the reader's browser is set.</param>
    internal async Task CheckAsync(IEnumerable<PageKind> kinds, Func<Visit, Task<IEnumerable<string>>> check, BrowserNewContextOptions? options = null)
    {
        var faults = new ConcurrentQueue<string>();
        var visited = 0;
        await Parallel.ForEachAsync(kinds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1 }, async (kind, _) =>
        {
            await using var visit = await Visit.StartAsync(this, kind, options);
            await visit.OpenAsync();
            foreach (var fault in (await check(visit)).Concat(visit.Faults)) faults.Enqueue($"{kind.Name}: {fault}");
            Interlocked.Increment(ref visited);
        });

        Assert.True(visited > 0, "No page was visited.");
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }

    internal static string FindChromium() =>
        (from name in Chromiums
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The browser tests need Chromium on the PATH; script/test installs it.");
}

/// <summary>The classes that share the paper.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPaper : ICollectionFixture<Paper>
{
    public const string Name = "Paper";
}
