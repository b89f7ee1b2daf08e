using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Media;

/// <summary>The library's front door. Pictures are known by their file name; their bytes are kept by content hash.</summary>
internal sealed class MediaStore(MediaIntake intake, MediaFolder folder, RenditionMaker renditions, IDbContextFactory<NewsDb> databases, ChangeFeed changes, IActs acts, TimeProvider clock)
{
    /// <summary>The tag of pages that show a picture.</summary>
    public static string Tag(string file) => $"media:{file}";

    /// <summary>Looks at a file and keeps nothing of it, as for a dry run.</summary>
    /// <param name="content">The file's bytes; read to the end.</param>
    /// <param name="file">The name it is to have: a–z, 0–9 and hyphens, and an ending.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>Its hash (SHA-256, hexadecimal) when it would be taken; otherwise the refusal, one sentence.</returns>
    public async Task<(string? Hash, string? Refusal)> InspectAsync(Stream content, string file, CancellationToken ct)
    {
        var (bytes, picture, refusal) = await intake.ReadAsync(content, file, ct);
        return picture is null ? (null, refusal) : (MediaIntake.HashOf(bytes), null);
    }

    /// <summary>
    /// Keeps a file and makes its sizes, without a row in the database: for an import, which writes all its rows in one transaction (<see cref="PutAsync"/>). Files without
    /// a row are never served, so an import that is given up leaves nothing that readers can see. Waits until it is the picture's turn.
    /// </summary>
    /// <param name="content">The file's bytes; read to the end.</param>
    /// <param name="file">The name it is to have.</param>
    /// <param name="details">What is said of it.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<MediaResult> PrepareAsync(Stream content, string file, MediaDetails details, string by, CancellationToken ct)
    {
        var (bytes, picture, refusal) = await intake.ReadAsync(content, file, ct);
        if (picture is null) return MediaResult.Refused(refusal!);
        var hash = MediaIntake.HashOf(bytes);
        await folder.KeepAsync(folder.Original(hash), bytes, ct);
        await folder.KeepAsync(folder.Plain(hash), picture.Clean, ct);
        var made = folder.Made(hash);
        if (made.Count == 0 && renditions.CanMake)
        {
            (made, var fault) = await renditions.MakeAsync(hash, ct);
            if (fault is not null)
            {
                await DropUnusedAsync(hash, ct);
                return MediaResult.Refused($"{file} could not be made into the sizes that pages need: {fault}. Open it in a picture program and save it anew.");
            }
        }
        var now = clock.GetUtcNow();
        return MediaResult.Taken(new()
        {
            Id = Guid.CreateVersion7(now),
            File = file,
            Hash = hash,
            ContentType = picture.ContentType,
            Bytes = bytes.Length,
            Width = picture.Width,
            Height = picture.Height,
            Renditions = made,
            Details = details,
            AddedAt = now,
            AddedBy = by,
        });
    }

    /// <summary>
    /// Whether what <see cref="PrepareAsync"/> kept is still there. Between that and the row, somebody may have deleted the last picture of the same bytes;
    /// once the library is locked, nobody can.
    /// </summary>
    public bool Holds(MediaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return folder.Holds(item.Hash, item.Renditions.Count > 0);
    }

    /// <summary>Writes a prepared picture's row: a new one, or over that of the same name, whose id stays. Announces the change.</summary>
    /// <param name="db">A context with an open transaction, which the caller commits; afterwards it lets the change feed catch up.</param>
    /// <param name="item">The picture as <see cref="PrepareAsync"/> made it.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>False when the row said all this already.</returns>
    public async Task<bool> PutAsync(NewsDb db, MediaItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(item);
        if (await db.Media.FirstOrDefaultAsync(m => m.File == item.File, ct) is not { } present)
        {
            db.Add(item);
        }
        else
        {
            present.TakeBytesOf(item);
            present.Details = item.Details;
            if (db.Entry(present).State is EntityState.Unchanged) return false;
        }
        await db.AnnounceAsync([Tag(item.File)], clock.GetUtcNow(), ct);
        return true;
    }

    /// <summary>Adds a picture under exactly this name. The same bytes under the same name change nothing; other bytes under a name that is taken are refused.</summary>
    /// <param name="content">The file's bytes; read to the end.</param>
    /// <param name="file">The name it is to have.</param>
    /// <param name="credit">Whom to credit; null for nobody.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<MediaResult> AddAsync(Stream content, string file, string? credit, CancellationToken ct)
    {
        var result = await PrepareAsync(content, file, new() { Credit = credit }, "import", ct);
        if (!result.IsTaken) return result;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockLibraryAsync(ct);
        if (await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.File == file, ct) is { } present && present.Hash != result.Item.Hash)
            return MediaResult.Refused($"Another picture is called {file}; give this one a name of its own.");
        acts.Add(db, new("media.added", $"added the picture {file}{(credit is null ? "" : $", credit {credit}")}") { Subject = $"media/{file}" });
        await PutAsync(db, result.Item, ct);
        await db.SaveChangesAsync(ct);
        var kept = await db.Media.AsNoTracking().FirstAsync(m => m.File == file, ct);
        await transaction.CommitAsync(ct);
        await changes.CatchUpAsync(ct);
        return MediaResult.Taken(kept);
    }

    /// <summary>Removes the files of bytes that no picture has any more: the original, the copy without metadata, the sizes. Does nothing while one has them.</summary>
    public async Task DropUnusedAsync(string hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockLibraryAsync(ct);
        if (!await db.Media.AnyAsync(m => m.Hash == hash, ct)) folder.Drop(hash);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Removes files that no picture has and that are older than a day: what an import that was given up, or a program that was killed, has left.</summary>
    /// <returns>How many pictures' files went.</returns>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = (await db.Media.Select(m => m.Hash).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        string[] orphans = [.. folder.KeptBefore(clock.GetUtcNow().AddDays(-1)).Where(h => !known.Contains(h))];
        foreach (var hash in orphans) await DropUnusedAsync(hash, ct);
        return orphans.Length;
    }

    /// <summary>Opens the original as it came, metadata and all: for export and backup, never for readers.</summary>
    /// <returns>A stream that the caller closes; null when the file is gone.</returns>
    public Stream? OpenOriginal(MediaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var path = folder.Original(item.Hash);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
    }
}
