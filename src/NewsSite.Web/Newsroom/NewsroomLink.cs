namespace NewsSite.Web.Newsroom;

/// <summary>A link of the newsroom's menu, shown to those who may follow it.</summary>
/// <param name="Order">Its place, least first.</param>
/// <param name="Text">Its words.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Needs">Who sees it.</param>
public sealed record NewsroomLink(int Order, string Text, string Path, Permission Needs)
{
    /// <summary>The page that everybody begins with. All others lie below it, and none belongs to it.</summary>
    public const string First = "/newsroom";

    /// <summary>Other paths whose pages belong to it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Counts what waits behind it, for whoever asks; null where nothing is counted.</summary>
    public Func<IServiceProvider, CancellationToken, Task<int>>? CountAsync { get; init; }

    /// <summary>How much of a page's path it covers; 0 for a page that does not belong to it.</summary>
    internal int Covers(string path) => Also.Append(Path).Where(p => path == p || p != First && path.StartsWith(p + "/", StringComparison.Ordinal)).Select(p => p.Length).DefaultIfEmpty().Max();
}
