using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Media;

/// <summary>Whether sizes of pictures can be made, are made, and have their originals.</summary>
internal sealed class MediaDoctor(IDbContextFactory<NewsDb> databases, MediaFolder folder, RenditionMaker renditions) : IDoctorCheck
{
    public string Name => "Pictures";

    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        var faults = new List<string>();
        await using var db = await databases.CreateDbContextAsync(ct);
        var without = await db.Media.WithoutRenditions().CountAsync(ct);
        if (!renditions.CanMake)
            faults.Add("libvips is missing, so readers get pictures in the size they came in: install the package libvips-tools (Debian, Ubuntu), or set Media:Tool to the path of vipsthumbnail.");
        else if (without > 0)
            faults.Add($"{without} {(without == 1 ? "picture has" : "pictures have")} no sizes made yet: start the site again, and they are made in the background; the log says which cannot be.");

        var gone = new List<string>();
        await foreach (var item in db.Media.AsNoTracking().OrderBy(m => m.File).Select(m => new { m.File, m.Hash }).AsAsyncEnumerable().WithCancellation(ct))
            if (!File.Exists(folder.Original(item.Hash))) gone.Add(item.File);
        if (gone.Count > 0)
            faults.Add($"{gone.Count} {(gone.Count == 1 ? "original is" : "originals are")} not in the media folder ({string.Join(", ", gone.Take(3))}{(gone.Count > 3 ? " …" : "")}): put {(gone.Count == 1 ? "it" : "them")} back from a backup, or import {(gone.Count == 1 ? "it" : "them")} again.");
        return faults;
    }
}
