using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Jobs.Importing;

/// <summary>Takes vacancies from a file: first it shows what would be done, and what is wrong with which row; then it is done.</summary>
[Needs(Permission.KeepRegisters)]
[RequestSizeLimit(3 * VacancyImport.LargestFile)]
[RequestFormLimits(ValueLengthLimit = 2 * VacancyImport.LargestFile, MultipartBodyLengthLimit = 2 * VacancyImport.LargestFile)]
internal sealed class ImportVacanciesPage(VacancyImport import, ICurrentAccount who) : NewsroomPage
{
    /// <summary>What would be done; null until a file is chosen.</summary>
    public VacancyImportPlan? Plan { get; private set; }

    /// <summary>The file, for the form that takes it.</summary>
    public string Held { get; private set; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether something has changed since the plan was shown.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>Reads the file and shows what would be done.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null or { Length: 0 }) return Wrong("Choose a file.");
        if (file.Length > VacancyImport.LargestFile) return Wrong($"The file has {file.Length:N0} bytes; {VacancyImport.LargestFile:N0} are the most.");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        await ShowAsync(bytes.ToArray(), file.FileName, ct);
        return Page();
    }

    /// <summary>Takes the good rows, if they are still those that were shown.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string? held, string? name, string? version, CancellationToken ct)
    {
        var file = new byte[(held?.Length ?? 0) * 3 / 4];
        if (string.IsNullOrEmpty(held) || !Convert.TryFromBase64String(held, file, out var length)) return Wrong("Choose the file again.");
        file = file[..length];
        if (await import.TakeAsync(file, NameOf(name), version ?? "", who.Name, asImport: false, ct) is { } done)
        {
            Done = $"Vacancies taken from “{NameOf(name)}”: {done.Words}.";
            return Redirect("/newsroom/jobs");
        }
        HasMoved = true;
        await ShowAsync(file, name, ct);
        return Page();
    }

    private async Task ShowAsync(byte[] file, string? name, CancellationToken ct) => (Plan, Held, Name) = (await import.PlanAsync(file, ct), Convert.ToBase64String(file), NameOf(name));

    private PageResult Wrong(string message)
    {
        ModelState.AddModelError("file", message);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static string NameOf(string? name) => Path.GetFileName(name) is { Length: > 0 and <= 120 } kept ? kept : "a file";
}
