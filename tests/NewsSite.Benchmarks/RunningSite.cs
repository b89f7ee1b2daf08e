using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NewsSite.Benchmarks;

/// <summary>The published program, serving a store on a free port of this machine.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly Process _process;

    private RunningSite(Process process, string address, TimeSpan start) => (_process, Address, Start) = (process, address, start);

    public string Address { get; }

    /// <summary>From the start of the process to the end of the first answer, which is the home page.</summary>
    public TimeSpan Start { get; }

    /// <summary>Resident memory in units of 1,000,000 bytes.</summary>
    public double MegaBytes => Command.MegaBytes(_process.Id, "VmRSS");

    public static async Task<RunningSite> StartAsync(string program, Store store, bool caches, params string[] more)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var began = Stopwatch.GetTimestamp();
        var process = Command.Start(store.Folder, Path.Combine(program, "NewsSite.Web"), [$"--urls={address}", $"--Cache:Enabled={(caches ? "true" : "false")}", .. store.Settings, .. more]);
        using var reader = new HttpClient { BaseAddress = new(address) };
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60) && !process.HasExited)
        {
            try
            {
                using var answer = await reader.GetAsync(new Uri("/", UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                return new(process, address, Stopwatch.GetElapsedTime(began));
            }
            catch (HttpRequestException e) when (e.StatusCode is null)
            {
                await Task.Delay(5);
            }
        }
        await Command.StopAsync(process);
        throw new InvalidOperationException("The site did not answer within a minute.");
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync() => await Command.StopAsync(_process);
}
