using Microsoft.Playwright;

namespace NewsSite.BrowserTests;

/// <summary>Pictures of every kind of page, for people to look at: <c>script/screenshots DIR</c>.</summary>
internal static class Screenshots
{
    public static async Task TakeAsync(string folder)
    {
        var paper = new Paper();
        await paper.InitializeAsync();
        try
        {
            await Parallel.ForEachAsync(PageKind.All, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (kind, _) => await TakeAsync(paper, kind, folder));
        }
        finally
        {
            await paper.DisposeAsync();
        }
    }

    private static async Task TakeAsync(Paper paper, PageKind kind, string folder)
    {
        await using var visit = await Visit.StartAsync(paper, kind);
        foreach (var width in new[] { 360, 768, 1280 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await visit.OpenAsync();
                // Pictures further down load only once they come near.
                await visit.Page.EvaluateAsync("() => Promise.all([...document.images].map(i => { i.loading = 'eager'; return i.decode().catch(() => {}); }))");
                var file = Path.Combine(folder, $"{kind.Name}-{width}-{(scheme is ColorScheme.Dark ? "dark" : "light")}.png");
                await visit.Page.ScreenshotAsync(new() { Path = file, FullPage = true });
                Console.WriteLine(file);
            }
        }
    }
}
