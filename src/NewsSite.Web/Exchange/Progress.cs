namespace NewsSite.Web.Exchange;

/// <summary>Tells how far long work has come: nothing for the first two seconds, then a bar on a terminal and a line every five seconds elsewhere.</summary>
internal sealed class Progress(TextWriter output, bool isTerminal, TimeProvider clock) : IDisposable
{
    private const int BarLength = 30;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2), BarEvery = TimeSpan.FromMilliseconds(200), LineEvery = TimeSpan.FromSeconds(5);
    private readonly Lock _one = new();
    private readonly long _began = clock.GetTimestamp();
    private long _told;
    private string _step = "";
    private int _done, _of;
    private bool _barIsOpen;

    /// <summary>On standard error, so that a plan on standard output can be kept in a file.</summary>
    public static Progress OnConsole(TimeProvider clock) => new(Console.Error, !Console.IsErrorRedirected, clock);

    public void Begin(string step, int of)
    {
        lock (_one) (_step, _done, _of) = (step, 0, of);
    }

    public void Advance(int by = 1)
    {
        lock (_one)
        {
            _done += by;
            if (clock.GetElapsedTime(_began) < Quiet || (_told != 0 && clock.GetElapsedTime(_told) < (isTerminal ? BarEvery : LineEvery))) return;
            _told = clock.GetTimestamp();
            Tell();
        }
    }

    public void Dispose()
    {
        if (_barIsOpen) output.WriteLine();
    }

    private void Tell()
    {
        var share = _of == 0 ? 1 : Math.Min(1, (double)_done / _of);
        if (isTerminal)
        {
            var full = (int)(share * BarLength);
            output.Write($"\r{_step,-10} [{new string('#', full)}{new string('-', BarLength - full)}] {_done:N0} of {_of:N0} ");
            output.Flush();
            _barIsOpen = true;
        }
        else
        {
            output.WriteLine($"{_step}: {_done:N0} of {_of:N0}");
        }
    }
}
