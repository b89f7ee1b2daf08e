using Microsoft.Extensions.Options;
using NewsSite.Web.Data;

namespace NewsSite.Web.Commands;

/// <summary>The program without its web server, for verbs that work and end.</summary>
internal static class VerbHost
{
    /// <summary>Builds it; only warnings are logged, and to standard error.</summary>
    public static WebApplication Build(string[] settings) =>
        Host.Build(["--Logging:LogLevel:Default=Warning", "--Logging:Console:LogToStandardErrorThreshold=Trace", .. settings]);

    /// <summary>Checks the settings, brings the database up to date and works in a scope.</summary>
    public static async Task<int> RunAsync(string[] settings, Func<IServiceProvider, Task<int>> work, CancellationToken ct)
    {
        await using var app = Build(settings);
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await app.Services.GetRequiredService<Upgrade>().RunAsync(ct);
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
