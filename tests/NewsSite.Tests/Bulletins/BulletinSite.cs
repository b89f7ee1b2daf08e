using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Accounts;
using NewsSite.Tests.Comments;
using NewsSite.Web.Articles;
using NewsSite.Web.Bulletins;
using NewsSite.Web.Bulletins.Sending;
using NewsSite.Web.Mail;

namespace NewsSite.Tests.Bulletins;

/// <summary>What tests of bulletins do on a site. Its clock begins at ten in the morning of 4 May 2026 in London.</summary>
internal static partial class BulletinSite
{
    extension(TestSite site)
    {
        /// <summary>Sends the form of the bulletin as a browser does.</summary>
        public Task<HttpResponseMessage> SignUpAsync(string email, string? only = null, string? topic = null, string page = "/bulletin", string? homepage = null, bool isForeign = false)
        {
            var fields = new Dictionary<string, string> { ["email"] = email, ["page"] = page, ["homepage"] = homepage ?? "" };
            if (only is not null) fields["only"] = only;
            if (topic is not null) fields["topic"] = topic;
            return site.SendFormAsync("/bulletin", fields, isForeign: isForeign);
        }

        /// <summary>Signs up and confirms.</summary>
        public async Task SubscribeAsync(string email, string? only = null, string? topic = null)
        {
            using var asked = await site.SignUpAsync(email, only, topic);
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
            site.Clock.Pass(TimeSpan.FromSeconds(30));
            using var confirmed = await site.SendFormAsync(LinkIn(await site.LetterToAsync(email), "confirm"), []);
            Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        }

        /// <summary>Puts a confirmed reader into the database.</summary>
        public Task<int> AddReadersAsync(int count, string domain = "example.org") => site.InDbAsync(async db =>
        {
            var now = site.Clock.GetUtcNow();
            for (var i = 0; i < count; i++)
            {
                var reader = new Subscriber { Id = Guid.CreateVersion7(now), Email = $"reader{i}@{domain}", SeenAt = now, ConfirmedAt = now };
                db.Add(reader);
                db.Add(new Subscription { SubscriberId = reader.Id, Kind = WantedKind.Daily, Subject = "", At = now });
            }
            return await db.SaveChangesAsync();
        });

        /// <summary>Makes and sends what is due.</summary>
        public Task SendDueAsync() => site.Services.GetRequiredService<BulletinSender>().RunDueAsync(CancellationToken.None);

        /// <summary>Says that an earlier edition went out, so that none waits for an editor.</summary>
        public Task<int> SkipFirstAsync() => site.InDbAsync(db =>
        {
            var at = site.Clock.GetUtcNow().AddDays(-1);
            db.Add(new Edition { Id = Guid.CreateVersion7(at), Kind = EditionKind.Daily, Day = DateOnly.FromDateTime(at.UtcDateTime), DueAt = at, MadeAt = at, DoneAt = at, State = EditionState.Sent });
            return db.SaveChangesAsync();
        });

        /// <summary>Says that an alert about a story went out, so that none waits for an editor.</summary>
        public Task<int> SkipFirstAlertAsync(string slug) => site.InDbAsync(async db =>
        {
            var (at, story) = (site.Clock.GetUtcNow().AddDays(-1), await db.Set<Article>().SingleAsync(a => a.Slug == slug));
            db.Add(new Edition { Id = Guid.CreateVersion7(at), Kind = EditionKind.Alert, ArticleId = story.Id, DueAt = at, MadeAt = at, DoneAt = at, State = EditionState.Sent });
            return await db.SaveChangesAsync();
        });

        /// <summary>The mails that have gone to the folder, read and unread.</summary>
        public IReadOnlyList<string> Mails() => Directory.Exists(Path.Combine(site.Folder, "data", "mail")) ? [.. Directory.GetFiles(Path.Combine(site.Folder, "data", "mail"), "*.eml").Select(File.ReadAllText)] : [];

        /// <summary>Mails to an address that have gone to the folder.</summary>
        public IReadOnlyList<string> MailsTo(string email) => [.. site.Mails().Where(m => m.Contains($"To: {email}", StringComparison.Ordinal))];
    }

    extension(HttpClient editor)
    {
        /// <summary>Does something with the next bulletin by a form of the page as it is now, and follows to the page.</summary>
        public async Task<HttpResponseMessage> PostBulletinAsync(string handler, string? line = null, string? seen = null, string? day = null)
        {
            var page = await new HtmlParser().ParseDocumentAsync(await editor.GetStringAsync("/newsroom/bulletins"));
            var form = page.QuerySelector($"form[action$='handler={(day is null ? handler : "Skip")}']") ?? throw new InvalidOperationException($"No form for {handler}.");
            var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
            if (line is not null) fields["line"] = line;
            if (seen is not null) fields["seen"] = seen;
            if (day is not null) fields["day"] = day; // of a bulletin for which the page has no such button
            return await editor.PostAsync($"/newsroom/bulletins?handler={handler}", new FormUrlEncodedContent(fields));
        }

        /// <summary>Does something with the alert about a story by a form of the page as it is now, and follows to the page.</summary>
        public async Task<HttpResponseMessage> PostAlertAsync(string handler, Guid story, string? line = null)
        {
            var page = await new HtmlParser().ParseDocumentAsync(await editor.GetStringAsync("/newsroom/bulletins"));
            var form = page.QuerySelector($"form[action$='handler={handler}']:has(input[name=story][value='{story}'])") ?? page.QuerySelector($"form[action$='handler={handler}']")!; // of an alert for which the page has no such button
            var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
            if (line is not null) fields["line"] = line;
            fields.Remove("day");
            fields["story"] = story.ToString();
            return await editor.PostAsync($"/newsroom/bulletins?handler={handler}", new FormUrlEncodedContent(fields));
        }
    }

    /// <summary>The path of the last link of this kind in a mail.</summary>
    public static string LinkIn(string text, string kind) => Link().Matches(text).Select(m => m.Value).Last(l => l.Contains($"/bulletin/{kind}/", StringComparison.Ordinal))["http://localhost:5080".Length..];

    [GeneratedRegex(@"http://localhost:5080/bulletin/[a-z]+/[\w-]+")]
    private static partial Regex Link();
}
