using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Accounts;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Comments;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Comments.Erasing;
using NewsSite.Web.Comments.Moderation;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Comments;

public sealed class PostingTests
{
    private const string Ann = "ann@example.org";

    [Fact]
    public async Task What_is_wrong_stands_where_the_field_is_and_what_was_typed_is_kept()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });

        using var answer = await site.CommentAsync("pier", "Ann", "no address", "  ");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Ann", page.QuerySelector("#comment-name")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#comment-email")!.GetAttribute("aria-invalid"));
        Assert.Contains("no e-mail address", page.QuerySelector("#comment-email-error")!.TextContent);
        Assert.Equal("Write what you want to say.", page.QuerySelector("#comment-words-error")!.TextContent);
    }

    [Fact]
    public async Task A_form_from_another_site_and_one_without_a_seal_are_not_taken_and_lose_nothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });

        using var foreign = await site.CommentAsync("pier", "Ann", Ann, "My words.", isForeign: true);
        using var forged = await site.SendFormAsync("/news/pier/comments", new() { ["name"] = "Ann", ["email"] = Ann, ["words"] = "My words.", ["seal"] = "1777885200.abc" });

        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.Contains("My words.", await foreign.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
        Assert.Contains("My words.", await forged.Content.ReadAsStringAsync());
        Assert.Equal(0, await site.InDbAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task The_page_is_the_same_for_every_reader_and_sets_no_cookie()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });

        using var first = await site.Reader.GetAsync("/news/pier");
        using var second = await site.Reader.GetAsync("/news/pier");

        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.True(first.Headers.CacheControl!.Public);
    }

    [Fact]
    public async Task The_same_comment_sent_twice_is_kept_once_and_mailed_about_once()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });

        using var first = await site.CommentAsync("pier", "Ann", Ann, "The pier is gone.");
        using var second = await site.CommentAsync("pier", "Ann", Ann, "The pier is gone.");

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await site.InDbAsync(db => db.Comments.CountAsync()));
        await site.LetterToAsync(Ann);
        Assert.Equal(0, await site.MailsToAsync(Ann));
    }

    [Fact]
    public async Task Spam_is_kept_apart_and_nobody_is_mailed()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        await site.PublishAsync(new AStory { Slug = "pier" });

        using var answer = await site.CommentAsync("pier", "Ann", Ann, "Buy.", homepage: "http://spam.example");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(CommentState.Spam, (await site.CommentOfAsync("Buy.")).State);
        Assert.Equal("/news/pier/comments/sent/read", answer.Headers.Location!.OriginalString);
        Assert.Equal(0, await site.MailsToAsync(Ann));
    }

    [Fact]
    public async Task What_only_looked_like_spam_appears_once_a_moderator_approves_it_and_its_writer_confirms()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        await site.PublishAsync(new AStory { Slug = "pier" });
        var mo = await site.ModeratorAsync();
        using var sent = await site.CommentAsync("pier", "Ann", Ann, "The pier is gone.", homepage: "filled in by the browser");
        var comment = await site.CommentOfAsync("The pier is gone.");

        Assert.IsType<Decided.Done>(await site.AsAsync(mo, book => book.ApproveAsync(comment.Id, comment.Version, default)));
        Assert.Equal(CommentState.Unconfirmed, (await site.CommentOfAsync("The pier is gone.")).State);
        site.SendKeptMail();
        using var confirmed = await site.PressConfirmAsync(CommentSite.LinkIn(await site.LetterToAsync(Ann)));

        Assert.Contains("The pier is gone.", await site.Reader.GetStringAsync("/news/pier"));
    }

    [Fact]
    public async Task Nobody_confirms_what_somebody_else_wrote_under_their_address()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        await site.PublishAsync(new AStory { Slug = "pier" });
        using var forged = await site.CommentAsync("pier", "Mallory says hello", Ann, "Ann never wrote this.");
        using var hers = await site.CommentAsync("pier", "Ann", Ann, "The pier is gone.");
        var letter = await site.LetterToAsync(Ann);
        var link = CommentSite.LinkIn(letter);

        var asked = await site.Reader.GetStringAsync(link);
        using var nothing = await site.SendFormAsync(link, []);
        using var confirmed = await site.PressConfirmAsync(link, only: "The pier is gone.");

        Assert.DoesNotContain("Mallory", letter, StringComparison.Ordinal);
        Assert.Contains("Ann never wrote this.", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        var page = await site.Reader.GetStringAsync("/news/pier");
        Assert.Contains("The pier is gone.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann never wrote this.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_may_agree_in_the_same_few_words_and_a_text_that_is_copied_is_spam()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        await site.PublishAsync(new AStory { Slug = "pier" });
        const string Copied = "Visit our shop for the very best ropes and anchors.";

        for (var i = 0; i < 4; i++) (await site.CommentAsync("pier", "Ann", $"a{i}@example.org", "I agree.", from: $"10.1.{i}.1")).Dispose();
        for (var i = 0; i < 4; i++) (await site.CommentAsync("pier", "Ann", $"b{i}@example.org", Copied, from: $"10.2.{i}.1")).Dispose();

        var verdicts = await site.InDbAsync(db => db.Comments.OrderBy(c => c.At).Select(c => new { c.Words, c.Verdict }).ToListAsync());
        Assert.All(verdicts.Where(v => v.Words == "I agree."), v => Assert.Equal(CommentState.Approved, v.Verdict));
        Assert.Equal(CommentState.Spam, verdicts.Last(v => v.Words == Copied).Verdict);
    }

    [Fact]
    public async Task The_same_comment_sent_many_times_at_once_is_kept_once()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        await site.PublishAsync(new AStory { Slug = "pier" });
        await site.ConfirmedAsync("pier", "Ann", Ann, "The pier is gone.");
        var seal = (await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync("/news/pier"))).QuerySelector("form[data-comment] [name=seal]")!.GetAttribute("value")!;
        site.Clock.Pass(TimeSpan.FromMinutes(11));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.SendFormAsync("/news/pier/comments", new() { ["seal"] = seal, ["name"] = "Ann", ["email"] = Ann, ["words"] = "Once is enough." })));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal("Once is enough.", (await site.CommentOfAsync("Once is enough.")).Words);
    }

    [Fact]
    public async Task A_form_sent_as_soon_as_it_was_made_waits_for_a_moderator()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        await site.PublishAsync(new AStory { Slug = "pier" });
        var seal = (await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync("/news/pier"))).QuerySelector("form[data-comment] [name=seal]")!.GetAttribute("value")!;

        using var sent = await site.SendFormAsync("/news/pier/comments", new() { ["seal"] = seal, ["name"] = "Ann", ["email"] = Ann, ["words"] = "The pier is gone." });

        var comment = await site.CommentOfAsync("The pier is gone.");
        Assert.Equal(CommentState.Pending, comment.Verdict);
        Assert.Contains(CommentReason.TooFast, await site.InDbAsync(db => db.CommentDecisions.Where(d => d.CommentId == comment.Id).Select(d => d.Reason).ToListAsync()));
    }

    [Fact]
    public async Task The_name_of_one_who_was_refused_is_gone_from_the_answers_too()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        await site.PublishAsync(new AStory { Slug = "pier" });
        var (mo, first) = (await site.ModeratorAsync(), await site.ConfirmedAsync("pier", "A Rude Name", Ann, "The pier is gone."));
        await site.ConfirmedAsync("pier", "Ben", "ben@example.org", "It will be built again.", first.Id);

        await site.AsAsync(mo, book => book.RefuseAsync(first.Id, first.Version, CommentReason.Abusive, null, default));

        var page = await site.Reader.GetStringAsync("/news/pier");
        Assert.Contains("It will be built again.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A Rude Name", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Closed", null)]
    [InlineData("FirstTime", "A moderator reads your first comment before it appears; later ones appear at once.")]
    [InlineData("Post", "Comments appear at once; moderators read them.")]
    [InlineData("Pre", "A moderator reads comments before they appear.")]
    public async Task The_policy_stands_beside_the_form_and_a_site_that_takes_none_has_no_form(string mode, string? words)
    {
        await using var site = await TestSite.StartAsync($"--Comments:Moderation={mode}");
        var story = await site.PublishAsync(new AStory { Slug = "pier" });

        var page = await site.Reader.GetStringAsync("/news/pier");
        using var sent = await site.SendFormAsync("/news/pier/comments", new() { ["name"] = "Ann", ["email"] = Ann, ["words"] = "The pier is gone." });
        var desk = await (await site.SignInAsync(Role.Moderator)).GetStringAsync($"/newsroom/comments/stories/{story}");

        Assert.Equal(words is not null, page.Contains("data-comment", StringComparison.Ordinal));
        if (words is not null) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(words is null ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, sent.StatusCode); // there is no seal
        Assert.Equal(words is null, desk.Contains("The site takes no comments, and this story follows the site", StringComparison.Ordinal));
        Assert.Equal(words is not null, desk.Contains("name=\"when\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_from_one_connection_are_told_to_wait()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        for (var i = 0; i < 10; i++) (await site.CommentAsync("pier", "Ann", $"a{i}@example.org", $"Comment {i}.")).Dispose();

        using var answer = await site.CommentAsync("pier", "Ann", "z@example.org", "One more.");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("One more.", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("# Loud", "<p># Loud</p>")]
    [InlineData("![p](https://a.example/p.png)", "<p><a href=\"https://a.example/p.png\" rel=\"nofollow ugc noopener\">p</a></p>")]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>")]
    [InlineData("> said\n\n- a\n- *b*", "<blockquote>\n<p>said</p>\n</blockquote>\n<ul>\n<li>a</li>\n<li><em>b</em></li>\n</ul>")]
    [InlineData("see https://a.example/b", "<p>see <a href=\"https://a.example/b\" rel=\"nofollow ugc noopener\">https://a.example/b</a></p>")]
    public void The_small_Markdown_knows_paragraphs_emphasis_links_quotations_and_lists(string words, string html)
    {
        Assert.Equal(html, CommentMarkdown.ToHtml(words).Trim());
    }

    [Fact]
    public void Words_nested_without_end_are_shown_as_they_are()
    {
        Assert.StartsWith("<p>&gt;", CommentMarkdown.ToHtml(new string('>', 3_000) + " a"), StringComparison.Ordinal);
        Assert.NotNull(CommentMarkdown.ToHtml(string.Concat(Enumerable.Repeat("*a **b ", 400))));
        Assert.NotNull(CommentMarkdown.ToHtml(new string('[', 3_000)));
    }

    [Fact]
    public async Task A_story_closes_by_itself_and_what_was_written_stays()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post", "--Comments:CloseAfterDays=7");
        await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-01" });
        await site.ConfirmedAsync("pier", "Ann", Ann, "The pier is gone.");
        Assert.Contains("data-comment", await site.Reader.GetStringAsync("/news/pier"));

        site.Clock.Pass(TimeSpan.FromDays(5));

        var page = await site.Reader.GetStringAsync("/news/pier");
        Assert.DoesNotContain("data-comment", page);
        Assert.Contains("The pier is gone.", page);
        using var late = await site.SendFormAsync("/news/pier/comments", new() { ["name"] = "Ann", ["email"] = Ann, ["words"] = "Late." });
        Assert.Equal("/news/pier/comments/sent/closed", late.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Threads_have_pages_both_orders_and_addresses_for_good()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        var story = await site.PublishAsync(new AStory { Slug = "pier" });
        var first = await site.ConfirmedAsync("pier", "Ann", Ann, "The very first.");
        await site.InDbAsync(async db =>
        {
            for (var i = 2; i <= 120; i++)
            {
                var id = Guid.CreateVersion7(first.At.AddSeconds(i));
                db.Add(new Comment { Id = id, ArticleId = story, ThreadId = id, Name = "Ben", Words = $"Number {i}.", State = CommentState.Approved, Verdict = CommentState.Approved, At = first.At.AddSeconds(i) });
            }
            await db.SaveChangesAsync();
            return await db.Database.ExecuteSqlRawAsync("""UPDATE "Comments" SET "Position" = n."Place" FROM (SELECT "Id", ROW_NUMBER() OVER (ORDER BY "At") AS "Place" FROM "Comments") AS n WHERE n."Id" = "Comments"."Id" """);
        });
        await site.RestartAsync("--Comments:Moderation=Post");

        var newest = await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync("/news/pier"));
        Assert.Equal(50, newest.QuerySelectorAll(".threads > li").Length);
        Assert.Contains("Number 120.", newest.QuerySelector(".threads > li")!.TextContent);
        Assert.Equal("120 comments", newest.QuerySelector("#comments")!.TextContent);
        var last = await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync("/news/pier/comments?page=3"));
        Assert.Equal(20, last.QuerySelectorAll(".threads > li").Length);
        var oldest = await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync("/news/pier/comments?order=oldest"));
        Assert.Contains("The very first.", oldest.QuerySelector(".threads > li")!.TextContent);
        using var found = await site.Reader.GetAsync($"/news/pier/comments/{first.Id}");
        Assert.Equal($"/news/pier/comments?page=3#comment-{first.Id}", found.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/news/pier/comments?page=4")).StatusCode);
    }

    [Fact]
    public async Task A_reader_gets_a_copy_of_what_is_held_and_has_it_erased_without_residue()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        await site.PublishAsync(new AStory { Slug = "pier" });
        var comment = await site.ConfirmedAsync("pier", "Annabel Residue", "residue@example.org", "Unmistakable residue words.");
        await site.ConfirmedAsync("pier", "Ben", "ben@example.org", "I agree.", comment.Id);
        await site.LetterToAsync("residue@example.org"); // Ben answered

        using var asked = await site.SendFormAsync("/comments/yours", new() { ["email"] = "residue@example.org" });
        var link = CommentSite.LinkIn(await site.LetterToAsync("residue@example.org"), "yours");
        Assert.Contains("Unmistakable residue words.", await site.Reader.GetStringAsync(link));
        using var erased = await site.SendFormAsync(link, []);
        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);

        Assert.Empty(await site.ResidueAsync("residue"));
        var page = await site.Reader.GetStringAsync("/news/pier");
        Assert.DoesNotContain("residue", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("not there any more", page);
        Assert.Contains("I agree.", page);
    }

    [Fact]
    public async Task Whoever_was_blocked_and_has_all_erased_does_not_come_back_as_another()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        await site.PublishAsync(new AStory { Slug = "pier" });
        var comment = await site.ConfirmedAsync("pier", "Ann", Ann, "The pier is gone.");
        await site.DoAsync(services => services.GetRequiredService<Blocking>().BlockAsync(comment.CommenterId!.Value, "Threats.", default));
        await site.DoAsync(async services =>
        {
            await services.GetRequiredService<HeldAbout>().EraseAsync(Ann, default);
            return 0;
        });
        Assert.Empty(await site.InDbAsync(db => db.Commenters.ToListAsync()));

        using var again = await site.CommentAsync("pier", "Another name", Ann, "Here again.");
        var back = await site.CommentOfAsync("Here again.");
        await site.DoAsync(services => services.GetRequiredService<Blocking>().UnblockAsync(back.CommenterId!.Value, default));
        using var last = await site.CommentAsync("pier", "Another name", Ann, "And now in peace.");
        var forgiven = await site.CommentOfAsync("And now in peace.");

        Assert.Equal((CommentState.Spam, CommentState.Approved), (back.Verdict, forgiven.Verdict));
        Assert.Empty(await site.InDbAsync(db => db.Set<BlockedAddress>().ToListAsync()));
    }

    [Fact]
    public async Task What_nobody_confirmed_is_gone_after_30_days_but_not_while_its_link_is_good()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post", "--Comments:CloseAfterDays=0");
        await site.PublishAsync(new AStory { Slug = "pier" });
        var mo = await site.ModeratorAsync();
        foreach (var (name, words) in new[] { ("left", "Left as spam."), ("refused", "Refused from there."), ("late", "Approved from there at last.") })
            (await site.CommentAsync("pier", "Ann", $"{name}@example.org", words, from: $"10.3.{name.Length}.1", homepage: "filled in")).Dispose();
        var refused = await site.CommentOfAsync("Refused from there.");
        await site.AsAsync(mo, book => book.RefuseAsync(refused.Id, refused.Version, CommentReason.Abusive, null, default));
        site.Clock.Pass(TimeSpan.FromDays(29));
        var late = await site.CommentOfAsync("Approved from there at last.");
        await site.AsAsync(mo, book => book.ApproveAsync(late.Id, late.Version, default));
        site.SendKeptMail();
        var link = CommentSite.LinkIn(await site.LetterToAsync("late@example.org"));

        site.Clock.Pass(TimeSpan.FromDays(3));
        await site.Services.GetRequiredService<ForgetOldTraces>().ForgetAsync(default);

        Assert.Equal(["late@example.org"], await site.InDbAsync(db => db.Commenters.Select(c => c.Email).ToListAsync()));
        using var confirmed = await site.PressConfirmAsync(link);
        Assert.Contains("Approved from there at last.", await site.Reader.GetStringAsync("/news/pier"));
    }

    [Fact]
    public async Task Hashes_of_network_addresses_are_gone_after_30_days_with_their_keys()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        var comment = await site.ConfirmedAsync("pier", "Ann", Ann, "The pier is gone.");
        Assert.NotNull(comment.AddressHash);
        Assert.DoesNotContain("10.0.", comment.AddressHash);
        var keys = await site.InDbAsync(db => db.Set<AddressKey>().Select(k => k.Day).ToListAsync());

        site.Clock.Pass(TimeSpan.FromDays(33));
        await site.Services.GetRequiredService<ForgetOldTraces>().ForgetAsync(default);

        Assert.Null((await site.CommentOfAsync(comment.Words)).AddressHash);
        Assert.Empty((await site.InDbAsync(db => db.Set<AddressKey>().Select(k => k.Day).ToListAsync())).Intersect(keys));
    }
}
