using NewsSite.Web.Exchange;

namespace NewsSite.Web.Commands;

/// <summary>Import and export from the command line.</summary>
internal static class ExchangeVerbs
{
    public static Task<int> ImportAsync(string[] settings, ImportRequest request, CancellationToken ct) =>
        VerbHost.RunAsync(settings, async services =>
        {
            ImportResult result;
            using (var progress = Progress.OnConsole(services.GetRequiredService<TimeProvider>()))
                result = await services.GetRequiredService<Import>().RunAsync(request, progress, ct);
            foreach (var fault in result.Faults) await Console.Error.WriteLineAsync(fault);
            if (result.Faults.Count > 0)
            {
                await Console.Error.WriteLineAsync($"{(result.Faults.Count == 1 ? "1 fault" : $"{result.Faults.Count} faults")}; nothing has been changed.");
                return 1;
            }
            foreach (var line in request.DryRun ? result.Lines : result.Lines.Where(l => l.StartsWith("kept", StringComparison.Ordinal))) await Console.Out.WriteLineAsync(line);
            foreach (var count in result.Counts) await Console.Out.WriteLineAsync(count);
            if (result.Counts.Count == 0) await Console.Out.WriteLineAsync("No content files found.");
            else if (request.DryRun) await Console.Out.WriteLineAsync("This was a dry run; nothing has been changed.");
            return 0;
        }, ct);

    public static Task<int> ExportAsync(string[] settings, string directory, bool force, CancellationToken ct) =>
        VerbHost.RunAsync(settings, async services =>
        {
            using var progress = Progress.OnConsole(services.GetRequiredService<TimeProvider>());
            foreach (var count in await services.GetRequiredService<Export>().RunAsync(directory, force, progress, ct)) await Console.Out.WriteLineAsync(count);
            return 0;
        }, ct);
}
