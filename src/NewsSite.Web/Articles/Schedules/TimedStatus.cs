namespace NewsSite.Web.Articles.Schedules;

/// <summary>What has become of it.</summary>
public enum TimedStatus
{
    /// <summary>Its minute has not come, or is being dealt with.</summary>
    Waiting,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>Its minute came and something stood against it; somebody has to decide.</summary>
    Failed,

    /// <summary>It was given up or replaced.</summary>
    Cancelled,
}
