using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Web.Articles.History;

/// <summary>A save as the history lists it.</summary>
/// <param name="Id">The revision.</param>
/// <param name="BaseId">The revision that the writer started from; null for the first.</param>
/// <param name="SavedAt">When.</param>
/// <param name="SavedBy">Who.</param>
/// <param name="Reason">Why; null for no reason given.</param>
public sealed record SavedRow(Guid Id, Guid? BaseId, DateTimeOffset SavedAt, string SavedBy, string? Reason);

/// <summary>Something that happened to a story.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When; of several saves, the last.</param>
public abstract record Happening(string By, DateTimeOffset At)
{
    /// <summary>One save, or several by one person within ten minutes.</summary>
    /// <param name="Rows">The saves, the last first.</param>
    /// <param name="Before">The revision before them; null for the first.</param>
    public sealed record Saves(IReadOnlyList<SavedRow> Rows, Guid? Before) : Happening(Rows[0].SavedBy, Rows[0].SavedAt);

    /// <summary>Readers were told something of it, or something else was done with it that changed neither its words nor where it stands.</summary>
    /// <param name="By">Who did it.</param>
    /// <param name="At">When.</param>
    /// <param name="Words">What happened, as the newsroom says it.</param>
    /// <param name="Detail">What belongs to it, such as what readers are told.</param>
    /// <param name="Why">Why; null for no reason given.</param>
    public sealed record Told(string By, DateTimeOffset At, string Words, string Detail, string? Why) : Happening(By, At);

    /// <summary>It came to stand elsewhere.</summary>
    /// <param name="Change">From where to where, by whom and why.</param>
    public sealed record Moved(StateChange Change) : Happening(Change.By, Change.At)
    {
        /// <summary>What happened, as the newsroom says it.</summary>
        public string Words => Change.Act switch
        {
            ArticleAct.Submitted => "Sent for review",
            ArticleAct.TakenBack => "Taken back from review",
            ArticleAct.SentBack => "Sent back",
            ArticleAct.Approved => "Approved",
            ArticleAct.Countersigned => "Approved by one of its writers; another approval is needed",
            ArticleAct.ApprovalEnded => "Changed after its approval, which ended it",
            ArticleAct.Forced => Change.From is ArticleState.Live ? "An update went live without approval" : "Went live without approval",
            ArticleAct.ForceReviewed => "Looked at after its publication without approval",
            ArticleAct.Scheduled => Change.From is ArticleState.Live ? "An update was scheduled" : "Scheduled",
            ArticleAct.Unscheduled => "Taken from the schedule",
            ArticleAct.WithdrawalScheduled => "Its withdrawal was scheduled",
            ArticleAct.WithdrawalUnscheduled => "Its scheduled withdrawal was given up",
            ArticleAct.ScheduleFailed => "Refused at its minute",
            ArticleAct.Embargoed => "Put under embargo",
            ArticleAct.EmbargoLifted => "Its embargo was lifted early",
            ArticleAct.Planned => "Planned",
            _ => (Change.From, Change.To) switch
            {
                (ArticleState.Live, ArticleState.Live) => "An update went live",
                (_, ArticleState.Live) => "Went live",
                (_, ArticleState.Draft) => "Taken back to draft",
                (_, ArticleState.Withdrawn) => "Withdrawn",
                (_, ArticleState.InReview) => "Sent for review",
                (_, ArticleState.Approved) => "Approved",
                _ => "Scheduled",
            },
        };

        /// <summary>What belongs to it, such as the minute that was chosen; null for nothing.</summary>
        public string? Detail => Change.Act is ArticleAct.Withdrawn && Enum.TryParse<WithdrawalReason>(Change.Detail, out var reason) ? reason.Words : Change.Detail;

        /// <summary>The state whose colour it has.</summary>
        public ArticleState Tone => Change.Act switch
        {
            ArticleAct.Submitted => ArticleState.InReview,
            ArticleAct.Approved or ArticleAct.Countersigned => ArticleState.Approved,
            ArticleAct.Scheduled or ArticleAct.WithdrawalScheduled => ArticleState.Scheduled,
            ArticleAct.SentBack or ArticleAct.ScheduleFailed or ArticleAct.Withdrawn => ArticleState.Withdrawn,
            ArticleAct.Published or ArticleAct.Forced or null => Change.To,
            _ => ArticleState.Draft,
        };
    }
}

/// <summary>Knows what else happened to a story. Implemented by features that come after articles.</summary>
public interface IStoryHappenings
{
    /// <summary>What happened to a story, in any order.</summary>
    Task<IReadOnlyList<Happening.Told>> OfAsync(Guid article, CancellationToken ct);
}

/// <summary>A story's history: its saves, where it stood and what else was done, the last first.</summary>
internal static class Timeline
{
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(10);

    /// <summary>Puts both together. Saves by one person are shown as one when they lie within ten minutes, nothing happened between them, and no reason was given for any but the last.</summary>
    /// <param name="saves">The saves, in any order.</param>
    /// <param name="changes">The changes of state, in any order.</param>
    /// <param name="newest">The newest save; null when it is not known.</param>
    /// <param name="told">What else happened, in any order.</param>
    public static IReadOnlyList<Happening> Of(IEnumerable<SavedRow> saves, IEnumerable<StateChange> changes, Guid? newest, IEnumerable<Happening.Told> told)
    {
        var all = InTurn(saves, newest).Select((s, i) => (At: s.SavedAt, Order: i - (long)int.MaxValue, Row: s, Other: (Happening?)null))
            .Concat(changes.Select(c => (At: c.At, Order: c.Id, Row: (SavedRow)null!, Other: (Happening?)new Happening.Moved(c))))
            .Concat(told.Select(t => (At: t.At, Order: long.MaxValue, Row: (SavedRow)null!, Other: (Happening?)t)))
            .OrderBy(e => e.At).ThenBy(e => e.Order);
        var happenings = new List<Happening>();
        var open = new List<SavedRow>();
        Guid? before = null;
        foreach (var (_, _, row, other) in all)
        {
            if (open.Count > 0 && (other is not null || !Belongs(row, open))) Close();
            if (other is not null) happenings.Add(other);
            else open.Add(row);
        }
        if (open.Count > 0) Close();
        happenings.Reverse();
        return happenings;

        void Close()
        {
            happenings.Add(new Happening.Saves([.. open.AsEnumerable().Reverse()], before));
            before = open[^1].Id;
            open.Clear();
        }
    }

    // Ids do not rise within a millisecond. Of saves at one instant each comes after the one it started from; one that was merged may have started further back, and is the newest.
    private static IEnumerable<SavedRow> InTurn(IEnumerable<SavedRow> saves, Guid? newest)
    {
        foreach (var instant in saves.GroupBy(s => s.SavedAt).OrderBy(g => g.Key))
        {
            var rows = instant.ToDictionary(s => s.Id);
            foreach (var row in rows.Values.OrderBy(s => s.Id == newest).ThenBy(Before).ThenBy(s => s.Id)) yield return row;

            int Before(SavedRow row) => row.BaseId is { } start && rows.TryGetValue(start, out var earlier) ? Before(earlier) + 1 : 0;
        }
    }

    private static bool Belongs(SavedRow row, List<SavedRow> open) =>
        row.SavedBy == open[0].SavedBy && row.SavedAt - open[0].SavedAt <= Together && open[^1].Reason is null;
}
