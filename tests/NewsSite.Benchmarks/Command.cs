using System.Diagnostics;
using System.Globalization;

namespace NewsSite.Benchmarks;

/// <summary>What a finished program said and cost.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Time">From its start to its end.</param>
/// <param name="PeakMegaBytes">The most resident memory it had, in units of 1,000,000 bytes.</param>
internal sealed record Finished(string Output, TimeSpan Time, double PeakMegaBytes);

/// <summary>Runs programs; whatever is started here ends here.</summary>
internal static class Command
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed or took a quarter of an hour.</exception>
    public static async Task<Finished> RunAsync(string folder, string program, params string[] arguments)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Start(folder, program, arguments, listen: true);
        using var tooLong = new CancellationTokenSource(Longest);
        var output = process.StandardOutput.ReadToEndAsync(tooLong.Token);
        var errors = process.StandardError.ReadToEndAsync(tooLong.Token);
        var peak = 0.0;
        try
        {
            var end = process.WaitForExitAsync(tooLong.Token);
            while (await Task.WhenAny(end, Task.Delay(50, tooLong.Token)) != end) peak = Math.Max(peak, MegaBytes(process.Id, "VmHWM"));
            await end;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        var time = Stopwatch.GetElapsedTime(began);
        return process.ExitCode == 0 ? new(await output, time, peak) : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} answered {process.ExitCode}:\n{await output}{await errors}");
    }

    /// <summary>Starts a program that goes on.</summary>
    public static Process Start(string folder, string program, IEnumerable<string> arguments, bool listen = false) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = listen,
        RedirectStandardError = listen,
    })!;

    /// <summary>The memory of a running program by a name of /proc/PID/status, in units of 1,000,000 bytes; 0 once it has ended.</summary>
    public static double MegaBytes(int process, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Asks a program to end, and ends it after ten seconds.</summary>
    public static async Task StopAsync(Process process)
    {
        using (process)
        {
            if (process.HasExited) return;
            using var term = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await term.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(12));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
