using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Exchange;

/// <summary>Fills an empty store with the content directory, so that a new site has something to show.</summary>
internal sealed partial class FirstContent(NewsDb db, Import import, IOptions<ContentOptions> options, TimeProvider clock, ILogger<FirstContent> log)
{
    /// <summary>Imports when no article was ever stored and the directory exists.</summary>
    /// <exception cref="StartupFault">The content has faults; the message holds one line for each.</exception>
    public async Task ImportAsync(CancellationToken ct)
    {
        var directory = Path.GetFullPath(options.Value.Directory, SiteRoot.Find());
        if (!Directory.Exists(directory) || await db.Articles.AnyAsync(ct)) return;
        using var progress = Progress.OnConsole(clock);
        var result = await import.RunAsync(new(directory), progress, ct);
        if (result.Faults.Count > 0) throw new StartupFault(string.Join('\n', [.. result.Faults, $"Content:Directory is “{directory}”, which has the faults above; nothing was imported."]));
        foreach (var count in result.Counts) Imported(log, directory, count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Imported from {Directory}: {Count}")]
    private static partial void Imported(ILogger log, string directory, string count);
}
