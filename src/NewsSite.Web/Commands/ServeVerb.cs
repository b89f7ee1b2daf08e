using Microsoft.Extensions.Options;
using NewsSite.Web.Data;
using NewsSite.Web.Exchange;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Commands;

/// <summary>Serves the site until it is told to stop; running requests then have ten seconds to finish.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(string[] settings)
    {
        await using var app = Host.Build(settings);
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        _ = app.Services.GetServices<AssetFiles>().ToList(); // read now, so that a fault among them stops the start and not a page
        await PrepareAsync(app, CancellationToken.None);
        await StartAsync(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Brings the database up to date before the first request, and fills an empty store with the content directory.</summary>
    /// <exception cref="Hosting.StartupFault">The database cannot be used, or the content has faults.</exception>
    public static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        await app.Services.GetRequiredService<Upgrade>().RunAsync(ct);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstContent>().ImportAsync(ct);
    }

    /// <summary>Starts everything or nothing: what already works in the background ends before the program does, in peace.</summary>
    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception)
        {
            await app.StopAsync();
            throw;
        }
    }
}
