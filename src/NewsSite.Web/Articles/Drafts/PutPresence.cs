using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>A window says that it is open.</summary>
/// <param name="Tab">The name it gives itself, up to 40 characters.</param>
/// <param name="Block">Id of the block that the caret is in; null for none.</param>
public sealed record PresenceRequest(string? Tab, string? Block);

/// <summary>Somebody else who has the article open, or another window of the same person.</summary>
/// <param name="Name">Who it is.</param>
/// <param name="Initials">One or two letters for small places.</param>
/// <param name="Block">Id of the block they are in; null for none.</param>
public sealed record OtherPerson(string Name, string Initials, string? Block);

/// <summary>Who else is there, and what the newest revision is.</summary>
/// <param name="Others">The others, by name.</param>
/// <param name="Head">The newest revision; null before the first save.</param>
public sealed record PresenceAnswer(IReadOnlyList<OtherPerson> Others, HeadAnswer? Head);

/// <summary>PUT /newsroom/api/articles/{id}/presence and POST …/presence/left</summary>
internal static class PutPresence
{
    private const int LongestTab = 40;
    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void MapPutPresence(this IEndpointRouteBuilder articles)
    {
        articles.MapPut("/{id:guid}/presence", PutAsync);
        articles.MapPost("/{id:guid}/presence/left", LeaveAsync);
    }

    private static async Task<IResult> PutAsync(Guid id, PresenceRequest request, NewsDb db, ICurrentAccount who, TimeProvider clock, CancellationToken ct)
    {
        if (request.Tab is not { Length: > 0 and <= LongestTab } tab) return DraftProblem.Refused([JsonFields.Fault(null, "tab", "“tab” is a name of 1 to 40 characters.")]);
        var block = request.Block is { } b && BlockIds.IsId(b) ? b : null;
        var now = clock.GetUtcNow();
        await SeeAsync(db, new() { ArticleId = id, Tab = tab, Name = who.Name, Initials = who.Initials, Block = block, SeenAt = now }, ct);
        var since = now - Gone;
        var others = await db.Presences.Where(p => p.ArticleId == id && p.Tab != tab && p.SeenAt > since).OrderBy(p => p.Name).ThenBy(p => p.Tab)
            .Select(p => new OtherPerson(p.Name, p.Initials, p.Block)).ToListAsync(ct);
        var head = await db.Articles.Where(a => a.Id == id && a.HeadId != null).Select(a => new HeadAnswer(a.HeadId!.Value, a.SavedBy!, a.SavedAt!.Value)).FirstOrDefaultAsync(ct);
        return TypedResults.Ok(new PresenceAnswer(others, head));
    }

    private static async Task<IResult> LeaveAsync(Guid id, PresenceRequest request, NewsDb db, CancellationToken ct)
    {
        await db.Presences.Where(p => p.ArticleId == id && p.Tab == request.Tab).ExecuteDeleteAsync(ct);
        return TypedResults.NoContent();
    }

    // While something holds the store, such as an import, who is here can wait: the window asks again soon.
    private static async Task SeeAsync(NewsDb db, Presence presence, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(Patience);
        try
        {
            var (id, tab, name, initials, block, now) = (presence.ArticleId, presence.Tab, presence.Name, presence.Initials, presence.Block, presence.SeenAt);
            var known = await db.Presences.Where(p => p.ArticleId == id && p.Tab == tab)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.SeenAt, now).SetProperty(p => p.Block, block).SetProperty(p => p.Name, name).SetProperty(p => p.Initials, initials), ct);
            if (known == 0) await ComeAsync(db, presence, ct);
        }
        catch (Exception e) when (Races.IsBusy(e) || Races.IsLost(e))
        {
            db.ChangeTracker.Clear();
        }
        finally
        {
            db.Database.SetCommandTimeout((int?)null);
        }
    }

    // Windows that were closed without a word are forgotten whenever another one opens.
    private static async Task ComeAsync(NewsDb db, Presence presence, CancellationToken ct)
    {
        var since = presence.SeenAt - Forgotten;
        await db.Presences.Where(p => p.SeenAt < since).ExecuteDeleteAsync(ct);
        db.Add(presence);
        await db.SaveChangesAsync(ct);
    }
}
