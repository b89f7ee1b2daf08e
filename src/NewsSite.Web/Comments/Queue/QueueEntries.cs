using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Blocks;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Comments.Queue;

/// <summary>Puts beside comments all that moderators need to decide.</summary>
internal sealed class QueueEntries(NewsDb db, BlockCatalogue catalogue, ICurrentAccount who, TimeProvider clock)
{
    /// <summary>The comment of an id; null for none.</summary>
    public async Task<QueueEntry?> OneAsync(Guid id, CancellationToken ct) =>
        (await OfAsync([new(DateTimeOffset.UnixEpoch, id)], ct)) is [var entry] ? entry : null;

    /// <summary>Comments by their places, in the same order; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<QueueEntry>> OfAsync(IReadOnlyList<QueuePlace> places, CancellationToken ct)
    {
        if (places.Count == 0) return [];
        List<Guid> ids = [.. places.Select(p => p.Id)];
        var comments = await db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var decisions = (await db.CommentDecisions.AsNoTracking().Where(d => ids.Contains(d.CommentId)).ToListAsync(ct)).OrderBy(d => d.Id).ToLookup(d => d.CommentId);
        var reports = (await db.CommentReports.AsNoTracking().Where(r => ids.Contains(r.CommentId) && r.DecidedAt == null).ToListAsync(ct)).OrderBy(r => r.At).ToLookup(r => r.CommentId);
        var appeals = await db.CommentAppeals.AsNoTracking().Where(a => ids.Contains(a.CommentId)).ToDictionaryAsync(a => a.CommentId, ct);
        var writers = await WritersAsync([.. comments.Values.Select(c => c.CommenterId).OfType<Guid>().Distinct()], ct);
        var answered = await AnsweredAsync([.. comments.Values.Select(c => c.AnswersId).OfType<Guid>().Distinct()], ct);
        var stories = await StoriesAsync([.. comments.Values.Select(c => c.ArticleId).Distinct()], ct);
        var now = clock.GetUtcNow();
        return
        [
            .. from place in places
               where comments.ContainsKey(place.Id)
               let comment = comments[place.Id]
               let appeal = appeals.GetValueOrDefault(comment.Id)
               let acts = decisions[comment.Id]
               select new QueueEntry
               {
                   Comment = comment,
                   Place = place,
                   Html = HtmlOf(comment),
                   Story = stories[comment.ArticleId],
                   Passage = CommentedPassage.Of(comment.Words, stories[comment.ArticleId].Paragraphs),
                   Writer = comment.CommenterId is { } writer ? writers.GetValueOrDefault(writer)?.Without(comment.State) : null,
                   Answered = comment.AnswersId is { } other ? answered.GetValueOrDefault(other) : null,
                   Findings = [.. acts.Where(d => d.Act is CommentAct.Checked)],
                   Decisions = [.. acts.Where(d => d.Act is not CommentAct.Checked)],
                   Reports = [.. reports[comment.Id]],
                   Appeal = appeal,
                   OpenedBy = comment.OpenedUntil > now && comment.OpenedById != who.Id ? comment.OpenedBy : null,
                   IsOwnAppeal = appeal is { DecidedAt: null } && appeal.AgainstId == who.Id,
               },
        ];
    }

    /// <summary>A reader who comments, with the history of what they wrote; null for none.</summary>
    public async Task<CommentWriter?> WriterAsync(Guid commenter, CancellationToken ct) => (await WritersAsync([commenter], ct)).GetValueOrDefault(commenter);

    // So many of each writer and no more, so that somebody who writes every day costs no more than others.
    private async Task<Dictionary<Guid, CommentWriter>> WritersAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var comments = db.Comments;
        return await db.Commenters.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new CommentWriter(
            c.Id, c.Name, c.ConfirmedAt != null, c.BlockedAt, c.BlockedWhy,
            comments.Where(w => w.CommenterId == c.Id).OrderByDescending(w => w.At).Take(CommentWriter.MostCounted).Count(w => w.State == CommentState.Approved),
            comments.Where(w => w.CommenterId == c.Id).OrderByDescending(w => w.At).Take(CommentWriter.MostCounted).Count(w => w.State == CommentState.Refused),
            comments.Where(w => w.CommenterId == c.Id).OrderByDescending(w => w.At).Take(CommentWriter.MostCounted).Count(w => w.State == CommentState.Spam),
            comments.Where(w => w.CommenterId == c.Id).OrderByDescending(w => w.At).Take(CommentWriter.MostCounted).Count())).ToDictionaryAsync(c => c.Id, ct);
    }

    private async Task<Dictionary<Guid, AnsweredComment>> AnsweredAsync(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : await db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => new AnsweredComment(c.Id, c.Name, HtmlOf(c)), ct);

    private async Task<Dictionary<Guid, StoryBeside>> StoriesAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Slug, a.Headline, a.LiveId }).ToListAsync(ct);
        List<Guid> live = [.. articles.Select(a => a.LiveId).OfType<Guid>()];
        var revisions = await db.Set<Revision>().AsNoTracking().Where(r => live.Contains(r.Id)).ToDictionaryAsync(r => r.ArticleId, ct);
        return articles.ToDictionary(a => a.Id, a => revisions.GetValueOrDefault(a.Id) is { } seen
            ? new StoryBeside(a.Id, $"/news/{a.Slug}", seen.Headline, seen.Standfirst, ParagraphsOf(seen))
            : new StoryBeside(a.Id, null, a.Headline, null, []));
    }

    private List<string> ParagraphsOf(Revision revision) =>
        [.. revision.ReadBlocks(catalogue).SelectMany(b => b.ToPlainText().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static string? HtmlOf(Comment comment) => comment.ErasedAt is null ? CommentMarkdown.ToHtml(comment.Words) : null;
}
