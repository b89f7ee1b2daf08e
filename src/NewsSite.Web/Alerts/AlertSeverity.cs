namespace NewsSite.Web.Alerts;

/// <summary>How grave an alert is. The gravest is shown first.</summary>
public enum AlertSeverity
{
    /// <summary>The death of somebody whom the whole area mourns.</summary>
    NotableDeath,

    /// <summary>Danger to life or property: readers should act.</summary>
    Major,

    /// <summary>Trouble that readers should know of.</summary>
    Minor,

    /// <summary>Something that readers may want to know.</summary>
    Announcement,
}
