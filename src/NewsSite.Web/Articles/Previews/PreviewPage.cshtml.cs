using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Articles.Previews;

/// <summary>The page as readers would see it, in a frame as wide as a telephone or a desk's screen, and the links by which others see it.</summary>
[Needs(Permission.SeeAllStories)]
public sealed class PreviewPage(NewsDb db, PreviewLinks links, ThemeShelf themes, ICurrentAccount who, Site site, TimeProvider clock) : NewsroomPage
{
    /// <summary>The widths there are.</summary>
    public static readonly IReadOnlyList<PreviewWidth> Widths = [new("phone", "Phone", 390, 844), new("desktop", "Desktop", 1280, 900)];

    /// <summary>The numbers of days there are to choose from.</summary>
    public static readonly IReadOnlyList<int> DayChoices = [1, 3, PreviewLink.UsualDays, 14, PreviewLink.MostDays];

    private Guid? _revision;

    /// <summary>The address of a link just made, shown once; null for none.</summary>
    [TempData]
    public string? NewAddress { get; set; }

    /// <summary>The article's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its headline in the revision that is shown.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>When that revision was saved.</summary>
    public string Saved { get; private set; } = "";

    /// <summary>Who saved it.</summary>
    public string SavedBy { get; private set; } = "";

    /// <summary>Whether it is the newest.</summary>
    public bool IsNewest { get; private set; }

    /// <summary>Whether it is the one readers see.</summary>
    public bool IsLive { get; private set; }

    /// <summary>How wide the page is shown.</summary>
    public PreviewWidth Width { get; private set; } = Widths[0];

    /// <summary>The theme that it is shown in.</summary>
    public string Theme { get; private set; } = "";

    /// <summary>The theme that readers see.</summary>
    public string SiteTheme => themes.Site.Name;

    /// <summary>Every theme.</summary>
    public IReadOnlyList<string> Themes => themes.Names;

    /// <summary>The links by which others see the article.</summary>
    public IReadOnlyList<PreviewLinkEntry> Links { get; private set; } = [];

    /// <summary>Whether whoever looks may make such links.</summary>
    public bool MayMakeLinks => who.May(Permission.MakePreviewLinks);

    /// <summary>Address of the page in the frame.</summary>
    public string FramePath => $"/newsroom/articles/{Id}/preview/page?theme={Uri.EscapeDataString(Theme)}{RevisionQuery}";

    /// <summary>Address of this page with another choice.</summary>
    public string PathOf(string width, string theme) => $"/newsroom/articles/{Id}/preview?width={width}&theme={Uri.EscapeDataString(theme)}{RevisionQuery}";

    /// <summary>Where a form of this page is sent.</summary>
    public string HandlerPath(string handler) => $"{PathOf(Width.Name, Theme)}&handler={handler}";

    /// <summary>An instant on the site's clock.</summary>
    public string Text(DateTimeOffset instant) => site.Local(instant).ToString("d MMMM yyyy, H:mm", CultureInfo.CurrentCulture);

    /// <summary>Whether a link has expired.</summary>
    public bool IsOver(PreviewLinkEntry link) => link?.ExpiresAt <= clock.GetUtcNow();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    /// <summary>Makes a link.</summary>
    public async Task<IActionResult> OnPostLinkAsync(Guid id, [FromForm] int days, CancellationToken ct)
    {
        if (!MayMakeLinks) return StatusCode(StatusCodes.Status403Forbidden);
        if (days is < 1 or > PreviewLink.MostDays) return BadRequest();
        if (!await LoadAsync(id, ct) || await links.MakeAsync(id, _revision, days, ct) is not { } made) return NotFound();
        NewAddress = made.Address;
        return Redirect(PathOf(Width.Name, Theme) + "#links");
    }

    /// <summary>Takes a link back.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid id, [FromForm] Guid link, CancellationToken ct)
    {
        if (!MayMakeLinks) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(id, ct) || !await links.RevokeAsync(id, link, ct)) return NotFound();
        Done = "The link is taken back. Whoever opens it now sees nothing of the story.";
        return Redirect(PathOf(Width.Name, Theme));
    }

    private string RevisionQuery => _revision is null || IsNewest ? "" : $"&revision={_revision}";

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        string? asked = Request.Query["revision"], theme = Request.Query["theme"], width = Request.Query["width"];
        if (await db.Articles.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.HeadId, a.LiveId }).FirstOrDefaultAsync(ct) is not { } article) return false;
        _revision = string.IsNullOrEmpty(asked) ? article.HeadId : Guid.TryParse(asked, out var given) ? given : null;
        var shown = await db.Revisions.AsNoTracking().Where(r => r.Id == _revision && r.ArticleId == id).Select(r => new { r.Headline, r.SavedAt, r.SavedBy }).FirstOrDefaultAsync(ct);
        if (shown is null) return false;
        (Id, Headline, Saved, SavedBy) = (id, shown.Headline.Trim().Length > 0 ? shown.Headline : "A story without a headline", Text(shown.SavedAt), shown.SavedBy);
        (IsNewest, IsLive) = (_revision == article.HeadId, _revision == article.LiveId);
        (Width, Theme) = (Widths.FirstOrDefault(w => w.Name == width) ?? Widths[0], themes.Find(theme)?.Name ?? SiteTheme);
        Links = await links.AllAsync(id, ct);
        HttpContext.AllowOwnFrames();
        return true;
    }
}

/// <summary>A width at which a page is looked at.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Text">Its name for people.</param>
/// <param name="Pixels">CSS pixels across.</param>
/// <param name="Height">CSS pixels of the frame's height.</param>
public sealed record PreviewWidth(string Name, string Text, int Pixels, int Height);
