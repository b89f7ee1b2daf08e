using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.Media;

/// <summary>After the start, makes what the library lacks: the sizes of pictures that came in while libvips was missing, words by which to find them; and removes files that belong to none. Running twice, or on two nodes, is harmless.</summary>
internal sealed partial class MissingRenditions(
    IDbContextFactory<NewsDb> databases, RenditionMaker renditions, MediaFolder folder, MediaStore store, ChangeFeed changes, TimeProvider clock, ILogger<MissingRenditions> log) : BackgroundService
{
    /// <summary>Makes what is missing now.</summary>
    /// <returns>How many pictures got their sizes.</returns>
    public async Task<int> MakeAsync(CancellationToken ct)
    {
        var done = 0;
        foreach (var id in await MissingAsync(ct))
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } item) continue;
            if (!File.Exists(folder.Original(item.Hash)))
            {
                Gone(log, item.File);
                continue;
            }
            var (made, fault) = await renditions.MakeAsync(item.Hash, ct);
            if (fault is not null)
            {
                Failed(log, item.File, fault);
                continue;
            }
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var hash = item.Hash; // it may have been replaced meanwhile
            if (await db.Media.Where(m => m.Id == id && m.Hash == hash).ExecuteUpdateAsync(s => s.SetProperty(m => m.Renditions, made), ct) == 0) continue;
            await db.AnnounceAsync([MediaStore.Tag(item.File)], clock.GetUtcNow(), ct);
            await transaction.CommitAsync(ct);
            await changes.CatchUpAsync(ct);
            done++;
        }
        return done;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            folder.SweepWork(clock.GetUtcNow());
            await FillWordsAsync(stoppingToken);
            if (await store.SweepAsync(stoppingToken) is > 0 and var orphans) Swept(log, orphans);
            if (!renditions.CanMake) NoTool(log);
            else if (await MakeAsync(stoppingToken) is > 0 and var done) Made(log, done);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would log this as a failure when it is the start that was given up, such as for a port in use.
        }
        catch (Exception e)
        {
            Broken(log, e);
        }
    }

    // Pictures from before they had any: the database could not split a name as a search does.
    private async Task FillWordsAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        IReadOnlyList<string> none = [];
        foreach (var item in await db.Media.AsNoTracking().Where(m => m.Words == none).ToListAsync(ct))
            await db.Media.Where(m => m.Id == item.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Words, item.Words), ct);
    }

    private async Task<List<Guid>> MissingAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Media.WithoutRenditions().OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pictures are served in the size they came in, because libvips is missing: install the package libvips-tools (or set Media:Tool) and start again")]
    private static partial void NoTool(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "Made the sizes of {Pictures} pictures that had none")]
    private static partial void Made(ILogger log, int pictures);

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed the files of {Pictures} pictures that are no longer in the library")]
    private static partial void Swept(ILogger log, int pictures);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sizes of {File} could not be made: {Fault}")]
    private static partial void Failed(ILogger log, string file, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The original of {File} is not in the media folder; put it back from a backup, or import it again")]
    private static partial void Gone(ILogger log, string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "Missing sizes of pictures could not be made; the next start tries again")]
    private static partial void Broken(ILogger log, Exception e);
}
