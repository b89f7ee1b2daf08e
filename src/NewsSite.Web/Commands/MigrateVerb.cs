using Microsoft.Extensions.Options;
using NewsSite.Web.Data;

namespace NewsSite.Web.Commands;

/// <summary>Brings the database to this program's form and says what was done.</summary>
internal static class MigrateVerb
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken ct)
    {
        await using var app = VerbHost.Build(settings);
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        var done = await app.Services.GetRequiredService<Upgrade>().RunAsync(ct);
        foreach (var migration in done) await Console.Out.WriteLineAsync($"done: {migration}");
        if (done.Count == 0) await Console.Out.WriteLineAsync("The database is up to date.");
        return 0;
    }
}
