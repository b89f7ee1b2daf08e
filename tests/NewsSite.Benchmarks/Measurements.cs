using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks;

/// <summary>What is measured on the running site, each figure a median of rounds that alternate with what they are compared with.</summary>
internal sealed partial class Measurements(Options options, Figures figures, string folder)
{
    private const string Brotli = "Accept-Encoding: br";

    /// <summary>Times the start on a store.</summary>
    public async Task StartAsync(string program, Store store)
    {
        var starts = new List<double>();
        for (var i = 0; i < options.Starts; i++)
        {
            await using var site = await RunningSite.StartAsync(program, store, caches: true);
            starts.Add(site.Start.TotalSeconds);
        }
        figures.AtMost("Start to the end of the first answer (home), 20,000 articles", Figures.Median(starts), 2, "s", note: $" ({Figures.Number(starts.Min(), "0.00")} to {Figures.Number(starts.Max(), "0.00")})");
    }

    /// <summary>Kept pages against nginx with the same bytes, then every article once, so that the cache is as full as it gets.</summary>
    public async Task KeptPagesAsync(RunningSite site, Corpus corpus)
    {
        using var reader = new HttpClient { BaseAddress = new(site.Address) };
        SentPage[] pages =
        [
            await SentPage.AskAsync(reader, "article", "/news/" + corpus.Slugs[^1]), await SentPage.AskAsync(reader, "home", "/"), await SentPage.AskAsync(reader, "topic", "/topics/council"),
        ];
        await using var nginx = await Nginx.StartAsync(folder, pages);
        foreach (var page in pages)
        {
            var (own, theirs, ratios) = (new List<double>(), new List<double>(), new List<double>());
            await Load.OfAsync(site.Address + page.Path, 32, options.Seconds, Brotli); // warms up
            for (var round = 0; round < options.Rounds; round++)
            {
                theirs.Add((await Load.OfAsync(nginx.AddressOf(page), 32, options.Seconds, Brotli)).Rate);
                own.Add((await Load.OfAsync(site.Address + page.Path, 32, options.Seconds, Brotli)).Rate);
                ratios.Add(own[^1] / theirs[^1]);
            }
            var note = $" ({Figures.Number(Figures.Median(own))} of {Figures.Number(Figures.Median(theirs))} requests a second; {Figures.Number(page.Body.Length / 1e3, "0.0")} KB)";
            figures.AtLeast($"Cached {page.Name} page, of nginx with the same bytes, 32 connections", Figures.Median(ratios), 0.6, "", note: note);
        }
        await ConditionalAsync(site, reader, pages[0]);
        var everything = Load.Turns(folder, "everything", corpus.Slugs.Select(s => "/news/" + s));
        await Load.OfManyAsync(site.Address, everything, 32, options.Seconds * 8, Brotli);
        figures.AtMost("Resident memory with the cache on, after all of this and a sweep through the archive", site.MegaBytes, 250, "MB", "0");
    }

    /// <summary>An article, and pages of lists beside those of the small archive, with the cache off.</summary>
    public async Task RenderedPagesAsync(RunningSite large, Corpus largeCorpus, RunningSite small, Corpus smallCorpus)
    {
        var articles = Load.Turns(folder, "articles", largeCorpus.Slugs.Where((_, i) => i % 40 == 0).Select(s => "/news/" + s));
        await Load.OfManyAsync(large.Address, articles, 32, options.Seconds * 10); // until the compiler has settled
        var (one, many, packed) = (new List<double>(), new List<Measured>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            one.Add((await Load.OfManyAsync(large.Address, articles, 1, options.Seconds)).Median);
            many.Add(await Load.OfManyAsync(large.Address, articles, 32, options.Seconds));
            packed.Add((await Load.OfManyAsync(large.Address, articles, 32, options.Seconds, Brotli)).Rate);
        }
        figures.AtMost("Article, cache off, 500 in turn, 20,000 articles, 1 connection, median", Figures.Median(one), 2, "ms");
        figures.AtLeast("The same, 32 connections, requests a second", Figures.Median(many.Select(m => m.Rate)), 1000, "", "#,0", $" (99 % within {Figures.Number(Figures.Median(many.Select(m => m.P99)), "0")} ms)");
        figures.Tell("The same with every answer packed in Brotli, requests a second", Figures.Number(Figures.Median(packed)));

        await CompareAsync("Home", (large, "/"), (small, "/"), perStory: false);
        await CompareAsync("Last full page of the topic council", (large, largeCorpus.LastFullCouncilPage), (small, smallCorpus.LastFullCouncilPage), perStory: false);
        await CompareAsync("Archive month, for each article it lists", (large, "/archive/2021/03"), (small, "/archive/2021/03"), perStory: true);
        figures.AtMost("Resident memory with the cache off, after all of this", large.MegaBytes, 250, "MB", "0");
    }

