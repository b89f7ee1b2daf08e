using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>Says before a story goes live, changes or is withdrawn which mails follow, and to how many.</summary>
internal sealed class MailsOfPublication(NewsDb db, Editions editions, StoryAlerts alerts, Audience audience, BulletinTimes times, Site site, TimeProvider clock) : IPublicationMail
{
    public async Task<IReadOnlyList<string>> WordsAsync(Article article, IReadOnlyList<string> topics, IReadOnlyList<string> people, CancellationToken ct)
    {
        var story = article.Id;
        if (article.IsLive)
        {
            var isCarried = await db.EditionStories.AnyAsync(s => s.ArticleId == story && db.Set<Edition>().Any(e => e.Id == s.EditionId && e.Kind == EditionKind.Daily), ct);
            return [isCarried ? "No mail tells readers of changes: a bulletin has carried the story. A correction goes into the next one." : "No alert goes out for changes. The next bulletin shows the story as it is then, and leaves it out once it is withdrawn."];
        }
        if (await db.Editions.AnyAsync(e => db.Set<EditionStory>().Any(s => s.EditionId == e.Id && s.ArticleId == story), ct))
            return ["Readers were told of this story when it first went live; no mail goes out again."];
        var due = article.DueAt ?? clock.GetUtcNow();
        var next = await editions.NextAsync(ct);
        var day = site.Day(due) is var on && times.DueOn(on) >= due ? on : on.AddDays(1);
        if (next.Day > day) day = next.Day.Value;
        var content = new BulletinContent(EditionKind.Daily, day, null, [new(story, article.Slug, ArticleKind.News, article.Headline, null, topics)], []);
        var inBulletin = await audience.CountAsync(await audience.OfBulletinAsync(content, ct), ct);
        return
        [
            inBulletin == 0 ? "No bulletin is sent: nobody has signed up for it." : $"The bulletin of {SpokenTimes.Day(day, site.Culture)} carries it, to {Count(inBulletin)}, if it is live by then.",
            await AlertWordsAsync(article, topics, people, ct),
        ];
    }

    private async Task<string> AlertWordsAsync(Article article, IReadOnlyList<string> topics, IReadOnlyList<string> people, CancellationToken ct)
    {
        var decided = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.ArticleId == article.Id, ct);
        if (decided?.State is EditionState.Skipped) return "No alert is sent: an editor has skipped it.";
        var readers = article.PublishedAt is null || decided is not null ? await audience.CountAsync(await audience.OfAlertAsync(topics, people, ct), ct) : 0;
        if (readers == 0) return "No alert is sent: nobody asked for one about its topics or people.";
        if (decided?.HeldBy is { } holder) return $"Its alert to {Count(readers)} is held by {holder}.";
        return decided?.ReleasedBy is null && await alerts.IsFirstAsync(ct)
            ? $"The first alert ever waits until an editor has released it under Bulletins; it goes to {Count(readers)}."
            : $"An alert goes out {StoryAlerts.Delay.TotalMinutes:0} minutes after it is live, to {Count(readers)}; until then it can be held or skipped under Bulletins.";
    }

    private string Count(int readers) => readers == 1 ? "one reader" : $"{readers.ToString("n0", site.Culture)} readers";
}
