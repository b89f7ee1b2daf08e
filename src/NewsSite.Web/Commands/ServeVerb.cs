using NewsSite.Web.Data;

namespace NewsSite.Web.Commands;

/// <summary>Serves the site until it is told to stop; running requests then have ten seconds to finish.</summary>
internal static class ServeVerb
{
    public static async Task RunAsync(string[] args)
    {
        await using var app = Host.Build(args);
        await PrepareAsync(app, CancellationToken.None);
        await app.RunAsync();
    }

    /// <summary>Brings the database up to date before the first request.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken ct) =>
        await app.Services.GetRequiredService<Upgrade>().RunAsync(ct);
}
