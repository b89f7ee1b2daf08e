using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Background;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Comments.Moderation;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Comments.Posting;

/// <summary>Takes comments of readers: looks at the words, asks the steps of moderation, and keeps the comment with what they found, all in one transaction. The same comment sent twice is kept once.</summary>
internal sealed class PostComment(NewsDb db, PostingTurns turns, CommentBook book, CommentModes modes, BlockedWords blocked, AddressKeys keys, AddressHash hashes, CommentLetters letters, Outbox outbox, ChangeFeed changes, TimeProvider clock)
{
    private const int LongestChance = 40; // “I agree.” is written by many; longer texts are the same because somebody copies them
    private static readonly TimeSpan SameTextTime = TimeSpan.FromDays(7), AskAgain = TimeSpan.FromMinutes(10);

    /// <summary>Takes a comment on the story at a slug.</summary>
    public async Task<Posted> TakeAsync(string slug, PostedComment sent, IPAddress? from, CancellationToken ct)
    {
        var posted = sent.Clean();
        if (await CommentedStory.AtAsync(db, slug, ct) is not { } story) return new Posted.NoStory();
        var mode = modes.Of(story);
        if (mode.IsClosed) return new Posted.TurnedAway(CommentReason.Closed, Steps.Judge(new() { Mode = CommentPolicy.Closed }).TurnedAway!.Sentence);
        if (posted.Faults() is { Count: > 0 } faults) return new Posted.Faulty(faults);
        var age = posted.IsForm ? await keys.AgeOfFormAsync(story.Id, posted.Seal, ct) : null;
        if (posted.IsForm && age is null) return new Posted.Faulty(new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = "This form was open for long, or came from elsewhere. Your words are still here: send it again." });
        var facts = new CommentFacts
        {
            Mode = mode.Mode,
            HasHoneypot = posted.HasHoneypot,
            Taken = age,
            Links = CommentMarkdown.CountLinks(posted.Words!),
            BlockedWord = await blocked.InAsync($"{posted.Name} {posted.Words}", ct),
        };
        var address = await keys.HashesOfAsync(from, ct);
        return db.IsSqlite ? await turns.TakeAsync(() => KeepAsync(story, posted, facts, address, ct), ct) : await KeepAsync(story, posted, facts, address, ct);
    }

    // Of two first comments from one address at once, the later finds the commenter that the earlier made.
    private Task<Posted> KeepAsync(CommentedStory story, PostedComment posted, CommentFacts facts, IReadOnlyList<string> address, CancellationToken ct)
    {
        return db.InOneGoAsync(async transaction =>
        {
            var outcome = await WriteAsync(story, posted, facts, address, ct);
            if (outcome is not Posted.Kept) return outcome;
            await transaction.CommitAsync(ct);
            if (outcome is Posted.Kept { Comment.State: CommentState.Approved }) await changes.CatchUpAsync(ct);
            outbox.Wake();
            return outcome;
        }, ct);
    }

    private async Task<Posted> WriteAsync(CommentedStory story, PostedComment posted, CommentFacts facts, IReadOnlyList<string> address, CancellationToken ct)
    {
        var (now, article, email) = (clock.GetUtcNow(), story.Id, PostedComment.EmailOf(posted.Email)!);
        if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({email}, 8))", ct); // the same twice at once is one after the other; on SQLite all is
        var answered = posted.Answers is { } id ? await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.ArticleId == article && c.State == CommentState.Approved, ct) : null;
        if (posted.Answers is not null && answered is null) return new Posted.Faulty(new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = "The comment that you answer is not there any more." });
        var writer = await db.Commenters.FirstOrDefaultAsync(c => c.Email == email, ct);
        var (hash, isLong) = (HashOf(posted.Words!), posted.Words!.Length >= LongestChance);
        var (lately, week) = (now - Steps.Lately, now - SameTextTime);
        var wasBlocked = writer is null && await WasBlockedAsync(email, ct);
        var known = writer?.Id ?? Guid.Empty; // nobody's
        if (writer is not null && await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.WordsHash == hash && c.At > lately && c.CommenterId == known && c.ArticleId == article && c.AnswersId == posted.Answers, ct) is { } again) return new Posted.Kept(again);
        // One look for all the counts: the database lets nobody else write meanwhile.
        var comments = db.Comments;
        var seen = await db.Articles.Where(a => a.Id == article).Select(_ => new
        {
            FromAddress = comments.Count(c => address.Contains(c.AddressHash!) && c.At > lately),
            FromEmail = comments.Count(c => c.CommenterId == known && c.At > lately),
            SameText = comments.Count(c => c.WordsHash == hash && c.At > week && (isLong || c.CommenterId == known || address.Contains(c.AddressHash!))),
            ApprovedBefore = comments.Count(c => c.CommenterId == known && c.State == CommentState.Approved),
        }).FirstAsync(ct);
        var verdict = Steps.Judge(facts with { FromAddress = seen.FromAddress, FromEmail = seen.FromEmail, SameText = seen.SameText, IsBlocked = wasBlocked || writer?.BlockedAt is not null, ApprovedBefore = seen.ApprovedBefore });
        if (verdict.TurnedAway is { } away) return new Posted.TurnedAway(away.Reason, away.Sentence);
        if (writer is null) db.Add(writer = new Commenter { Id = Guid.CreateVersion7(now), Email = email, Name = posted.Name!, SeenAt = now, BlockedAt = wasBlocked ? now : null, BlockedWhy = wasBlocked ? "Was blocked before, and had everything about them erased." : null });
        (writer.Name, writer.SeenAt) = (posted.Name!, now);
        var about = new StoryOfLetter(story.Slug, story.Headline);
        var state = writer.ConfirmedAt is null && verdict.State is not CommentState.Spam ? CommentState.Unconfirmed : verdict.State; // spam is on its shelf, where a moderator finds what is none
        var made = Guid.CreateVersion7(now);
        var comment = new Comment
        {
            Id = made,
            ArticleId = article,
            ThreadId = answered?.ThreadId ?? made,
            AnswersId = answered?.Id,
            CommenterId = writer.Id,
            Name = posted.Name!,
            Words = posted.Words!,
            State = state,
            Verdict = verdict.State,
            At = now,
            AddressHash = address.Count > 0 ? address[0] : null,
            WordsHash = hash,
        };
        db.Add(comment);
        foreach (var finding in verdict.Findings)
            db.Add(new CommentDecision { CommentId = made, At = now, Act = CommentAct.Checked, By = finding.Step, From = state, To = StateOf(finding), Reason = finding.Reason, Sentence = finding.Sentence });
        if (writer.ConfirmedAt is null && verdict.State is not CommentState.Spam && !(writer.AskedAt > now - AskAgain))
        {
            writer.AskedAt = now;
            outbox.Add(db, letters.Confirm(writer, about));
        }
        await book.ArriveAsync(comment, about, ct);
        return new Posted.Kept(comment);
    }

    private async Task<bool> WasBlockedAsync(string email, CancellationToken ct)
    {
        var hash = await hashes.OfAsync(email, ct);
        return await db.Set<BlockedAddress>().AnyAsync(a => a.Hash == hash, ct);
    }

    private static CommentState StateOf(Finding finding) => finding.Weight switch
    {
        Weight.Spam => CommentState.Spam,
        Weight.Hold => CommentState.Pending,
        _ => CommentState.Approved,
    };

    // Copies differ in case and spaces.
    private static string HashOf(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))));
}
