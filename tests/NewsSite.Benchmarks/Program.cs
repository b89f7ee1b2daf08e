using System.Globalization;
using System.Runtime.InteropServices;
using NewsSite.Benchmarks;

const int Small = 1_000;
const int Large = 20_000;
const string RelevanceFigures = "0.87 on SQLite and 0.86 on PostgreSQL, and 0.89 by the way in which SQLite ranks more than a thousand matches";

if (Options.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(Options.Usage);
    return 2;
}
var repository = Repository(AppContext.BaseDirectory);
var folder = Directory.CreateTempSubdirectory("newssite-benchmark-").FullName;
try
{
    var figures = new Figures();
    var program = options.Program ?? Path.Combine(folder, "program");
    if (options.Program is null) await Command.RunAsync(repository, Path.Combine(repository, "script", "publish"), program);
    var small = await Corpus.MakeAsync(repository, folder, Small);
    var large = await Corpus.MakeAsync(repository, folder, Large);
    var loadBefore = await LoadAverageAsync();
    var smallStore = await ImportAsync(small, figures);
    var largeStore = await ImportAsync(large, figures);
    var measurements = new Measurements(options, figures, folder);
    await measurements.StartAsync(program, largeStore);
    await using (var kept = await RunningSite.StartAsync(program, largeStore, caches: true))
    {
        await measurements.WeightAsync(kept, large);
        await measurements.KeptPagesAsync(kept, large);
    }
    await using (var fewer = await RunningSite.StartAsync(program, smallStore, caches: false))
    await using (var more = await RunningSite.StartAsync(program, largeStore, caches: false))
        await measurements.RenderedPagesAsync(more, large, fewer, small);
    await Desk.AddAccountAsync(program, largeStore);
    await LargeLibrary.FillAsync(largeStore);
    await using (var newsroom = await RunningSite.StartAsync(program, largeStore, caches: true))
        await new NewsroomMeasurements(options, figures, repository).RunAsync(newsroom, Large);
    await using (var searched = await RunningSite.StartAsync(program, largeStore, caches: true)) await new SearchMeasurements(options, figures).RunAsync(searched, Large);
    await new CommentMeasurements(options, figures, program).RunAsync(smallStore, small);
    var minute = new MinuteMeasurements(figures, program);
    await minute.RunAsync(smallStore);
    await new BulletinMeasurements(figures, program).RunAsync(smallStore);
    if (options.PostgreSql is { } server)
    {
        var store = new Store(Directory.CreateDirectory(Path.Combine(folder, "store-postgresql")).FullName, server);
        await Command.RunAsync(store.Folder, Path.Combine(program, "NewsSite.Web"), ["import", small.Folder, .. store.Settings]);
        await minute.RunAsync(store);
    }
    var text = await PageAsync(figures, $"{loadBefore} before, {await LoadAverageAsync()} after");
    Console.WriteLine("\n" + text);
    if (options.Writes) await File.WriteAllTextAsync(Path.Combine(repository, "docs", "performance.md"), text);
    return figures.AllMet || !options.Writes ? 0 : 1;

    async Task<Store> ImportAsync(Corpus corpus, Figures figures)
    {
        var store = new Store(Directory.CreateDirectory(Path.Combine(folder, $"store-{corpus.Count}")).FullName);
        var done = await Command.RunAsync(store.Folder, Path.Combine(program, "NewsSite.Web"), ["import", corpus.Folder, .. store.Settings]);
        var what = $"Import of {Figures.Number(corpus.Count)} articles, the program's start included";
        var rate = corpus.Count / done.Time.TotalSeconds;
        if (corpus.Count == Large) figures.AtLeast(what + ", articles a second", rate, 500, "", "#,0");
        else figures.Tell(what + ", articles a second", Figures.Number(rate));
        figures.AtMost($"Most resident memory of the import of {Figures.Number(corpus.Count)}", done.PeakMegaBytes, 400, "MB", "0");
        return store;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static string Repository(string from)
{
    for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        if (File.Exists(Path.Combine(folder.FullName, "NewsSite.sln"))) return folder.FullName;
    throw new InvalidOperationException("The benchmark runs inside the repository.");
}

static async Task<string> LoadAverageAsync() => (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];

static async Task<string> PageAsync(Figures figures, string load)
{
    var processor = (await File.ReadAllLinesAsync("/proc/cpuinfo")).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1] ?? RuntimeInformation.ProcessArchitecture.ToString();
    var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
    var nginx = await VersionAsync("nginx", "-v");
    var wrk = (await VersionAsync("wrk", "-v")).Split(" [", 2)[0];
    var machine = $"{Environment.ProcessorCount} × {processor}, {Figures.Number(memory, "0")} GB; {RuntimeInformation.OSDescription}; .NET {Environment.Version}; {nginx.Trim()}; {wrk.Trim()}.";
    var day = TimeProvider.System.GetUtcNow();
    return string.Create(CultureInfo.InvariantCulture, $"""
        # Performance

        Measured {day:d MMMM yyyy} by `script/benchmark`, which writes this page. {machine} Load average {load}.

        {figures.ToMarkdown()}
        ## How it is measured

        `script/benchmark` needs Python 3, wrk and nginx, which it installs where it may. It publishes the program as for production
        (`script/publish`: Release, compiled ahead for this machine), makes the archive of `tests/corpus/` with 1,000 and with 20,000 articles,
        imports both into fresh SQLite stores, and serves them on this machine only. wrk asks with one thread; the program, wrk and nginx share
        the processors. Each figure is the median of five rounds of three seconds that alternate with what they are compared with, after one to
        warm up; a ratio is the median of the rounds' ratios. nginx serves the site's own Brotli bytes of a page as a file, with the same headers.
        Articles with the cache off are 500 of the archive in turn, not packed.

        The newsroom's figures are of one editor who is signed in to the site with 20,000 articles, asks one page after the other, and types into
        a real Chromium that has nothing in its cache. The pictures of the library are rows, without their files. For the stories of one minute two
        processes of the program serve one database with 1,000 articles; the time runs from the minute until both tell readers of all of them.
        PostgreSQL is one that the script starts for itself, with its defaults. Searches are asked one after the other, each a page with its filters and
        their counts, none of them kept: words of every page, names, beginnings, slips, phrases, filters and later pages, from one word to five. Comments are sent by 32 connections, each from a network address and an
        e-mail address of its own; afterwards a hundred of them are sent again and all are counted. The bulletin goes to a mail server of the benchmark's own that takes everything
        at once, over as many connections as the site has by itself; it carries the stories of that one minute. `script/benchmark --quick` only shows that everything runs.

        How well searches fit is told by `RelevanceTests`: nDCG@10, with gains of 2^grade - 1, over the 22 searches of `tests/NewsSite.Tests/Search/judged.txt`, on 400 stories of
        the archive and the two of the sample site. It is {RelevanceFigures}; the test fails below 0.84.

        """).ReplaceLineEndings("\n");
}

static async Task<string> VersionAsync(string program, string option)
{
    using var process = Command.Start(Path.GetTempPath(), "sh", ["-c", $"{program} {option} 2>&1 || true"], listen: true);
    var said = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    return said.Split('\n')[0];
}
