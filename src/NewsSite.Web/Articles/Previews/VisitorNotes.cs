using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.Notes;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Previews;

/// <summary>What somebody with a preview link wrote into its form.</summary>
/// <param name="Name">Their name; may be missing.</param>
/// <param name="Text">The note; may be missing.</param>
/// <param name="Website">A field that people do not see: who fills it in is a machine.</param>
public sealed record VisitorNote(string? Name, string? Text, string? Website);

/// <summary>Notes of people who have a preview link and no account.</summary>
public sealed class VisitorNotes(NewsDb db, IActs acts, TimeProvider clock)
{
    /// <summary>Characters of a name.</summary>
    public const int LongestName = 80;

    private const int MostInAWhile = 20;
    private const int MostAltogether = 200;
    private static readonly TimeSpan While = TimeSpan.FromMinutes(10);

    /// <summary>Keeps a note with the article's others.</summary>
    /// <returns>Why it was not kept, for the one who wrote it; null when it was, or when a machine is to believe so.</returns>
    public async Task<string?> LeaveAsync(PreviewLink link, VisitorNote note, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(note);
        if (!string.IsNullOrEmpty(note.Website)) return null;
        var (name, text) = (Plain.Line(note.Name), Plain.Text(note.Text).Trim());
        if (name is null) return "Say who you are: the newsroom sees your name beside the note.";
        if (name.Length > LongestName) return $"The name has {name.Length} characters; {LongestName} is the most.";
        if (text.Length == 0) return "Write the note first.";
        if (text.Length > NoteRules.LongestText) return $"The note has {text.Length:N0} characters; {NoteRules.LongestText:N0} is the most.";
        var now = clock.GetUtcNow();
        var before = now - While;
        if (await db.Notes.CountAsync(n => n.ArticleId == link.ArticleId && n.LinkId == link.Id && n.At > before, ct) >= MostInAWhile
            || await db.Notes.CountAsync(n => n.ArticleId == link.ArticleId && n.LinkId == link.Id, ct) >= MostAltogether)
            return "Many notes have come by this link. Wait for ten minutes, or write to whoever sent it to you.";
        var left = new Note { Id = Guid.CreateVersion7(now), ArticleId = link.ArticleId, Text = text, LinkId = link.Id, By = $"{name} (preview link)", Initials = InitialsOf(name), At = now };
        left.PutAt(null, null, null, link.RevisionId);
        db.Add(left);
        acts.Add(db, (await db.NoteActAsync("note.left-by-visitor", "left a note on", link.ArticleId, ct)) with { By = left.By });
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] letters = [.. new[] { words[0], words[^1] }.Distinct(StringComparer.Ordinal).Select(w => System.Globalization.StringInfo.GetNextTextElement(w).ToUpperInvariant())];
        return string.Concat(letters);
    }
}
