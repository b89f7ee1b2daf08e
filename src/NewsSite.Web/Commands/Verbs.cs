using Microsoft.Extensions.Options;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Commands;

/// <summary>The program's verbs. Exit code 0 on success, 1 on a fault that was named on standard error, 2 on wrong usage.</summary>
internal static class Verbs
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await ServeVerb.RunAsync(args);
            return 0;
        }
        catch (Exception e) when (FaultsOf(e) is { Count: > 0 } faults)
        {
            foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
            return 1;
        }
    }

    /// <summary>What an operator can mend, one line each; empty for a fault of the program.</summary>
    private static IReadOnlyList<string> FaultsOf(Exception e) => e switch
    {
        StartupFault fault => [fault.Message],
        OptionsValidationException wrong => [.. wrong.Failures],
        InvalidOperationException { InnerException: FormatException or ArgumentException } wrong when wrong.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => [wrong.Message],
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } inUse => [inUse.Message],
        { InnerException: { } inner } => FaultsOf(inner),
        _ => [],
    };
}
