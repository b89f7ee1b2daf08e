using System.Diagnostics;

namespace NewsSite.Benchmarks;

/// <summary>How long readers wait for what they search.</summary>
internal sealed class SearchMeasurements(Options options, Figures figures)
{
    private const double Bar = 60;

    // What people type, the dearest among it: words that are in every story.
    private static readonly string[] Searches =
    [
        "council", "hospital", "glastonbury", "ofsted", "children's services", "council tax", "public health spending", "somerton community hospital", "school transport inspection",
        "library closure council decision", "cabinet spending early help report", "flood barrier bridgwater", "\"lead member for education\"", "\"county hall\" budget", "care home -inadequate",
        "council -\"county hall\"", "alice morgan reed", "una luttrell", "hosp", "glastonb", "libary closure", "hosptial", "environment agency flooding levels", "foster carers", "railway station cost",
        "council&sort=date", "council&kind=news&topic=housing", "hospital&from=2020-01-01&to=2021-12-31", "school&page=10", "&topic=transport",
    ];

    /// <summary>The page of each search, time and again.</summary>
    public async Task RunAsync(RunningSite site, int articles)
    {
        using var reader = new HttpClient { BaseAddress = new(site.Address) };
        var times = new List<double>();
        for (var round = -2; round < options.Rounds * 4; round++) // the first two compile
            foreach (var search in Searches)
            {
                var (typed, filters) = search.IndexOf('&', StringComparison.Ordinal) is >= 0 and var at ? (search[..at], search[at..]) : (search, "");
                var began = Stopwatch.GetTimestamp();
                await reader.GetByteArrayAsync(new Uri($"/search?q={Uri.EscapeDataString(typed)}{filters}", UriKind.Relative));
                if (round >= 0) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        double[] sorted = [.. times.Order()];
        figures.AtMost($"Search of {Figures.Number(articles)} stories, 95th percentile of {Searches.Length} searches in turn", sorted[(int)(sorted.Length * 0.95)], Bar, "ms", "0.0", $" (median {Figures.Number(Figures.Median(sorted), "0.0")} ms)");
    }
}
