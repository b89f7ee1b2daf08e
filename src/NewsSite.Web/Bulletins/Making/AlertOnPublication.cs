using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Hooks;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>Plans an alert when a story goes live for the first time: not for changes to it, not when it comes back after readers were told, and not for old stories that are brought in.</summary>
internal sealed class AlertOnPublication(NewsDb db, TimeProvider clock) : IHook<LiveChanges>
{
    public async Task RunAsync(LiveChanges happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var fresh = happened.Articles.Where(c => c.Before is null && c.After is not null && c.Article.PublishedAt > now - StoryAlerts.Newest).Select(c => c.Article.Id).ToList();
        if (fresh.Count is 0 or > PlaceInListings.ManyAtOnce || !await db.Subscriptions.AnyAsync(s => s.Kind == WantedKind.AlertTopic || s.Kind == WantedKind.AlertPerson, ct)) return;
        foreach (var story in fresh)
        {
            var due = now + StoryAlerts.Delay;
            if (await db.Editions.FirstOrDefaultAsync(e => e.ArticleId == story, ct) is { } decided)
            {
                if (decided.State is not EditionState.Planned) continue;
                decided.DueAt = due; // an editor has seen to it before, or the story was withdrawn before its alert had gone
                decided.Version++;
            }
            else
            {
                // The row of this publication is saved already.
                if (await db.StateChanges.Where(s => s.ArticleId == story).Shown().CountAsync(ct) > 1) continue;
                db.Add(new Edition { Id = Guid.CreateVersion7(now), Kind = EditionKind.Alert, ArticleId = story, DueAt = due });
            }
            happened.Tags.Add(BulletinTag.Name);
        }
        await db.SaveChangesAsync(ct);
    }
}
