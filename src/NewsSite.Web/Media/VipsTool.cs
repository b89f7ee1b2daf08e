using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Media;

/// <summary>
/// The libvips program, run for one picture at a time in a process of its own with limits on time, memory and output, so that a hostile picture
/// takes down nothing else. It gets no environment but its own and no temporary folder but the one it is given.
/// </summary>
internal sealed class VipsTool(IOptions<MediaOptions> options)
{
    private const int MostOutput = 4096; // characters of its messages that are kept
    private const string Limits = "ulimit -c 0; ulimit -v \"$1\" && ulimit -t \"$2\" && ulimit -f \"$3\" && shift 3 && exec \"$@\"";
    private readonly MediaOptions _options = options.Value;

    /// <summary>Where the program is; null when there is none, and pictures are then served in the size they came in.</summary>
    public string? Find()
    {
        if (_options.Tool.Length == 0) return null;
        if (_options.Tool.Contains('/', StringComparison.Ordinal) || _options.Tool.Contains('\\', StringComparison.Ordinal)) return File.Exists(_options.Tool) ? _options.Tool : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] names = OperatingSystem.IsWindows() ? [_options.Tool + ".exe", _options.Tool] : [_options.Tool];
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <summary>Makes one size of a picture.</summary>
    /// <param name="input">The picture.</param>
    /// <param name="width">Width in pixels, not above that of the picture.</param>
    /// <param name="toSrgb">Whether the picture's own profile is turned into sRGB. libvips shifts the colours of a picture that has none.</param>
    /// <param name="output">Path and options of the result, such as <c>/tmp/640.webp[Q=80]</c>.</param>
    /// <param name="folder">Takes temporary files.</param>
    /// <param name="ct">Cancelled when the site stops; the process is then killed.</param>
    /// <returns>Null on success; otherwise why not, as the end of a sentence.</returns>
    public async Task<string?> RunAsync(string input, int width, bool toSrgb, string output, string folder, CancellationToken ct)
    {
        if (Find() is not { } tool) return "the program that makes the sizes is not installed";
        using var process = Start(tool, [input, "--size", string.Create(CultureInfo.InvariantCulture, $"{width}x"), .. toSrgb ? ["--eprofile", "srgb"] : Array.Empty<string>(), "-o", output], folder);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(_options.ToolSeconds));
        var said = ReadAsync(process.StandardError);
        var ignored = ReadAsync(process.StandardOutput);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            ct.ThrowIfCancellationRequested();
            return $"it took more than {_options.ToolSeconds} seconds";
        }
        await ignored;
        var words = await said;
        if (process.ExitCode == 0) return null;
        var line = words.Split('\n').Select(l => l.Trim()).LastOrDefault(l => l.Length > 0 && !l.Contains("WARNING", StringComparison.Ordinal));
        return line is null ? $"the program gave up with code {process.ExitCode}" : line.Replace(folder, "", StringComparison.Ordinal);
    }

    private Process Start(string tool, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        if (OperatingSystem.IsWindows())
        {
            start.FileName = tool; // no limits of the shell there, only ours on time
        }
        else
        {
            start.FileName = "/bin/sh";
            int[] limits = [_options.ToolMegaBytes * 1024, _options.ToolSeconds, _options.ToolMegaBytes * 2048]; // kilobytes, seconds, blocks of 512 bytes
            foreach (var word in (string[])["-c", Limits, "sh", .. limits.Select(l => l.ToString(CultureInfo.InvariantCulture)), tool]) start.ArgumentList.Add(word);
        }
        foreach (var word in arguments) start.ArgumentList.Add(word);
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
        start.Environment["HOME"] = start.Environment["TMPDIR"] = folder;
        start.Environment["LC_ALL"] = "C";
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        return Process.Start(start)!;
    }

    private static async Task<string> ReadAsync(StreamReader reader)
    {
        var (buffer, kept) = (new char[1024], new System.Text.StringBuilder());
        while (await reader.ReadAsync(buffer) is > 0 and var count)
            if (kept.Length < MostOutput) kept.Append(buffer, 0, count);
        return kept.ToString();
    }
}
