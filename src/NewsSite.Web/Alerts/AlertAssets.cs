using NewsSite.Web.Hosting;

namespace NewsSite.Web.Alerts;

/// <summary>The style sheet of alerts, and the script that remembers in a reader's own browser which are hidden. Loaded while an alert is shown, and never otherwise.</summary>
internal sealed class AlertAssets() : AssetFiles("/assets/alerts/", [Path.Combine(AppContext.BaseDirectory, "alerts")]);
