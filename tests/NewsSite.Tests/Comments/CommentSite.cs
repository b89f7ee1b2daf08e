using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Accounts;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Comments;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Mail;
using NewsSite.Tests.Accounts;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Comments;

/// <summary>What tests of comments do on a site.</summary>
internal static partial class CommentSite
{
    extension(TestSite site)
    {
        /// <summary>Sends the form of a story as a browser without scripts does, a while after the page was made.</summary>
        public async Task<HttpResponseMessage> CommentAsync(string slug, string name, string email, string words, Guid? answers = null, string? from = null, string? homepage = null, bool isForeign = false)
        {
            var page = await site.Reader.GetStringAsync(answers is null ? $"/news/{slug}" : $"/news/{slug}/comments/{answers}/answer");
            var form = (await new HtmlParser().ParseDocumentAsync(page)).QuerySelector("form[data-comment]") ?? throw new InvalidOperationException($"No form: {page}");
            site.Clock.Pass(TimeSpan.FromSeconds(30));
            var fields = new Dictionary<string, string> { ["seal"] = form.QuerySelector("[name=seal]")!.GetAttribute("value")!, ["name"] = name, ["email"] = email, ["words"] = words, ["homepage"] = homepage ?? "" };
            if (form.QuerySelector("[name=answers]") is { } hidden) fields["answers"] = hidden.GetAttribute("value")!;
            return await site.SendFormAsync(form.GetAttribute("action")!, fields, from, isForeign);
        }

        /// <summary>Sends fields as a form of this site.</summary>
        public async Task<HttpResponseMessage> SendFormAsync(string path, Dictionary<string, string> fields, string? from = null, bool isForeign = false)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("Sec-Fetch-Site", isForeign ? "cross-site" : "same-origin");
            if (from is not null) request.Headers.Add("X-Forwarded-For", from);
            return await site.Reader.SendAsync(request);
        }

        /// <summary>The comment with these words.</summary>
        public Task<Comment> CommentOfAsync(string words) => site.InDbAsync(db => db.Comments.AsNoTracking().SingleAsync(c => c.Words == words));

        /// <summary>Writes a comment whose writer has confirmed, and returns it.</summary>
        public async Task<Comment> ConfirmedAsync(string slug, string name, string email, string words, Guid? answers = null)
        {
            using var answer = await site.CommentAsync(slug, name, email, words, answers, from: $"10.0.{words.Length % 250}.{email.Length}");
            if (answer.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            if (answer.Headers.Location!.OriginalString.EndsWith("/confirm", StringComparison.Ordinal))
            {
                using var confirmed = await site.PressConfirmAsync(LinkIn(await site.LetterToAsync(email)));
                Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
            }
            return await site.CommentOfAsync(words);
        }

        /// <summary>Opens the link of a confirmation and presses its button, with everything ticked or only what holds some words.</summary>
        public async Task<HttpResponseMessage> PressConfirmAsync(string link, string? only = null)
        {
            var page = await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync(link));
            var ticks = page.QuerySelectorAll("input[name=comment][checked]").Where(i => only is null || i.Closest(".comment")!.TextContent.Contains(only, StringComparison.Ordinal)).Select(i => KeyValuePair.Create("comment", i.GetAttribute("value")!));
            using var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent(ticks) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            return await site.Reader.SendAsync(request);
        }

        /// <summary>Lets the time pass for which mails about decisions are kept back, and has them sent.</summary>
        public void SendKeptMail()
        {
            site.Clock.Pass(CommentBook.MailWait);
            site.Services.GetRequiredService<Outbox>().Wake();
        }

        /// <summary>How many mails have been written or wait for an address.</summary>
        public async Task<int> MailsToAsync(string email)
        {
            var folder = Path.Combine(site.Folder, "data", "mail");
            var now = site.Clock.GetUtcNow();
            await Eventually.TrueAsync(() => site.InDbAsync(async db => !await db.Set<OutgoingMail>().AnyAsync(m => m.To == email && m.ClaimedUntil > now))); // those in hand may be written already
            var waiting = await site.InDbAsync(db => db.Set<OutgoingMail>().CountAsync(m => m.To == email));
            return waiting + (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml").Count(f => File.ReadAllText(f).Contains($"To: {email}", StringComparison.Ordinal) || File.ReadAllText(f).Contains($"<{email}>", StringComparison.Ordinal)) : 0);
        }

        /// <summary>Lets somebody of the newsroom decide.</summary>
        public Task<Decided> AsAsync(Account account, Func<CommentBook, Task<Decided>> act) => site.DoAsync(services =>
        {
            var now = site.Clock.GetUtcNow();
            var http = new DefaultHttpContext { RequestServices = services, User = Who.Of(account.Id, account.Name, account.Role, Guid.CreateVersion7(now), now) };
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
            return act(services.GetRequiredService<CommentBook>());
        });

        /// <summary>A site's moderator.</summary>
        public Task<Account> ModeratorAsync(string name = "Mo Dera") => site.MakeAccountAsync(Role.Moderator, name);
    }

    /// <summary>The path of the last link of this kind in a mail.</summary>
    public static string LinkIn(string text, string kind = "confirm") => Link().Matches(text).Select(m => m.Value).Last(l => l.Contains($"/comments/{kind}/", StringComparison.Ordinal))["http://localhost:5080".Length..];

    [GeneratedRegex(@"http://localhost:5080/comments/[a-z]+/[\w-]+")]
    private static partial Regex Link();
}
