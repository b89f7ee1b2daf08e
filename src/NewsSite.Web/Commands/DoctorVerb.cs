using Microsoft.Extensions.Options;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Commands;

/// <summary>Asks every feature's check. Without sound settings nothing else can be looked at.</summary>
internal static class DoctorVerb
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken ct)
    {
        await using var app = VerbHost.Build(settings);
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await using var scope = app.Services.CreateAsyncScope();
        var (isWell, hasDatabase) = (true, true);
        foreach (var check in scope.ServiceProvider.GetServices<IDoctorCheck>())
        {
            if (check.NeedsDatabase && !hasDatabase) continue;
            var faults = await FaultsOfAsync(check, ct);
            isWell &= faults.Count == 0;
            hasDatabase &= check is not DatabaseDoctor || faults.Count == 0;
            if (faults.Count == 0) await Console.Out.WriteLineAsync($"{check.Name}: well");
            foreach (var fault in faults) await Console.Error.WriteLineAsync($"{check.Name}: {fault}");
        }
        return isWell ? 0 : 1;
    }

    private static async Task<IReadOnlyList<string>> FaultsOfAsync(IDoctorCheck check, CancellationToken ct)
    {
        try
        {
            return await check.FaultsAsync(ct);
        }
        catch (Exception e) when (Verbs.FaultsOf(e) is { Count: > 0 } faults)
        {
            return faults;
        }
    }
}
