using System.Diagnostics;

namespace NewsSite.Tests.Commands;

/// <summary>The real program in a process of its own.</summary>
internal static class NewsSiteProcess
{
    public static Process Start(params string[] args) => Start(args, []);

    /// <summary>Starts it.</summary>
    /// <param name="args">What it is started with.</param>
    /// <param name="environment">What its environment has beside that of the tests.</param>
    public static Process Start(string[] args, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(NewsSite.Web.Features).Assembly.Location, .. args]) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = Repository.Root };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => TellAsync(null, args);

    /// <summary>Runs it to its end.</summary>
    /// <param name="input">What it reads from standard input; null to leave that open.</param>
    /// <param name="args">What it is started with.</param>
    public static async Task<(int Code, string Output, string Error)> TellAsync(string? input, params string[] args)
    {
        using var process = Start(args);
        if (input is not null)
        {
            await process.StandardInput.WriteLineAsync(input);
            process.StandardInput.Close();
        }
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
