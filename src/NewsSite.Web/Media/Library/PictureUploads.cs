using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Media.Library;

/// <summary>What became of an uploaded file.</summary>
/// <param name="Item">The picture; null when it was refused.</param>
/// <param name="IsNew">Whether it came in now; false when the library had the same bytes already.</param>
/// <param name="Refusal">Why it was refused and what to do, for a journalist; null when it was taken.</param>
internal sealed record UploadOutcome(MediaItem? Item, bool IsNew, string? Refusal);

/// <summary>Brings files into the library as people and their programs upload them. The same bytes are one picture, however often and under whatever name they come.</summary>
internal sealed class PictureUploads(NewsDb db, MediaStore store, IEnumerable<IActs> acts, ICurrentAccount who, ChangeFeed changes, TimeProvider clock)
{
    private const int LongestStem = 80;
    private static readonly string[] Endings = ["jpg", "jpeg", "png", "webp", "gif", "avif"];

    /// <summary>Takes a file.</summary>
    /// <param name="content">Its bytes; a stream that can be read more than once.</param>
    /// <param name="givenName">The name that it has on the machine it comes from, by which messages call it.</param>
    /// <param name="details">What is said of it; not used when the library has the picture already.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<UploadOutcome> AddAsync(Stream content, string givenName, MediaDetails details, CancellationToken ct)
    {
        var (stem, ending) = NameOf(givenName);
        var file = $"{stem}.{ending}";
        var (hash, fault) = await store.InspectAsync(content, file, ct);
        if (hash is null) return Refused(fault!);
        if (await KnownAsync(hash, ct) is { } known) return new(known, IsNew: false, null);
        while (true)
        {
            content.Position = 0;
            var prepared = await store.PrepareAsync(content, file, details, who.Name, ct);
            if (!prepared.IsTaken) return Refused(prepared.Refusal);
            if (await KeepAsync(prepared.Item, stem, ending, ct) is { } outcome) return outcome;
        }

        // The journalist knows the file by the name that it has on their own machine.
        UploadOutcome Refused(string why) => new(null, IsNew: false, why.Replace(file, Plain.Line(Path.GetFileName(givenName)) ?? "The file", StringComparison.Ordinal));
    }

    // Null when the bytes were removed meanwhile, with the last picture that had them.
    private async Task<UploadOutcome?> KeepAsync(MediaItem prepared, string stem, string ending, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockLibraryAsync(ct);
        if (await KnownAsync(prepared.Hash, ct) is { } faster) return new(faster, IsNew: false, null);
        if (!store.Holds(prepared)) return null;
        var item = prepared.Under(await FreeNameAsync(stem, ending, ct));
        db.Add(item);
        acts.Record(db, new("media.uploaded", $"uploaded the picture “{item.File}”") { Subject = PictureActs.Subject(item.File) });
        await db.AnnounceAsync([MediaStore.Tag(item.File)], clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        await changes.CatchUpAsync(ct);
        return new(item, IsNew: true, null);
    }

    private Task<MediaItem?> KnownAsync(string hash, CancellationToken ct) => db.Media.AsNoTracking().Where(m => m.Hash == hash).OrderBy(m => m.Id).FirstOrDefaultAsync(ct);

    private async Task<string> FreeNameAsync(string stem, string ending, CancellationToken ct)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? $"{stem}.{ending}" : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}.{ending}");
            if (!await db.Media.AnyAsync(m => m.File == name, ct)) return name;
        }
    }

    // What the file is, its content tells; its ending is only part of its name.
    private static (string Stem, string Ending) NameOf(string given)
    {
        var stem = Slug.Of(Path.GetFileNameWithoutExtension(given), LongestStem);
        var ending = Path.GetExtension(given).TrimStart('.').ToLowerInvariant();
        return (stem.Length == 0 ? "picture" : stem, Endings.Contains(ending, StringComparer.Ordinal) ? ending : "jpg");
    }
}
