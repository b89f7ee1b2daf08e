using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Comments;

namespace NewsSite.Tests.Comments;

/// <summary>Comments straight into the database, for tests of what moderators do with them.</summary>
internal static class QueueSeeds
{
    extension(TestSite site)
    {
        /// <summary>A comment of a reader with this name on the story; a reader of the same name is the same one.</summary>
        public Task<Comment> WaitingAsync(Guid article, string name, string words, CommentState state = CommentState.Pending, Guid? answers = null, bool isConfirmed = true) => site.InDbAsync(async db =>
        {
            site.Clock.Pass(TimeSpan.FromSeconds(1));
            var now = site.Clock.GetUtcNow();
            var email = $"{name.ToLowerInvariant().Replace(' ', '.')}@example.org";
            var writer = await db.Set<Commenter>().FirstOrDefaultAsync(c => c.Email == email);
            if (writer is null) db.Add(writer = new Commenter { Id = Guid.CreateVersion7(now), Email = email, Name = name, SeenAt = now, ConfirmedAt = isConfirmed ? now : null });
            var id = Guid.CreateVersion7(now);
            var thread = answers is { } answered ? await db.Set<Comment>().Where(c => c.Id == answered).Select(c => c.ThreadId).FirstAsync() : id;
            var comment = new Comment { Id = id, ArticleId = article, ThreadId = thread, AnswersId = answers, CommenterId = writer.Id, Name = name, Words = words, State = state, Verdict = CommentState.Pending, At = now, WordsHash = $"{id:N}" };
            db.Add(comment);
            db.Add(new CommentDecision { CommentId = id, At = now, Act = CommentAct.Checked, By = "links", From = state, To = CommentState.Pending, Reason = CommentReason.Links, Sentence = "It holds 4 links." });
            db.Add(new CommentDecision { CommentId = id, At = now, Act = CommentAct.Checked, By = "mode", From = state, To = CommentState.Pending, Reason = CommentReason.ReadFirst, Sentence = "Comments on this story are read before they appear." });
            await db.SaveChangesAsync();
            return comment;
        });

        /// <summary>A reader's report of a comment that readers see.</summary>
        public Task<int> ReportedAsync(Guid comment, CommentReason reason, string words) => site.InDbAsync(async db =>
        {
            var now = site.Clock.GetUtcNow();
            var row = await db.Set<Comment>().FirstAsync(c => c.Id == comment);
            (row.ReportedAt, row.Version) = (now, row.Version + 1);
            db.Add(new CommentReport { Id = Guid.CreateVersion7(now), CommentId = comment, At = now, Reason = reason, Words = words });
            return await db.SaveChangesAsync();
        });

        /// <summary>A writer's appeal against a refusal by somebody.</summary>
        public Task<int> AppealedAsync(Guid comment, Guid against, string words) => site.InDbAsync(async db =>
        {
            db.Add(new CommentAppeal { CommentId = comment, At = site.Clock.GetUtcNow(), Words = words, AgainstId = against });
            return await db.SaveChangesAsync();
        });

        /// <summary>A comment as it is now.</summary>
        public Task<Comment> NowAsync(Guid comment) => site.InDbAsync(db => db.Set<Comment>().AsNoTracking().FirstAsync(c => c.Id == comment));

        /// <summary>A story of the sample content.</summary>
        public Task<Guid> StoryIdAsync(string slug) => site.InDbAsync(db => db.Set<Article>().Where(a => a.Slug == slug).Select(a => a.Id).FirstAsync());
    }
}