    /// <summary>What a reader with an empty cache loads.</summary>
    public async Task WeightAsync(RunningSite site, Corpus corpus)
    {
        using var reader = new HttpClient { BaseAddress = new(site.Address) };
        var weight = await Weight.OfAsync(reader, "/news/" + corpus.Slugs[^1]);
        figures.AtMost("Article page with its styles, every font they name, icons and scripts, compressed", weight.Bytes / 1e3, 60, "KB", "0.0");
        figures.AtMost("Requests for that", weight.Requests, 8, "", "0");
    }

    private async Task ConditionalAsync(RunningSite site, HttpClient reader, SentPage page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page.Path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        request.Headers.TryAddWithoutValidation("If-None-Match", page.ETag);
        using var answer = await reader.SendAsync(request);
        if (answer.StatusCode != System.Net.HttpStatusCode.NotModified || (await answer.Content.ReadAsByteArrayAsync()).Length > 0) throw new InvalidOperationException("A conditional request was answered with a body.");
        var rates = new List<double>();
        for (var round = 0; round < options.Rounds; round++) rates.Add((await Load.OfAsync(site.Address + page.Path, 32, options.Seconds, Brotli, $"If-None-Match: {page.ETag}")).Rate);
        figures.Tell("Conditional request for it (304, no body), requests a second", Figures.Number(Figures.Median(rates)));
    }

    private async Task CompareAsync(string what, (RunningSite Site, string Path) large, (RunningSite Site, string Path) small, bool perStory)
    {
        var (ofLarge, ofSmall) = (perStory ? await StoriesAsync(large) : 1, perStory ? await StoriesAsync(small) : 1);
        var (slow, fast, ratios) = (new List<double>(), new List<double>(), new List<double>());
        await Load.OfAsync(large.Site.Address + large.Path, 1, options.Seconds);
        await Load.OfAsync(small.Site.Address + small.Path, 1, options.Seconds);
        for (var round = 0; round < options.Rounds; round++)
        {
            slow.Add((await Load.OfAsync(large.Site.Address + large.Path, 1, options.Seconds)).Median);
            fast.Add((await Load.OfAsync(small.Site.Address + small.Path, 1, options.Seconds)).Median);
            ratios.Add(slow[^1] / ofLarge / (fast[^1] / ofSmall));
        }
        var listed = perStory ? $"; {ofLarge} and {ofSmall} listed" : "";
        figures.AtMost($"{what}: time at 20,000 over time at 1,000, cache off", Figures.Median(ratios), 1.5, "", note: $" ({Figures.Number(Figures.Median(slow), "0.00")} and {Figures.Number(Figures.Median(fast), "0.00")} ms{listed})");
    }

    private static async Task<int> StoriesAsync((RunningSite Site, string Path) page)
    {
        using var reader = new HttpClient();
        return Stories().Matches(await reader.GetStringAsync(new Uri(page.Site.Address + page.Path))).Select(m => m.Value).Distinct(StringComparer.Ordinal).Count();
    }

    [GeneratedRegex("href=\"/news/[^\"]+\"")]
    private static partial Regex Stories();
}
