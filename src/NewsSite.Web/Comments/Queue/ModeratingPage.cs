using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Queue;

/// <summary>A page on which comments are decided.</summary>
internal abstract class ModeratingPage(Decisions decisions, Site site, TimeProvider clock) : NewsroomPage
{
    /// <summary>What has just been decided and can be taken back, one after the other with spaces between; null for nothing.</summary>
    [TempData]
    public string? Undoable { get; set; }

    /// <summary>What could not be done, by comment.</summary>
    public IReadOnlyDictionary<Guid, DecisionOutcome> Refusals { get; private set; } = new Dictionary<Guid, DecisionOutcome>();

    /// <summary>What was sent; null for nothing.</summary>
    public DecisionRequest? Sent { get; private set; }

    /// <summary>Whether several were to be decided at once.</summary>
    public bool IsSentForSeveral { get; private set; }

    /// <summary>What was wrong with what was sent for several; null for nothing.</summary>
    public string? SeveralFault { get; private set; }

    /// <summary>What was wrong with a field of it, by field.</summary>
    public IReadOnlyDictionary<string, string> SeveralFaults { get; private set; } = new Dictionary<string, string>();

    /// <summary>The page itself, where its forms send what is decided.</summary>
    public abstract string Here { get; }

    /// <summary>Whether several can be ticked and decided on at once.</summary>
    public virtual bool IsList => false;

    /// <summary>A time as the newsroom tells it.</summary>
    public string Spoken(DateTimeOffset instant) => site.Spoken(instant, clock.GetUtcNow());

    /// <summary>A time for machines.</summary>
    public string Machine(DateTimeOffset instant) => site.Machine(instant);

    /// <summary>What was wrong with a comment's form; null for nothing.</summary>
    public DecisionOutcome? RefusalOf(Guid comment) => IsSentForSeveral && SeveralFaults.Count > 0 ? null : Refusals.GetValueOrDefault(comment);

    /// <summary>Reads the page again after something could not be done.</summary>
    protected abstract Task<bool> LoadAsync(CancellationToken ct);

    /// <summary>Decides as a form without scripts asks.</summary>
    /// <param name="act">approve, refuse, spam or undo.</param>
    /// <param name="item">Which comments, each with the version that was seen.</param>
    /// <param name="reason">Name of the reason of a refusal.</param>
    /// <param name="sentence">A sentence to the writer.</param>
    /// <param name="several">Whether the form is the one for several.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<IActionResult> OnPostAsync(string? act, List<string> item, string? reason, string? sentence, bool several, CancellationToken ct)
    {
        Sent = new(act, item, reason, sentence);
        IsSentForSeveral = several;
        if (several && item.Count == 0) return await ShowAsync("Tick the comments first.", ct);
        if (await decisions.DecideAsync(Sent, ct) is not { } outcomes) return BadRequest();
        var done = outcomes.Where(o => o.IsDone).ToList();
        Refusals = outcomes.Where(o => !o.IsDone).ToDictionary(o => o.Id);
        if (act != "undo") Undoable = done.Count > 0 ? string.Join(' ', done.Select(o => o.Item)) : Undoable;
        var said = done.Count switch
        {
            0 => null,
            1 => done[0].Message,
            var many => act == "undo" ? $"{many} decisions are taken back." : $"{many} comments are {Decisions.WordOf(act)}.",
        };
        if (Refusals.Count == 0)
        {
            Done = said;
            return Redirect(Here);
        }
        if (several) SeveralFaults = outcomes[^1].Faults ?? new Dictionary<string, string>();
        return await ShowAsync(several && SeveralFaults.Count == 0 ? $"{(said is null ? "" : said + " ")}{Refusals.Count} could not be decided: {string.Join(' ', Refusals.Values.Select(r => r.Message).Distinct())}" : null, ct);
    }

    private async Task<IActionResult> ShowAsync(string? fault, CancellationToken ct)
    {
        SeveralFault = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await LoadAsync(ct) ? Page() : NotFound();
    }
}
