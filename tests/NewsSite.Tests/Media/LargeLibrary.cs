using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Media;

namespace NewsSite.Tests.Media;

/// <summary>Thousands of pictures as rows, without their files: every second one in use, some with rights that end or have ended.</summary>
internal static class LargeLibrary
{
    public const int Pictures = 5_000;

    private static readonly string[] Places = ["pier", "harbour", "county-hall", "market", "moor", "school", "bridge", "levels"];
    private static readonly string[] Credits = ["Ada Quill", "Ben Stone", "Zoë Lens", "County archive"];

    /// <summary>Adds them; on SQLite and PostgreSQL alike the database makes the words' rows and learns which are used.</summary>
    public static async Task FillAsync(TestSite site, int count = Pictures)
    {
        var (now, today) = (site.Clock.GetUtcNow(), DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime));
        foreach (var some in Enumerable.Range(1, count).Chunk(1_000))
            await site.InDbAsync(async db =>
            {
                db.AddRange(some.Where(i => i % 2 == 0).Select(i => new MediaUse { User = MediaUse.OfPromotion($"p{i}"), File = NameOf(i) }));
                db.AddRange(some.Select(i => new MediaItem
                {
                    Id = Guid.CreateVersion7(now.AddDays(-10).AddSeconds(i)),
                    File = NameOf(i),
                    Hash = $"{i:x16}".PadRight(64, 'a'),
                    ContentType = "image/jpeg",
                    Bytes = 1_000 + i,
                    Width = 1_600,
                    Height = 1_067,
                    Credit = i % 5 == 0 ? null : Credits[i % Credits.Length],
                    RightsHolder = i % 3 == 0 ? "Photo agency" : null,
                    Description = i % 7 == 0 ? "Rowing boats at low water" : null,
                    RightsUntil = i % 100 == 0 ? today.AddDays((i / 100) - 25) : null,
                    Renditions = [],
                }));
                return await db.SaveChangesAsync();
            });
        await site.InDbAsync(async db => db.IsSqlite ? 0 : await db.Database.ExecuteSqlRawAsync("ANALYZE"));
    }

    public static string NameOf(int i) => $"{Places[i % Places.Length]}-{i}.jpg";
}
