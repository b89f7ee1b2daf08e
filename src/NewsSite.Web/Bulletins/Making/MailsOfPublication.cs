using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>Says before a story goes live, changes or is withdrawn which mails follow, and to how many.</summary>
internal sealed class MailsOfPublication(NewsDb db, Editions editions, Audience audience, BulletinTimes times, Site site, TimeProvider clock) : IPublicationMail
{
    public async Task<IReadOnlyList<string>> WordsAsync(Article article, IReadOnlyList<string> topics, IReadOnlyList<string> people, CancellationToken ct)
    {
        var story = article.Id;
        if (article.IsLive)
        {
            var isCarried = await db.EditionStories.AnyAsync(s => s.ArticleId == story && db.Set<Edition>().Any(e => e.Id == s.EditionId && e.Kind == EditionKind.Daily), ct);
            return [isCarried ? "No mail tells readers of changes: a bulletin has carried the story. A correction goes into the next one." : "No alert goes out for changes. The next bulletin shows the story as it is then, and leaves it out once it is withdrawn."];
        }
        if (await db.Editions.AnyAsync(e => e.ArticleId == story || db.Set<EditionStory>().Any(s => s.EditionId == e.Id && s.ArticleId == story && e.Kind == EditionKind.Daily), ct))
            return ["Readers were told of this story when it first went live; no mail goes out again."];
        var due = article.DueAt ?? clock.GetUtcNow();
        var next = await editions.NextAsync(ct);
        var day = site.Day(due) is var on && times.DueOn(on) >= due ? on : on.AddDays(1);
        if (next.Day > day) day = next.Day.Value;
        var content = new BulletinContent(EditionKind.Daily, day, null, [new(story, article.Slug, ArticleKind.News, article.Headline, null, topics)], []);
        var inBulletin = await audience.CountAsync(await audience.OfBulletinAsync(content, ct), ct);
        var wanted = await audience.OfAlertAsync(topics, people, ct);
        var alerted = article.PublishedAt is null ? await audience.CountAsync(wanted, ct) : 0;
        var words = new List<string>
        {
            inBulletin == 0 ? "No bulletin is sent: nobody has signed up for it." : $"The bulletin of {SpokenTimes.Day(day, site.Culture)} carries it, to {Count(inBulletin)}, if it is live by then.",
            alerted == 0 ? "No alert is sent: nobody asked for one about its topics or people." : $"An alert goes out as soon as it is live, to {Count(alerted)}.",
        };
        return words;
    }

    private string Count(int readers) => readers == 1 ? "one reader" : $"{readers.ToString("n0", site.Culture)} readers";
}
