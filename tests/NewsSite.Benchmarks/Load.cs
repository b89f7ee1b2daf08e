using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks;

/// <summary>What wrk measured.</summary>
/// <param name="Rate">Requests a second.</param>
/// <param name="Median">Milliseconds from request to answer, at the median.</param>
/// <param name="P99">Milliseconds that one request in a hundred took longer than.</param>
internal sealed record Measured(double Rate, double Median, double P99);

/// <summary>Requests by wrk, with one thread.</summary>
internal static partial class Load
{
    /// <summary>Asks for one address again and again.</summary>
    /// <param name="address">The address.</param>
    /// <param name="connections">How many connections ask at once.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="headers">Such as <c>Accept-Encoding: br</c>.</param>
    /// <exception cref="InvalidOperationException">An answer was neither 2xx nor 3xx, or a connection failed.</exception>
    public static Task<Measured> OfAsync(string address, int connections, int seconds, params string[] headers) =>
        RunAsync([address], connections, seconds, headers);

    /// <summary>Asks for many paths in turn.</summary>
    /// <param name="address">Scheme, host and port.</param>
    /// <param name="script">From <see cref="Turns"/>.</param>
    /// <param name="connections">How many connections ask at once.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="headers">Such as <c>Accept-Encoding: br</c>.</param>
    public static Task<Measured> OfManyAsync(string address, string script, int connections, int seconds, params string[] headers) =>
        RunAsync(["-s", script, address], connections, seconds, headers);

    /// <summary>Writes a script that has wrk ask for each path in turn.</summary>
    public static string Turns(string folder, string name, IEnumerable<string> paths)
    {
        var file = Path.Combine(folder, name + ".lua");
        File.WriteAllText(file, $"local paths = {{{string.Join(',', paths.Select(p => $"\"{p}\""))}}}\nlocal i = 0\nrequest = function() i = i % #paths + 1; return wrk.format(nil, paths[i]) end\n");
        return file;
    }

    private static async Task<Measured> RunAsync(string[] what, int connections, int seconds, string[] headers)
    {
        string[] arguments = [.. headers.SelectMany(h => new[] { "-H", h }), "-t1", $"-c{connections}", $"-d{seconds}s", "--latency", .. what];
        var said = (await Command.RunAsync(Path.GetTempPath(), "wrk", arguments)).Output;
        return said.Contains("Non-2xx", StringComparison.Ordinal) || said.Contains("Socket errors", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"wrk {string.Join(' ', what)}: {said}")
            : new(double.Parse(Rate().Match(said).Groups[1].Value, CultureInfo.InvariantCulture), Milliseconds(said, "50%"), Milliseconds(said, "99%"));
    }

    private static double Milliseconds(string said, string percentile)
    {
        var match = Regex.Match(said, percentile + @"\s+([\d.]+)(us|ms|s|m)\b");
        return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * match.Groups[2].Value switch { "us" => 0.001, "ms" => 1, "s" => 1000, _ => 60_000 };
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
