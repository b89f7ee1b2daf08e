using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Comments.Moderation;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Queue;

/// <summary>The words with which no comment appears unread, and the people whose comments are taken for spam.</summary>
[Needs(Permission.ModerateComments)]
internal sealed class BlockedPage(NewsDb db, Blocking blocking, Site site, TimeProvider clock) : NewsroomPage
{
    /// <summary>People that are listed, the last blocked first.</summary>
    public const int MostPeople = 100;

    /// <summary>Words that are added at once, at most.</summary>
    public const int MostLines = 200;

    /// <summary>The words.</summary>
    public IReadOnlyList<BlockedWord> Words { get; private set; } = [];

    /// <summary>The people.</summary>
    public IReadOnlyList<Commenter> People { get; private set; } = [];

    /// <summary>Words as they were typed; null for none.</summary>
    public string? Typed { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Words = await db.Set<BlockedWord>().AsNoTracking().OrderBy(w => w.Word).ToListAsync(ct);
        People = await db.Commenters.AsNoTracking().Where(c => c.BlockedAt > DateTimeOffset.UnixEpoch).OrderByDescending(c => c.BlockedAt).Take(MostPeople).ToListAsync(ct);
    }

    /// <summary>Blocks words, one on each line. Those that will do are kept, the others stay in the field.</summary>
    public async Task<IActionResult> OnPostWordsAsync(string? words, CancellationToken ct)
    {
        var lines = (words ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var wrong = new List<string>();
        var fault = lines.Count switch
        {
            0 => "Write at least one word.",
            > MostLines => $"These are {lines.Count:n0} words; at most {MostLines} are taken at once.",
            _ => null,
        };
        if (fault is null)
            foreach (var line in lines)
            {
                if (await blocking.AddWordAsync(line, ct) is not { } message) continue;
                fault ??= message;
                wrong.Add(line);
            }
        if (fault is null)
        {
            Done = lines.Count == 1 ? $"“{lines[0]}” is blocked." : $"{lines.Count} words are blocked.";
            return RedirectToPage();
        }
        Typed = wrong.Count > 0 ? string.Join('\n', wrong) : words;
        ModelState.AddModelError("words", fault);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await OnGetAsync(ct);
        return Page();
    }

    /// <summary>Lets a word in again.</summary>
    public async Task<IActionResult> OnPostAllowAsync(string? word, CancellationToken ct)
    {
        await blocking.RemoveWordAsync(word ?? "", ct);
        Done = $"“{word}” is no longer blocked.";
        return RedirectToPage();
    }

    /// <summary>A time as the newsroom tells it.</summary>
    public string Spoken(DateTimeOffset instant) => site.Spoken(instant, clock.GetUtcNow());

    /// <summary>A time for machines.</summary>
    public string Machine(DateTimeOffset instant) => site.Machine(instant);
}
