using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Blocks;
using NewsSite.Web.Hosting;
using NewsSite.Web.Media;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Articles.Previews;

/// <summary>
/// A draft for somebody who has its link and no account. Nobody keeps the page, no search engine finds it, no other site learns of its address,
/// and nothing of the newsroom's notes is on it.
/// </summary>
[IgnoreAntiforgeryToken] // there is no cookie to compare a token with; the browser says where the form came from
public sealed class SharedPreviewPage(PreviewLinks links, VisitorNotes notes, StoryReader reader, BlockCatalogue catalogue, IEnumerable<IHeldPictures> held, NewsroomAssets assets, Site site, PageFrames frames) : ReaderPage(frames)
{
    private const string Anchor = "#note";

    /// <summary>What the partial shows; null when the link shows nothing any more.</summary>
    public SharedPreviewView? Shared { get; private set; }

    /// <summary>Shows the revision of the link.</summary>
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        KeepToItself();
        var (link, open) = await links.FindAsync(token, ct);
        if (open is null) return await CloseAsync(link, ct);
        if (HttpMethods.IsGet(Request.Method)) await links.CountAsync(open.Link, ct);
        return await ShowAsync(token, open, new(null, null, null), Request.Query.ContainsKey("noted"), null, ct);
    }

    /// <summary>Takes a note.</summary>
    public async Task<IActionResult> OnPostAsync(string token, [FromForm] string? name, [FromForm] string? text, [FromForm] string? website, CancellationToken ct)
    {
        KeepToItself();
        if (!Request.IsFromOwnPage()) return StatusCode(StatusCodes.Status403Forbidden);
        var (link, open) = await links.FindAsync(token, ct);
        if (open is null) return await CloseAsync(link, ct);
        var note = new VisitorNote(name, text, website);
        if (await notes.LeaveAsync(open.Link, note, ct) is not { } refusal) return Redirect($"/preview/{token}?noted=1{Anchor}");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(token, open, note, false, refusal, ct);
    }

    private async Task<IActionResult> ShowAsync(string token, OpenPreview open, VisitorNote note, bool isNoted, string? refusal, CancellationToken ct)
    {
        var story = await (await reader.ReadAsync(open.Article, open.Revision, Tags, ct)).ForHolderAsync(token, open.Revision, catalogue, held, ct);
        HttpContext.AllowFrames(story.Blocks.OfType<IFramesOtherSites>().SelectMany(b => b.Frames));
        Shared = new(story, open.Article.LiveId == open.Revision.Id, Text(open.Revision.SavedAt), Text(open.Link.ExpiresAt), note, isNoted, refusal);
        return await ShowAsync(Head($"Preview: {open.Revision.Headline}"), ct);
    }

    private Task<IActionResult> CloseAsync(PreviewLink? link, CancellationToken ct)
    {
        Response.StatusCode = link is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return ShowAsync(Head("This preview is over"), ct);
    }

    private PageHead Head(string title) => new() { Title = title, NoIndex = true, Sheets = assets.Find("preview.css") is { } sheet ? [sheet] : [] };

    private void KeepToItself()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private string Text(DateTimeOffset instant) => site.Local(instant).ToString("d MMMM yyyy, H:mm", CultureInfo.CurrentCulture);
}

/// <summary>A draft with what stands around it for somebody who has its link.</summary>
/// <param name="Story">The story.</param>
/// <param name="IsLive">Whether readers see it already.</param>
/// <param name="Saved">When it was saved.</param>
/// <param name="Until">Until when the link works.</param>
/// <param name="Note">What was written into the form.</param>
/// <param name="IsNoted">Whether a note was just left.</param>
/// <param name="Refusal">Why the note was not taken; null when it was, or when there is none.</param>
public sealed record SharedPreviewView(StoryView Story, bool IsLive, string Saved, string Until, VisitorNote Note, bool IsNoted, string? Refusal);
