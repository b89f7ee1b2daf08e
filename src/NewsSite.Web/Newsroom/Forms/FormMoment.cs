namespace NewsSite.Web.Newsroom.Forms;

/// <summary>The inputs of a day and a time on the clock on the wall, in words or chosen.</summary>
public static class FormMoment
{
    /// <summary>The input of words such as “tomorrow 6am”, which count in place of day and time; empty for none.</summary>
    public static string Words(string field) => field + "-words";

    /// <summary>The input of the day, as yyyy-MM-dd.</summary>
    public static string Day(string field) => field + "-day";

    /// <summary>The input of the time, as HH:mm; empty for none.</summary>
    public static string Time(string field) => field + "-time";

    /// <summary>Which of the two is meant when the clocks go back over a time: <see cref="First"/> or <see cref="Second"/>; empty where it comes once.</summary>
    public static string Occurrence(string field) => field + "-occurrence";

    /// <summary>The earlier of two times that the clock shows twice.</summary>
    public const string First = "first";

    /// <summary>The later one.</summary>
    public const string Second = "second";
}
