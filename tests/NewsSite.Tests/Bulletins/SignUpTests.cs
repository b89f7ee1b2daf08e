using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Accounts;
using NewsSite.Tests.Comments;
using NewsSite.Tests.Newsroom;
using NewsSite.Tests.Newsroom.Registers;
using NewsSite.Web.Bulletins;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Bulletins;

public sealed class SignUpTests
{
    [Fact]
    public async Task What_was_agreed_to_is_kept_with_when_where_and_the_exact_words_and_nobody_can_change_it()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());

        await site.SubscribeAsync("ann@example.org", topic: "topic:coast");

        var proofs = await site.InDbAsync(db => db.Consents.AsNoTracking().OrderBy(c => c.At).ToListAsync());
        Assert.Equal([ConsentAct.Asked, ConsentAct.Confirmed], proofs.Select(p => p.Act));
        Assert.Equal([site.Clock.GetUtcNow().AddSeconds(-30), site.Clock.GetUtcNow()], proofs.Select(p => p.At));
        Assert.Equal(("/bulletin", "/bulletin/confirm"), (proofs[0].Page, proofs[1].Page));
        Assert.Equal("Sign up\nFor your free daily news bulletin\nEmail address\nWe send one message a day and nothing else. We ask you to confirm by mail. Every mail has a link that stops it.\nOnly these topics, if you do not want everything\n[x] Coast\n[Sign up]", proofs[0].Wording);
        Assert.Equal("Confirm your e-mail address\nPress the button to get the daily bulletin with the stories about Coast.\n[Confirm]", proofs[1].Wording);
        Assert.All(proofs, p => Assert.Equal(["topic:coast"], p.What));
        Assert.DoesNotContain("ann", proofs[0].EmailHash, StringComparison.Ordinal);
        var page = await site.Reader.GetStringAsync("/bulletin");
        Assert.All(proofs[0].Wording.Replace("[x] ", "", StringComparison.Ordinal).Split('\n').Select(l => l.Trim('[', ']')), line => Assert.Contains(line, page));
        await Assert.ThrowsAnyAsync<Exception>(() => site.InDbAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Consents" SET "Wording" = 'Anything'""")));
        await Assert.ThrowsAnyAsync<Exception>(() => site.InDbAsync(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "Consents" """)));
    }

    [Fact]
    public async Task The_answer_is_the_same_whoever_asks_and_a_subscriber_is_told_by_mail_alone()
    {
        await using var site = await TestSite.StartAsync();
        await site.SubscribeAsync("ann@example.org");

        using var known = await site.SignUpAsync("ann@example.org");
        using var unknown = await site.SignUpAsync("ben@example.org");

        Assert.Equal((unknown.StatusCode, unknown.Headers.Location), (known.StatusCode, known.Headers.Location));
        Assert.Contains("You get what was asked for already", await site.LetterToAsync("ann@example.org"));
        Assert.Contains("/bulletin/confirm/", await site.LetterToAsync("ben@example.org"));
    }

    [Fact]
    public async Task What_no_reader_sends_is_not_taken()
    {
        await using var site = await TestSite.StartAsync();

        using var foreign = await site.SignUpAsync("ann@example.org", isForeign: true);
        using var wrong = await site.SignUpAsync("name.example.org");
        using var robot = await site.SignUpAsync("ann@example.org", homepage: "https://example.org");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (foreign.StatusCode, wrong.StatusCode, robot.StatusCode));
        Assert.Contains("Enter an email address with an @, such as name@example.com", await wrong.Content.ReadAsStringAsync());
        Assert.Equal(0, await site.InDbAsync(db => db.Subscribers.CountAsync()));
        for (var i = 0; i < 5; i++) (await site.SignUpAsync($"many{i}@example.org")).Dispose();
        using var many = await site.SignUpAsync("one.more@example.org");
        Assert.Equal(HttpStatusCode.TooManyRequests, many.StatusCode);
    }

    [Fact]
    public async Task A_reader_sees_and_changes_everything_they_get_without_an_account()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());
        await site.SubscribeAsync("ann@example.org");
        using var again = await site.SignUpAsync("ann@example.org");
        var yours = BulletinSite.LinkIn(await site.LetterToAsync("ann@example.org"), "yours");

        Assert.Contains("ann@example.org", await site.Reader.GetStringAsync(yours));
        using var chosen = await site.Reader.PostAsync(yours, new FormUrlEncodedContent([new("what", "topic:coast"), new("what", "alert-topic:coast"), new("what", "topic:made-up")]));

        Assert.Contains("Your choice is saved.", await chosen.Content.ReadAsStringAsync());
        Assert.Equal(["alert-topic:coast", "topic:coast"], (await site.InDbAsync(db => db.Subscriptions.ToListAsync())).Select(s => s.Wanted.ToString()).Order(StringComparer.Ordinal));
        using var nothing = await site.Reader.PostAsync(yours, new FormUrlEncodedContent([new("nothing", "yes")]));
        Assert.Contains("We send you nothing any more.", await nothing.Content.ReadAsStringAsync());
        Assert.Equal(0, await site.InDbAsync(db => db.Subscriptions.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync(yours[..^3] + "AAA")).StatusCode);
    }

    [Fact]
    public async Task What_was_chosen_of_a_topic_that_became_part_of_another_stays_chosen()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([new Topic { Slug = "coast", Name = "Coast" }, new Topic { Slug = "seaside", Name = "Seaside" }], "topics");
        await site.SubscribeAsync("ann@example.org", topic: "topic:seaside");
        await site.SubscribeAsync("ann@example.org", only: "alert-topic:seaside");
        using var again = await site.SignUpAsync("ann@example.org", topic: "topic:seaside");
        var yours = BulletinSite.LinkIn(await site.LetterToAsync("ann@example.org"), "yours");
        var editor = await site.SignInAsync(Role.Administrator);
        using var merged = await editor.SendFormAsync("/newsroom/topics/seaside/merge", [KeyValuePair.Create("With", "coast"), KeyValuePair.Create("Stays", "coast")]);

        var page = await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync(yours));
        var ticked = page.QuerySelectorAll("input[name=what][checked]").Select(i => i.GetAttribute("value")!).ToList();
        using var saved = await site.Reader.PostAsync(yours, new FormUrlEncodedContent([.. ticked.Select(t => KeyValuePair.Create("what", t))]));

        Assert.Equal(["topic:coast", "alert-topic:coast"], ticked);
        Assert.Contains("Your choice is saved.", await saved.Content.ReadAsStringAsync());
        Assert.Equal(["alert-topic:coast", "topic:coast"], (await site.InDbAsync(db => db.Subscriptions.ToListAsync())).Select(s => s.Wanted.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_reader_gets_a_copy_of_everything_and_is_erased_without_residue_while_the_proof_stays()
    {
        await using var site = await TestSite.StartAsync("--Bulletin:Time=11:00");
        await site.SkipFirstAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-04 09:30" });
        await site.SubscribeAsync("residue@example.org");
        site.Clock.Pass(TimeSpan.FromHours(2));
        await site.SendDueAsync();
        using var asked = await site.SendFormAsync("/comments/yours", new() { ["email"] = "residue@example.org" });
        await Eventually.TrueAsync(() => Task.FromResult(site.MailsTo("residue@example.org").Any(m => m.Contains("/comments/yours/", StringComparison.Ordinal))));
        var link = CommentSite.LinkIn(site.MailsTo("residue@example.org").Single(m => m.Contains("/comments/yours/", StringComparison.Ordinal)), "yours");

        var copy = WebUtility.HtmlDecode(await site.Reader.GetStringAsync(link));
        Assert.Contains("\"What\": \"daily\"", copy);
        Assert.Contains("For your free daily news bulletin", copy);
        Assert.Contains("\"State\": \"Sent\"", copy);
        using var erased = await site.SendFormAsync(link, []);

        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);
        Assert.Empty(await site.ResidueAsync("residue"));
        Assert.Equal([ConsentAct.Asked, ConsentAct.Confirmed, ConsentAct.Erased], await site.InDbAsync(db => db.Consents.OrderBy(c => c.At).Select(c => c.Act).ToListAsync()));
        Assert.Single(await site.InDbAsync(db => db.Consents.Select(c => c.EmailHash).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task Forms_stand_on_the_front_page_and_those_of_topics_and_people()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());

        Assert.Contains("For your free daily news bulletin", await site.Reader.GetStringAsync("/"));
        Assert.Contains("value=\"alert-topic:coast\"", await site.Reader.GetStringAsync("/topics/coast"));
        Assert.DoesNotContain("action=\"/bulletin\"", await site.Reader.GetStringAsync("/news/storm-takes-the-pier"));
    }
}
