namespace NewsSite.Web.Alerts;

/// <summary>What severities are called.</summary>
internal static class AlertWords
{
    /// <summary>The label that readers see above an alert.</summary>
    public static string Of(AlertSeverity severity) => severity switch
    {
        AlertSeverity.NotableDeath => "Notable death",
        AlertSeverity.Major => "Emergency",
        AlertSeverity.Minor => "Disruption",
        _ => "Announcement",
    };

    /// <summary>When to choose it, for the newsroom.</summary>
    public static string Choice(AlertSeverity severity) => severity switch
    {
        AlertSeverity.NotableDeath => "Notable death: somebody whom the whole area mourns",
        AlertSeverity.Major => "Emergency: danger, readers should act",
        AlertSeverity.Minor => "Disruption: trouble that readers should know of",
        _ => "Announcement: something that readers may want to know",
    };
}
