using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Tests.Schedule;

/// <summary>A newsroom with a story in every place of the calendar. It is the morning of Monday 4 May 2026.</summary>
internal static class APlanner
{
    private static readonly HttpMethod Put = HttpMethod.Put, Post = HttpMethod.Post;

    extension(ADesk desk)
    {
        /// <summary>An approved story that goes live at a minute such as "2026-05-06 06:00".</summary>
        public async Task<Guid> ScheduledAsync(string headline, string at)
        {
            var (id, revision) = await desk.ApprovedAsync(Titled(headline));
            await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at });
            return id;
        }

        /// <summary>A draft of Ada's that is planned for a day.</summary>
        public async Task<Guid> PlannedAsync(string headline, string day)
        {
            var (id, _) = await desk.WriteAsync(desk.Ada, Titled(headline));
            await desk.Ada.DoAsync(Put, id, "plan", new { day });
            return id;
        }

        /// <summary>A draft of Ada's that is under embargo until a minute.</summary>
        public async Task<Guid> EmbargoedAsync(string headline, string at)
        {
            var (id, _) = await desk.WriteAsync(desk.Ada, Titled(headline));
            await desk.Ada.DoAsync(Put, id, "embargo", new { at });
            return id;
        }

        /// <summary>A live story that is withdrawn at a minute.</summary>
        public async Task<Guid> WithdrawnAtAsync(string headline, string at)
        {
            var (id, _) = await desk.LiveAsync(Titled(headline));
            await desk.Ben.DoAsync(Put, id, "withdrawal", new { reason = "publishedInError", at });
            return id;
        }

        /// <summary>A story whose minute came while something stood against it: its approval is gone.</summary>
        public async Task<Guid> RefusedAsync(string headline, string at, TimeSpan wait)
        {
            var id = await desk.ScheduledAsync(headline, at);
            await desk.Site.InDbAsync(db => db.Approvals.Where(a => a.ArticleId == id).ExecuteDeleteAsync());
            desk.Site.Clock.Pass(wait);
            await Eventually.TrueAsync(async () => (await desk.Ben.DoAsync(HttpMethod.Get, id, "standing")).Publication?.Fault is not null);
            return id;
        }

        /// <summary>One of each.</summary>
        public async Task FillAsync()
        {
            await desk.RefusedAsync("Council tax letters went to the wrong street", "2026-05-04 10:30", TimeSpan.FromMinutes(45));
            await desk.ScheduledAsync("“Good” for children’s services in Somerset", "2026-05-06 06:00");
            await desk.ScheduledAsync("Storm takes the pier", "2026-05-06 17:30");
            await desk.EmbargoedAsync("Ofsted report on the county’s nurseries", "2026-05-07 00:01");
            await desk.PlannedAsync("A year of the new council", "2026-05-12");
            await desk.PlannedAsync("Who pays for the flood wall", "2026-05-07");
            await desk.WithdrawnAtAsync("Road closed at Highbridge", "2026-05-09 12:00");
            await desk.LiveAsync(Titled("Library hours are longer from June"));
            var (id, revision) = await desk.WriteAsync(desk.Ada, Titled("The bus that never came"));
            await desk.Ada.DoAsync(Post, id, "submit", new { revision });
            await desk.Ben.DoAsync(Post, id, "send-back", new { note = "Who says so? We need the operator’s answer." });
            desk.Site.Clock.Pass(TimeSpan.FromSeconds(1));
            (id, revision) = await desk.WriteAsync(desk.Ada, Titled("Park and ride to open on Sundays"));
            await desk.Ada.DoAsync(Post, id, "submit", new { revision });
            (id, revision) = await desk.WriteAsync(desk.Dora, Titled("Crash closes the A38"));
            await desk.Dora.DoAsync(Post, id, "force", new { revision, reason = "The road is closed now and people are on their way." });
        }
    }

    public static DraftContent Titled(string headline) => ADesk.Story with { Headline = headline };
}
