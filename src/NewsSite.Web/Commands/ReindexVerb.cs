using NewsSite.Web.Exchange;
using NewsSite.Web.Search;

namespace NewsSite.Web.Commands;

/// <summary>Makes the search index anew from the command line.</summary>
internal static class ReindexVerb
{
    public static Task<int> RunAsync(string[] settings, CancellationToken ct) =>
        VerbHost.RunAsync(settings, async services =>
        {
            int stories;
            using (var progress = Progress.OnConsole(services.GetRequiredService<TimeProvider>()))
            {
                var before = 0;
                stories = await services.GetRequiredService<Reindex>().RunAsync((done, of) =>
                {
                    if (done == 0) progress.Begin("Indexing", of);
                    else progress.Advance(done - before);
                    before = done;
                }, ct);
            }
            await Console.Out.WriteLineAsync(stories == 1 ? "1 story indexed." : $"{stories} stories indexed.");
            return 0;
        }, ct);
}
