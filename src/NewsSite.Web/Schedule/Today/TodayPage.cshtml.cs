using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Bulletins.Desk;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Schedule.Today;

/// <summary>The newsroom's first page: what waits, what comes next, what has gone wrong.</summary>
[Needs(Permission.UseNewsroom)]
internal sealed class TodayPage(TodayReader reader, ForcedList forced, FirstRelease first, ICurrentAccount who, Site site, TimeProvider clock) : NewsroomPage
{
    private const int ForcedShown = 3;

    /// <summary>Stories that whoever looks has in hand.</summary>
    public IReadOnlyList<MineRow> Mine { get; private set; } = [];

    /// <summary>Stories that wait for their approval.</summary>
    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];

    /// <summary>What happens next.</summary>
    public IReadOnlyList<TimedRow> Next { get; private set; } = [];

    /// <summary>What was refused at its minute.</summary>
    public IReadOnlyList<TimedRow> Failed { get; private set; } = [];

    /// <summary>The last published.</summary>
    public IReadOnlyList<LiveRow> Live { get; private set; } = [];

    /// <summary>Publications without approval that somebody has to look at.</summary>
    public IReadOnlyList<ForcedRow> Forced { get; private set; } = [];

    /// <summary>Whether readers wait for the first bulletin, which an editor has to look at.</summary>
    public bool IsBulletinWaiting { get; private set; }

    /// <summary>Whether readers wait for the first alert, which an editor has to look at.</summary>
    public bool IsAlertWaiting { get; private set; }

    /// <summary>Whether there are more of these.</summary>
    public bool HasMoreForced { get; private set; }

    /// <summary>The present.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Today, in words.</summary>
    public string Day => SpokenTimes.Day(site.Day(Now), site.Culture);

    /// <summary>Whether whoever looks may do something.</summary>
    public bool May(Permission permission) => who.May(permission);

    /// <summary>Whether there is nothing here at all, as on the first morning.</summary>
    public bool IsFirstMorning => Mine.Count + Waiting.Count + Next.Count + Failed.Count + Live.Count == 0;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Now = clock.GetUtcNow();
        if (!May(Permission.SeeAllStories)) return;
        if (May(Permission.WriteStories)) Mine = await reader.MineAsync(ct);
        Waiting = await reader.WaitingAsync(ct);
        Next = await reader.NextAsync(ct);
        Failed = await reader.FailedAsync(ct);
        Live = await reader.LiveAsync(ct);
        if (May(Permission.SendBulletins)) (IsBulletinWaiting, IsAlertWaiting) = (await first.IsBulletinWaitingAsync(ct), await first.IsAlertWaitingAsync(ct));
        if (!May(Permission.ApproveStories)) return;
        var open = await forced.OpenAsync(ForcedShown + 1, ct);
        (Forced, HasMoreForced) = ([.. open.Take(ForcedShown)], open.Count > ForcedShown);
    }

    /// <summary>A time as the newsroom tells it.</summary>
    public string Spoken(DateTimeOffset instant) => site.Spoken(instant, Now);

    /// <summary>When a story was published; only the day where nobody chose a minute.</summary>
    public string Spoken(LiveRow row)
    {
        var spoken = site.Spoken(row.At, Now);
        return row.Wall is { } wall && WallTime.Parse(wall) is { Time: null } ? spoken[..spoken.LastIndexOf(", ", StringComparison.Ordinal)] : spoken;
    }

    /// <summary>How far off, such as "in 3 hours".</summary>
    public string Away(DateTimeOffset instant) => SpokenTimes.Away(instant, Now, site.Zone);

    /// <summary>A time for machines.</summary>
    public string Machine(DateTimeOffset instant) => site.Machine(instant);

    /// <summary>Where a story is opened by whoever looks.</summary>
    public string PathOf(Guid article) => $"/newsroom/articles/{article}{(May(Permission.WriteStories) ? null : "/history")}";
}
