using System.Globalization;

namespace NewsSite.Web.Comments.Queue;

/// <summary>A place in a list by time, after which the next page begins.</summary>
/// <param name="At">The time by which the list is ordered.</param>
/// <param name="Id">The comment, where times are the same.</param>
internal readonly record struct QueuePlace(DateTimeOffset At, Guid Id)
{
    /// <summary>The place that an address names; null for none or a wrong one.</summary>
    public static QueuePlace? Of(string? text) =>
        text?.Split('.') is [var time, var id] && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var comment)
            ? new(new DateTimeOffset(ticks, TimeSpan.Zero), comment) : null;

    /// <summary>As an address names it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id:N}");
}
