using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Media.Library;

/// <summary>The pictures of the library, and the place where new ones are brought in.</summary>
[Needs(Permission.UseNewsroom)]
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class LibraryPage(
    LibraryList library, PictureUploads uploads, IEnumerable<IPictureUsers> users, ICurrentAccount who, IOptions<MediaOptions> options, Site site) : NewsroomPage
{
    /// <summary>Bytes of all files that a form without script sends at once.</summary>
    public const long MostBytes = 512L * 1_048_576;

    /// <summary>The filters.</summary>
    public static readonly IReadOnlyList<(Shelf Shelf, string Words)> Shelves =
        [(Shelf.All, "All"), (Shelf.Unused, "Not used"), (Shelf.Ending, "Rights end soon"), (Shelf.Expired, "Rights ended")];

    /// <summary>What is searched for; null for everything.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Which pictures are shown.</summary>
    public Shelf Shelf { get; private set; }

    /// <summary>Number of the page, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>The pictures.</summary>
    public LibraryView List { get; private set; } = null!;

    /// <summary>What has become of the files that were just sent; empty when none were.</summary>
    public IReadOnlyList<(string Name, UploadOutcome Outcome)> Sent { get; private set; } = [];

    /// <summary>What was wrong with what was sent as a whole; null for nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>The credit as it was filled in.</summary>
    public string? Credit { get; private set; }

    /// <summary>What shows the pictures of the page, where the list is about that.</summary>
    public ILookup<string, PictureUser> UsersOf { get; private set; } = Array.Empty<PictureUser>().ToLookup(u => u.File);

    public bool MayUpload => who.May(Permission.UploadPictures);

    public DateOnly Today => library.Today;

    public MediaOptions Limits => options.Value;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ReadPlace()) return NotFound();
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> files, CancellationToken ct)
    {
        if (!MayUpload) return StatusCode(StatusCodes.Status403Forbidden);
        if (!ReadPlace()) return NotFound();
        Credit = Request.Form["Credit"];
        var details = new DetailsForm { Credit = Credit }.Read((_, fault) => Problem = fault);
        if (files.Count == 0) Problem ??= "Choose pictures first.";
        if (details is not null && Problem is null)
        {
            var sent = new List<(string, UploadOutcome)>();
            foreach (var file in files)
            {
                await using var content = file.OpenReadStream();
                sent.Add((Path.GetFileName(file.FileName), await uploads.AddAsync(content, file.FileName, details, ct)));
            }
            Sent = sent;
        }
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>The address of this list with another filter or page.</summary>
    public string PathOf(Shelf shelf, int page = 1)
    {
        string[] parts =
        [
            .. string.IsNullOrWhiteSpace(Query) ? [] : new[] { $"q={Uri.EscapeDataString(Query)}" },
            .. FilterOf(shelf) is { } filter ? [$"{filter.Name}={filter.Value}"] : Array.Empty<string>(),
            .. page > 1 ? [$"page={page}"] : Array.Empty<string>(),
        ];
        return "/newsroom/media" + (parts.Length > 0 ? "?" + string.Join('&', parts) : "");
    }

    /// <summary>A filter as the address names it; null for none.</summary>
    public static (string Name, string Value)? FilterOf(Shelf shelf) => shelf switch
    {
        Shelf.Unused => ("used", "no"),
        Shelf.Ending => ("rights", "ending"),
        Shelf.Expired => ("rights", "expired"),
        _ => null,
    };

    /// <summary>A refusal whose row says the file's name already.</summary>
    public static string Without(string name, string refusal) => refusal.StartsWith(name + " ", StringComparison.Ordinal) ? refusal[(name.Length + 1)..] : refusal;

    /// <summary>A day as the newsroom writes it.</summary>
    public string Day(DateOnly day) => day.ToString(day.Year == Today.Year ? "d MMMM" : "d MMMM yyyy", site.Culture);

    private bool ReadPlace()
    {
        string? rights = Request.Query["rights"], used = Request.Query["used"], page = Request.Query["page"];
        foreach (var (shelf, _) in Shelves)
            if (FilterOf(shelf) is { } filter && filter.Value == (filter.Name == "used" ? used : rights)) Shelf = shelf;
        if (Shelf is Shelf.All && (!string.IsNullOrEmpty(rights) || !string.IsNullOrEmpty(used))) return false;
        if (string.IsNullOrEmpty(page)) return true;
        if (!int.TryParse(page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number is < 1 or > LibraryList.LastPage) return false;
        Number = number;
        return true;
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        List = await library.PageAsync(Query, Shelf, Number, LibraryList.PageSize, ct);
        if (Shelf is not (Shelf.Expired or Shelf.Ending)) return;
        string[] files = [.. List.Items.Select(m => m.File)];
        var found = new List<PictureUser>();
        foreach (var some in users) found.AddRange(await some.OfAsync(files, ct));
        UsersOf = found.ToLookup(u => u.File);
    }
}
