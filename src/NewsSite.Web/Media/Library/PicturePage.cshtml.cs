using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Media.Library;

/// <summary>One picture: what is said of it, what crops keep in view, where it is shown; and where it is replaced and deleted.</summary>
[Needs(Permission.UseNewsroom)]
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class PicturePage(
    NewsDb db, PictureEdits edits, LibraryList library, Pictures pictures, IEnumerable<IPictureUsers> users, ICurrentAccount who, IOptions<MediaOptions> options, Site site) : NewsroomPage
{
    /// <summary>Bytes of a form with the largest file that a site can be set to take.</summary>
    private const long MostBytes = 201L * 1_048_576;

    public MediaItem Item { get; private set; } = null!;

    public DetailsForm Form { get; private set; } = null!;

    public Core.Blocks.Picture Picture { get; private set; } = null!;

    /// <summary>What shows it, live ones first.</summary>
    public IReadOnlyList<PictureUser> Users { get; private set; } = [];

    /// <summary>What the form was made of; see <see cref="DetailsForm.VersionOf"/>.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Who has changed what is said while the form was open, and when; null when nobody has.</summary>
    public string? ChangedBy { get; private set; }

    /// <summary>What went wrong as a whole, rather than in one field; null for nothing.</summary>
    public string? Problem { get; private set; }

    public bool MayChange => who.May(Permission.UploadPictures);

    public bool MayKeep => who.May(Permission.KeepPictures);

    public bool IsExpired => Item.RightsUntil < library.Today;

    public MediaOptions Limits => options.Value;

    public async Task<IActionResult> OnGetAsync(string file, CancellationToken ct)
    {
        if (!await LoadAsync(file, ct)) return NotFound();
        (Form, Version) = (DetailsForm.Of(Item.Details), DetailsForm.VersionOf(Item.Details));
        return Page();
    }

    public async Task<IActionResult> OnPostDetailsAsync(string file, CancellationToken ct)
    {
        if (!MayChange) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(file, ct)) return NotFound();
        var sent = Request.Form;
        Form = new()
        {
            Credit = sent[nameof(DetailsForm.Credit)],
            RightsHolder = sent[nameof(DetailsForm.RightsHolder)],
            RightsUntil = sent[nameof(DetailsForm.RightsUntil)],
            Description = sent[nameof(DetailsForm.Description)],
            FocusX = sent[nameof(DetailsForm.FocusX)],
            FocusY = sent[nameof(DetailsForm.FocusY)],
        };
        Version = sent[nameof(Version)].ToString();
        ModelState.Clear(); // its version may become another
        if (Form.Read(ModelState.AddModelError) is not { } details) return Page();
        var before = Item;
        switch (await edits.ChangeAsync(Item.Id, Version, details, ct))
        {
            case ChangeOutcome.Refused(var why):
                Problem = why;
                return Page();
            case ChangeOutcome.Stale(var last):
                if (!await LoadAsync(file, ct)) return NotFound();
                (Version, ChangedBy) = (DetailsForm.VersionOf(Item.Details), last is null ? "An import of content files" : $"{last.By} on {Day(site.Day(last.At))} at {site.Local(last.At):H:mm}");
                return Page();
            default:
                return DoneAt($"“{file}” is saved{(details.Focus != before.Focus || details.Credit != before.Credit ? ", and pages that show it have changed" : "")}.");
        }
    }

    /// <summary>What is there now where somebody else has changed it and the form says something else; null otherwise.</summary>
    public string? TheirsOf(Func<DetailsForm, string?> field)
    {
        var (mine, theirs) = (field(Form)?.Trim() ?? "", field(DetailsForm.Of(Item.Details)) ?? "");
        return ChangedBy is null || mine == theirs ? null : theirs;
    }

    public async Task<IActionResult> OnPostReplaceAsync(string file, IFormFile? picture, CancellationToken ct)
    {
        if (!MayKeep) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(file, ct)) return NotFound();
        (Form, Version) = (DetailsForm.Of(Item.Details), DetailsForm.VersionOf(Item.Details));
        if (picture is null)
        {
            Problem = "Choose the new picture first.";
            return Page();
        }
        await using var content = picture.OpenReadStream();
        Problem = await edits.ReplaceAsync(Item.Id, content, Path.GetFileName(picture.FileName), ct);
        return Problem is null ? DoneAt("The picture is replaced wherever it is shown. Look whether the description and the focal point still fit.") : Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(string file, CancellationToken ct)
    {
        if (!MayKeep) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(file, ct)) return NotFound();
        (Form, Version) = (DetailsForm.Of(Item.Details), DetailsForm.VersionOf(Item.Details));
        Problem = await edits.DeleteAsync(Item.Id, ct);
        if (Problem is not null)
        {
            await LoadAsync(file, ct);
            return Page();
        }
        Done = $"“{file}” is deleted, with its original and every size of it.";
        return Redirect("/newsroom/media");
    }

    /// <summary>A day as the newsroom writes it.</summary>
    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", site.Culture);

    /// <summary>The bytes as people count them.</summary>
    public string Size => Item.Bytes < 1_048_576 ? string.Create(site.Culture, $"{Math.Max(1, Item.Bytes / 1024):N0} KB") : string.Create(site.Culture, $"{Item.Bytes / 1_048_576.0:N1} MB");

    /// <summary>The day on which it came; null when not known.</summary>
    public string? Added => Item.AddedAt is { } at ? Day(site.Day(at)) : null;

    private RedirectResult DoneAt(string done)
    {
        Done = done;
        return Redirect($"/newsroom/media/{Item.File}");
    }

    private async Task<bool> LoadAsync(string file, CancellationToken ct)
    {
        if (await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.File == file, ct) is not { } item) return false;
        var found = new List<PictureUser>();
        foreach (var some in users) found.AddRange(await some.OfAsync([file], ct));
        (Item, Picture, Users) = (item, pictures.Of(item), found);
        return true;
    }
}
