using NewsSite.Core.Content;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Alerts;

/// <summary>Puts the alerts that run above every page of readers. A page in the cache is thrown away when an alert is set, and changes by itself when one begins or ends.</summary>
internal sealed class AlertsOnTop(AlertList alerts, AlertAssets assets, TimeProvider clock) : IPageTop
{
    private const int MarkLength = 10;

    public async ValueTask<PageTop?> FillAsync(PageTags tags, CancellationToken ct)
    {
        tags.Add(alerts.Tag);
        var now = clock.GetUtcNow();
        var shown = new List<AlertView>();
        foreach (var alert in await alerts.AllAsync(ct))
        {
            tags.ChangesAt(alert.StartsAt).ChangesAt(alert.EndsAt);
            if (alert.StartsAt <= now && now < alert.EndsAt)
                shown.Add(new(RecordEdit.Digest(AlertRecords.TextFor(alert))[..MarkLength], Kebab.Of(alert.Severity), AlertWords.Of(alert.Severity), alert));
        }
        return shown.Count == 0 ? null : new(new(0, "Alerts", new AlertsView(shown, assets.Find("alerts.js"))), assets.Find("alerts.css"));
    }
}
