using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Commands;
using NewsSite.Web.Bulletins;

namespace NewsSite.Tests.Bulletins;

/// <summary>The real program, sending a site's bulletins to a real server. It is killed when the test is done with it, or before.</summary>
internal sealed class SendingProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly TestSite _site;
    private readonly Func<int> _taken;
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    /// <param name="site">The site.</param>
    /// <param name="mail">Settings of the server.</param>
    /// <param name="taken">What the server has taken.</param>
    /// <param name="trusts">The file of the only certificates that it trusts; null for those of the machine.</param>
    public SendingProcess(TestSite site, string[] mail, Func<IReadOnlyCollection<object>> taken, string? trusts = null)
    {
        (_site, _taken) = (site, () => taken().Count);
        _process = NewsSiteProcess.Start(["serve", "--urls=http://127.0.0.1:0", $"--Data:Directory={Path.Combine(site.Folder, "data")}", $"--Content:Directory={Path.Combine(site.Folder, "no-content")}", .. mail, .. site.DatabaseSettings], trusts is null ? [] : [("SSL_CERT_FILE", trusts)]);
        _process.OutputDataReceived += Hear; // and a full pipe would stop it
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasEnded => _process.HasExited;

    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>How far it has come, for whoever has waited in vain.</summary>
    public async Task<string> TellAsync()
    {
        var states = await _site.InDbAsync(db => db.EditionMails.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count(), Until = g.Max(m => m.ClaimedUntil), Due = g.Max(m => m.DueAt), Tries = g.Max(m => m.Tries) }).ToListAsync());
        var editions = await _site.InDbAsync(db => db.Editions.Select(e => new { e.Day, e.State, e.DueAt }).ToListAsync());
        lock (_said) return $"{(HasEnded ? $"Ended with {_process.ExitCode}" : "Runs")}; {_taken()} taken; {string.Join(", ", states)}; {string.Join(", ", editions)}\n{_said}";
    }

    /// <summary>Waits until something is so, for minutes if need be, as long as it runs.</summary>
    public Task UntilAsync(Func<Task<bool>> condition) => UntilAsync(condition, this);

    /// <summary>Waits until something is so, for minutes if need be, as long as all of these run.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, params SendingProcess[] processes)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (patience.IsCancellationRequested || Array.Exists(processes, p => p.HasEnded)) Assert.Fail(string.Join("\n\n", await Task.WhenAll(processes.Select(p => p.TellAsync()))));
            await Task.Delay(50, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        lock (_said) _said.AppendLine(line.Data);
    }
}
