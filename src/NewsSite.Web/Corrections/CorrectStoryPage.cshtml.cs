using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Corrections;

/// <summary>A correction on the page where it is kept, with what it said before.</summary>
/// <param name="Slug">Its name.</param>
/// <param name="Note">What it says.</param>
/// <param name="Before">What it said before, the latest first.</param>
public sealed record KeptCorrection(string Slug, StoryCorrection Note, IReadOnlyList<CorrectionAmendment> Before);

/// <summary>Where an editor tells readers what was wrong in a story, and amends what they were told.</summary>
[Needs(Permission.SeeAllStories)]
internal sealed class CorrectStoryPage(NewsDb db, CorrectionBook book, ICurrentAccount who, Site site, TimeProvider clock) : NewsroomPage
{
    /// <summary>What is in the form.</summary>
    [BindProperty]
    public string? Wrong { get; set; }

    [BindProperty]
    public string? Right { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The slug of the correction that is amended; null while a new one is written.</summary>
    [FromQuery(Name = "amend")]
    public string? Amend { get; set; }

    public Article Article { get; private set; } = null!;

    public string Headline => Article.Headline.Length > 0 ? Article.Headline : "A story without a headline";

    /// <summary>The latest first.</summary>
    public IReadOnlyList<KeptCorrection> Kept { get; private set; } = [];

    public bool MayCorrect => who.May(Permission.CorrectStories);

    public bool MayWrite => who.May(Permission.WriteStories);

    public string Spoken(DateTimeOffset instant) => site.Spoken(instant, clock.GetUtcNow());

    public string Machine(DateTimeOffset instant) => site.Machine(instant);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct)) return NotFound();
        if (Amend is null) return Page();
        if (!MayCorrect) return Forbidden();
        if (Kept.FirstOrDefault(k => k.Slug == Amend) is not { } kept) return NotFound();
        (Wrong, Right) = (kept.Note.Wrong, kept.Note.Right);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!MayCorrect) return Forbidden();
        var words = new CorrectionWords(Wrong, Right, Why);
        switch (Amend is { } slug ? await book.AmendAsync(id, slug, words, ct) : await book.AddAsync(id, words, ct))
        {
            case CorrectionOutcome.Done:
                Done = Amend is null ? "Readers see the correction now: on the story, on the page of corrections and in feeds." : "The correction is amended. Readers see its new words, and that they were changed.";
                return Redirect($"/newsroom/articles/{id}/corrections");
            case CorrectionOutcome.Faulty faulty:
                foreach (var (field, fault) in faulty.Faults) ModelState.AddModelError(field, fault);
                break;
            case CorrectionOutcome.NotLive:
                ModelState.AddModelError(nameof(Wrong), KeepCorrections.NotLive);
                break;
            default:
                return NotFound();
        }
        return await ReadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } article) return false;
        Article = article;
        var corrections = await db.Corrections.AsNoTracking().Where(c => c.ArticleId == id).OrderByDescending(c => c.At).ThenBy(c => c.Slug).ToListAsync(ct);
        string[] slugs = [.. corrections.Select(c => c.Slug)];
        var before = (await db.CorrectionAmendments.AsNoTracking().Where(a => slugs.Contains(a.Correction)).ToListAsync(ct)).OrderByDescending(a => a.At).ToLookup(a => a.Correction, StringComparer.Ordinal);
        Kept = [.. corrections.Select(c => new KeptCorrection(c.Slug, site.Told(c), [.. before[c.Slug]]))];
        return true;
    }

    private StatusCodeResult Forbidden() => StatusCode(StatusCodes.Status403Forbidden);
}
