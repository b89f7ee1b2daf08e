namespace NewsSite.Web.Jobs;

/// <summary>What readers call a pattern of work.</summary>
public static class WorkWords
{
    /// <summary>Its name, such as “Part time”.</summary>
    public static string Of(WorkPattern work) => work switch
    {
        WorkPattern.FullTime => "Full time",
        WorkPattern.PartTime => "Part time",
        WorkPattern.JobShare => "Job share",
        _ => "Casual",
    };
}
