using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Examples;

/// <summary>
/// Made-up comments as content files, <c>example-comments/*.yml</c>, for a site that is shown to somebody before it has readers.
/// Each carries the badge “Example” wherever it is shown; comments of readers are never content files.
/// </summary>
internal sealed class ExampleFile(Site site) : IRegister
{
    /// <summary>What stands beside the name.</summary>
    public const string Badge = "Example";

    public string Folder => "example-comments";

    public bool FollowsArticles => true;

    public RegisterRecord Read(string slug, YamlRecord yaml)
    {
        var (article, answers) = (yaml.Required("article"), yaml.Optional("answers"));
        if (!yaml.Has("at")) yaml.Fault("at is missing; expected a day and minute such as 2022-09-21 06:00.");
        var record = new Written(slug, article, answers, yaml.Required("name"), site.ReadStart(yaml, "at") ?? default, yaml.LongText("words") ?? "");
        if (record.Name.Length > Commenter.LongestName) yaml.Fault($"name has {record.Name.Length} characters; at most {Commenter.LongestName} are taken.", yaml.LineOf("name"));
        if (record.Words.Length == 0) yaml.Fault("words is missing; expected what the comment says.");
        if (record.Words.Length > Comment.Longest) yaml.Fault($"words has {record.Words.Length} characters; at most {Comment.Longest} are taken.", yaml.LineOf("words"));
        if (answers == slug) yaml.Fault("answers names this comment itself; expected another one.", yaml.LineOf("answers"));
        yaml.RefuseTheRest();
        List<NamedRecord> names = [];
        if (article.Length > 0) names.Add(new("articles", article, yaml.LineOf("article")));
        if (answers is not null) names.Add(new(Folder, answers, yaml.LineOf("answers")));
        return new(slug, record, TextOf(record), names);
    }

    public async Task<IReadOnlyDictionary<string, string>> StoredAsync(NewsDb db, CancellationToken ct)
    {
        var all = await db.Comments.AsNoTracking().Where(c => c.Example != null).Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new { Comment = c, a.Slug }).ToListAsync(ct);
        var slugs = all.ToDictionary(x => x.Comment.Id, x => x.Comment.Example!);
        return all.ToDictionary(x => x.Comment.Example!, x => TextOf(new(x.Comment.Example!, x.Slug, x.Comment.AnswersId is { } id ? slugs.GetValueOrDefault(id) : null, x.Comment.Name, x.Comment.At, x.Comment.Words)), StringComparer.Ordinal);
    }

    // One that stands is taken away first: its story, its thread and its time may all be others now.
    public async Task<IReadOnlyCollection<string>> StoreAsync(NewsDb db, IReadOnlyList<RegisterRecord> records, CancellationToken ct)
    {
        var stored = await db.Comments.AsNoTracking().Where(c => c.Example != null).ToDictionaryAsync(c => c.Example!, StringComparer.Ordinal, ct);
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in InOrder([.. records.Select(r => (Written)r.Value)]))
        {
            var article = await db.Articles.Where(a => a.Slug == file.Article).Select(a => a.Id).FirstAsync(ct);
            await db.LockThreadsAsync(article, ct);
            var before = stored.GetValueOrDefault(file.Slug);
            var answered = file.Answers is null ? null : stored.GetValueOrDefault(file.Answers);
            if (before is null || before.ArticleId != article || before.AnswersId != answered?.Id || before.At != file.At)
            {
                if (before is not null) tags.Add(await RemoveAsync(db, before, ct));
                stored[file.Slug] = await AddAsync(db, file, article, answered, ct);
            }
            else
            {
                await db.Comments.Where(c => c.Id == before.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Name, file.Name).SetProperty(c => c.Words, file.Words).SetProperty(c => c.Version, c => c.Version + 1), ct);
            }
            tags.Add(CommentTag.Of(article));
        }
        return tags;
    }

    private static async Task<Comment> AddAsync(NewsDb db, Written file, Guid article, Comment? answered, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(file.At);
        var comment = new Comment
        {
            Id = id,
            ArticleId = article,
            ThreadId = answered?.ThreadId ?? id,
            AnswersId = answered?.Id,
            Name = file.Name,
            Badge = Badge,
            Example = file.Slug,
            Words = file.Words,
            State = CommentState.Approved,
            Verdict = CommentState.Approved,
            At = file.At,
        };
        db.Add(comment);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        await db.PlaceAsync(comment.Id, ct);
        return comment;
    }

    // What readers answered to it stays, under one that is gone.
    private static async Task<string> RemoveAsync(NewsDb db, Comment comment, CancellationToken ct)
    {
        await db.LockThreadsAsync(comment.ArticleId, ct);
        var isAnswered = await db.Comments.AnyAsync(c => c.Id != comment.Id && (c.AnswersId == comment.Id || c.ThreadId == comment.Id), ct);
        await db.Comments.Where(c => c.Id == comment.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CommentState.Refused).SetProperty(c => c.Example, (string?)null), ct);
        await db.PlaceAsync(comment.Id, ct);
        if (!isAnswered) await db.Comments.Where(c => c.Id == comment.Id).ExecuteDeleteAsync(ct);
        return CommentTag.Of(comment.ArticleId);
    }

    // An answer after what it answers, whatever the files are called.
    private static IEnumerable<Written> InOrder(IReadOnlyList<Written> files)
    {
        var left = files.ToDictionary(f => f.Slug, StringComparer.Ordinal);
        while (left.Count > 0)
        {
            Written[] ready = [.. left.Values.Where(f => f.Answers is null || !left.ContainsKey(f.Answers)).OrderBy(f => f.At).ThenBy(f => f.Slug, StringComparer.Ordinal)];
            if (ready.Length == 0) ready = [left.Values.First() with { Answers = null }]; // two that answer each other
            foreach (var file in ready)
            {
                left.Remove(file.Slug);
                yield return file;
            }
        }
    }

    private string TextOf(Written value) => new YamlText()
        .Add("article", value.Article)
        .Add("answers", value.Answers)
        .Add("name", value.Name)
        .Add("at", site.WriteStart(value.At))
        .Add("words", Plain.Text(value.Words))
        .ToString();

    private sealed record Written(string Slug, string Article, string? Answers, string Name, DateTimeOffset At, string Words);
}
