using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Media;

namespace NewsSite.Tests.Media;

internal static class MediaSite
{
    public static Task<MediaResult> AddAsync(this TestSite site, string file, byte[] bytes, string? credit = null) =>
        site.Services.GetRequiredService<MediaStore>().AddAsync(new MemoryStream(bytes), file, credit, CancellationToken.None);

    public static async Task<MediaItem> TakeAsync(this TestSite site, string file, byte[] bytes)
    {
        var result = await site.AddAsync(file, bytes);
        Assert.True(result.IsTaken, result.Refusal);
        return result.Item!;
    }

    public static async Task<string> RefusalAsync(this TestSite site, string file, byte[] bytes)
    {
        var result = await site.AddAsync(file, bytes);
        Assert.False(result.IsTaken);
        return result.Refusal!;
    }

    /// <summary>Every file that readers could be given of a picture.</summary>
    public static string[] Shown(this TestSite site, MediaItem item)
    {
        var folder = site.Services.GetRequiredService<MediaFolder>();
        return Directory.Exists(folder.Renditions(item.Hash)) ? Directory.GetFiles(folder.Renditions(item.Hash)) : [];
    }

    public static string Plain(this TestSite site, MediaItem item) => site.Services.GetRequiredService<MediaFolder>().Plain(item.Hash);
}
