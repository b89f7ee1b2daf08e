namespace NewsSite.Web.Newsroom.Registers;

/// <summary>Every register with its size.</summary>
[Needs(Permission.KeepRegisters)]
public sealed class RegistersPage(IEnumerable<IRecords> registers) : NewsroomPage
{
    /// <summary>The registers in their order, and how many records each has.</summary>
    public IReadOnlyList<(RegisterWords Words, int Count)> All { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = new List<(RegisterWords, int)>();
        foreach (var register in registers.OrderBy(r => r.Words.Order)) all.Add((register.Words, (await register.AllAsync(ct)).Count));
        All = all;
    }
}
