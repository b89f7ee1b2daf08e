namespace NewsSite.Web.Articles.Schedules;

/// <summary>What happens at a chosen minute.</summary>
public enum TimedKind
{
    /// <summary>A revision goes live, for the first time or as an update.</summary>
    Publish,

    /// <summary>The article is withdrawn.</summary>
    Withdraw,
}
