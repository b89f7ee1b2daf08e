namespace NewsSite.Web.Articles.Schedules;

/// <summary>The tag that wakes whoever waits for a minute.</summary>
public static class ScheduleTag
{
    /// <summary>Announced with every act, because any may bring or drop a minute.</summary>
    public const string Name = "schedule";
}
