using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Redirects;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles.Registers;

/// <summary>What will happen when a topic becomes part of another.</summary>
/// <param name="Goes">The topic that goes.</param>
/// <param name="Stays">The topic that stays.</param>
/// <param name="Moving">Live stories that come to it.</param>
/// <param name="InBoth">Live stories that are in both already.</param>
/// <param name="After">Live stories that it has afterwards.</param>
public sealed record TopicMergePlan(Topic Goes, Topic Stays, int Moving, int InBoth, int After);

/// <summary>Makes one topic of two: listings, feeds, the API and pickers show the one that stays, the other's addresses lead to it, and revisions, which are written once, stay as they are.</summary>
internal sealed class TopicMerge(NewsDb db, PlaceInListings places, RedirectBook redirects, IActs acts, ChangeFeed changes, ICurrentAccount who, TimeProvider clock)
{
    private const string Register = "topics";

    /// <summary>What would happen; null when one of them is no topic, or both are the same.</summary>
    public async Task<TopicMergePlan?> PlanAsync(string goes, string stays, CancellationToken ct)
    {
        if (goes == stays) return null;
        var found = await db.Topics.AsNoTracking().Where(t => t.Slug == goes || t.Slug == stays).ToListAsync(ct);
        if (found.Find(t => t.Slug == goes) is not { } going || found.Find(t => t.Slug == stays) is not { } staying) return null;
        var (from, into) = (Listing.Topic(goes), Listing.Topic(stays));
        var listings = db.Listings;
        var moving = await db.LengthOfAsync(from, ct);
        var inBoth = await db.Listings.CountAsync(e => e.List == from && listings.Any(o => o.ArticleId == e.ArticleId && o.List == into), ct);
        return new(going, staying, moving - inBoth, inBoth, moving - inBoth + await db.LengthOfAsync(into, ct));
    }

    /// <summary>Makes one of them, in one transaction.</summary>
    /// <returns>What has happened; null when one of them is no topic any more.</returns>
    public async Task<TopicMergePlan?> RunAsync(string goes, string stays, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockRegistersAsync(ct);
        await places.LockAsync(ct);
        if (await PlanAsync(goes, stays, ct) is not { } plan) return null;
        await places.JoinAsync(Listing.Topic(goes), Listing.Topic(stays), ct);
        await db.MergedTopics.Where(m => m.Into == goes).ExecuteUpdateAsync(s => s.SetProperty(m => m.Into, stays), ct);
        db.Add(new MergedTopic { Slug = goes, Into = stays });
        db.Remove(plan.Goes);
        await redirects.AddAsync($"/topics/{goes}", $"/topics/{stays}", ct);
        var now = clock.GetUtcNow();
        await db.NoteEditAsync(Register, goes, "", isDeleted: true, who.Name, now, ct);
        acts.Add(db, new Act("topic.merged", $"made the topic “{plan.Goes.Name}” part of “{plan.Stays.Name}”; {plan.Moving} live stories moved") { Subject = $"topics/{goes}" });
        await db.AnnounceAsync([Register, Listing.Tag(Listing.Topic(goes)), Listing.Tag(Listing.Topic(stays))], now, ct);
        await transaction.CommitAsync(ct);
        await changes.CatchUpAsync(ct);
        return plan;
    }
}
