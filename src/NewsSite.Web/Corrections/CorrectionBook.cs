using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Corrections;

/// <summary>What an editor writes of a correction.</summary>
/// <param name="Wrong">What was wrong, at most <see cref="Longest"/> characters.</param>
/// <param name="Right">What is right, at most as many.</param>
/// <param name="Why">Why it is amended, at most <see cref="LongestWhy"/> characters; null for a new one, which needs no reason.</param>
public sealed record CorrectionWords(string? Wrong, string? Right, string? Why = null)
{
    /// <summary>Most characters of what was wrong, and of what is right.</summary>
    public const int Longest = 1_000;

    /// <summary>Most characters of a reason.</summary>
    public const int LongestWhy = 500;

    internal CorrectionWords Clean() => new(Plain.Line(Wrong) ?? "", Plain.Line(Right) ?? "", Plain.Line(Why));

    /// <summary>What is wrong with them, by field; nothing when they will do.</summary>
    internal IReadOnlyDictionary<string, string> Faults(bool isAmendment)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        Check(nameof(Wrong), Wrong, Longest, "Say what was wrong.", faults);
        Check(nameof(Right), Right, Longest, "Say what is right.", faults);
        if (isAmendment) Check(nameof(Why), Why, LongestWhy, "Say why the correction is changed.", faults);
        return faults;
    }

    private static void Check(string field, string? text, int longest, string missing, Dictionary<string, string> faults)
    {
        if (string.IsNullOrEmpty(text)) faults[field] = missing;
        else if (text.Length > longest) faults[field] = $"This has {text.Length:n0} characters; at most {longest:n0} are taken.";
    }
}

/// <summary>What became of a correction.</summary>
internal abstract record CorrectionOutcome
{
    /// <summary>Readers see it.</summary>
    public sealed record Done(Correction Correction) : CorrectionOutcome;

    /// <summary>There is no such article, or no such correction of it.</summary>
    public sealed record Absent(string Message) : CorrectionOutcome;

    /// <summary>Readers cannot see the article, so that there is nothing to correct before them.</summary>
    public sealed record NotLive : CorrectionOutcome;

    /// <summary>The words will not do.</summary>
    public sealed record Faulty(IReadOnlyDictionary<string, string> Faults) : CorrectionOutcome;
}

/// <summary>Makes and amends corrections, each in one transaction with its entry in the record; pages change before the answer. None is ever deleted.</summary>
internal sealed class CorrectionBook(NewsDb db, ChangeFeed changes, ICurrentAccount who, Site site, TimeProvider clock, IActs acts)
{
    /// <summary>What the record calls a correction that was made, and one that was amended.</summary>
    public const string Made = "article.corrected", Amended = "article.correction-amended";

    /// <summary>What the record calls a correction.</summary>
    public static string SubjectOf(string slug) => $"corrections/{slug}";

    /// <summary>Tells readers of a live article what was wrong in it.</summary>
    public async Task<CorrectionOutcome> AddAsync(Guid article, CorrectionWords given, CancellationToken ct)
    {
        var words = given.Clean();
        if (words.Faults(isAmendment: false) is { Count: > 0 } faults) return new CorrectionOutcome.Faulty(faults);
        return await InOneGoAsync(article, async story =>
        {
            if (!story.IsLive) return new CorrectionOutcome.NotLive();
            var wall = site.WallOf(clock.GetUtcNow());
            var slug = await FreeSlug.OfAsync(db.Corrections.Select(c => c.Slug), $"{WallTime.On(wall.Day)} {story.Slug}", "correction", ct);
            var now = clock.GetUtcNow();
            var made = new Correction { Slug = slug, ArticleId = article, At = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)), Wall = wall.ToString(), Wrong = words.Wrong!, Right = words.Right! };
            db.Add(made);
            acts.Add(db, new(Made, $"corrected {Plain.Quoted(story.Headline)}: {made.Wrong} {made.Right}") { Article = article, Subject = SubjectOf(slug) });
            return new CorrectionOutcome.Done(made);
        }, ct);
    }

    /// <summary>Changes the words of a correction, for a reason. What it said before is kept. The same words again change nothing.</summary>
    public async Task<CorrectionOutcome> AmendAsync(Guid article, string slug, CorrectionWords given, CancellationToken ct)
    {
        var words = given.Clean();
        if (words.Faults(isAmendment: true) is { Count: > 0 } faults) return new CorrectionOutcome.Faulty(faults);
        return await InOneGoAsync(article, async story =>
        {
            if (await db.Corrections.AsNoTracking().FirstOrDefaultAsync(c => c.Slug == slug && c.ArticleId == article, ct) is not { } before) return new CorrectionOutcome.Absent("There is no such correction of this story.");
            if (before.Wrong == words.Wrong && before.Right == words.Right) return new CorrectionOutcome.Done(before);
            var now = clock.GetUtcNow();
            var amended = new Correction
            {
                Slug = slug,
                ArticleId = article,
                At = before.At,
                Wall = before.Wall,
                AmendedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
                Wrong = words.Wrong!,
                Right = words.Right!,
            };
            db.Update(amended);
            db.Add(new CorrectionAmendment { Id = Guid.CreateVersion7(now), Correction = slug, At = now, By = who.Name, Why = words.Why!, Wrong = before.Wrong, Right = before.Right });
            acts.Add(db, new(Amended, $"amended the correction of {Plain.Quoted(story.Headline)}, which said: {before.Wrong} {before.Right}") { Article = article, Subject = SubjectOf(slug), Why = words.Why });
            return new CorrectionOutcome.Done(amended);
        }, ct);
    }

    // Of two corrections that want the same name, the later looks again.
    private Task<CorrectionOutcome> InOneGoAsync(Guid id, Func<Article, Task<CorrectionOutcome>> act, CancellationToken ct)
    {
        return db.InOneGoAsync(async transaction =>
        {
            if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } story) return new CorrectionOutcome.Absent("There is no such story. It may never have been saved.");
            var outcome = await act(story);
            if (!db.ChangeTracker.HasChanges()) return outcome;
            await db.SaveChangesAsync(ct);
            await db.AnnounceAsync([CorrectionTag.All, CorrectionTag.Of(id), PageTag.Article(id)], clock.GetUtcNow(), ct);
            await transaction.CommitAsync(ct);
            await changes.CatchUpAsync(ct);
            return outcome;
        }, ct);
    }
}
