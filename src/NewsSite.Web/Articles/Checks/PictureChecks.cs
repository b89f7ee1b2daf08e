using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Checks;

/// <summary>Pictures that the site may no longer show, or not for long.</summary>
internal sealed class PictureChecks(NewsDb db, Site site, TimeProvider clock)
{
    /// <summary>Days before the end of its rights on which a picture is worth a look.</summary>
    private const int SoonDays = 14;

    public async Task<IReadOnlyList<StoryIssue>> RunAsync(CheckedStory story, CancellationToken ct)
    {
        var named = story.Named().Where(n => n.Record.Kind is ReferenceKind.Media).Distinct().ToList();
        if (named.Count == 0) return [];
        string[] files = [.. named.Select(n => n.Record.Key).Distinct()];
        var today = site.Day(clock.GetUtcNow());
        var soon = today.AddDays(SoonDays);
        var ends = await db.Media.Where(m => files.Contains(m.File) && m.RightsUntil <= soon).Select(m => new { m.File, m.RightsUntil }).ToDictionaryAsync(m => m.File, m => m.RightsUntil!.Value, ct);
        return
        [
            .. from picture in named
               where ends.ContainsKey(picture.Record.Key)
               let end = ends[picture.Record.Key]
               select end < today
                   ? new StoryIssue(IssueSeverity.Stop, $"The picture “{picture.Record.Key}” may not be shown any more: its rights ended on {Day(end)}. Choose another, or renew the rights and say so in the library.", picture.Block, picture.Field)
                   : new StoryIssue(IssueSeverity.Warn, $"The picture “{picture.Record.Key}” may be shown only until {Day(end)}. Renew its rights before then, or choose another.", picture.Block, picture.Field),
        ];
    }

    private string Day(DateOnly day) => day.ToString("d MMMM yyyy", site.Culture);
}
