using System.CommandLine;
using NewsSite.Web.Hosting;
using NewsSite.Web.Jobs.Importing;

namespace NewsSite.Web.Commands;

/// <summary>Import of vacancies from the command line.</summary>
internal static class ImportVacanciesVerb
{
    private const string Actor = "import";

    public static Command Make(string[] settings)
    {
        var file = new Argument<string>("FILE") { Description = "A CSV file, or a feed: RSS, Atom or XML." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be new and changed and what is wrong with which row, and change nothing." };
        var verb = new Command("import-vacancies", "Brings vacancies of a file into the store. Rows with faults are named and left alone; the others are taken all at once. The same recruiter and reference is changed, not added again.") { file, dryRun };
        verb.SetAction((p, ct) => RunAsync(settings, p.GetRequiredValue(file), p.GetValue(dryRun), ct));
        return verb;
    }

    private static Task<int> RunAsync(string[] settings, string file, bool dryRun, CancellationToken ct) => VerbHost.RunAsync(settings, async services =>
    {
        if (!File.Exists(file)) throw new StartupFault($"There is no file “{file}”.");
        if (new FileInfo(file).Length > VacancyImport.LargestFile) throw new StartupFault($"“{file}” has more than {VacancyImport.LargestFile:N0} bytes.");
        var bytes = await File.ReadAllBytesAsync(file, ct);
        var import = services.GetRequiredService<VacancyImport>();
        var plan = dryRun ? await import.PlanAsync(bytes, ct) : (await import.TakeAsync(bytes, Path.GetFileName(file), null, Actor, asImport: true, ct))!;
        foreach (var row in plan.Changes) await Console.Out.WriteLineAsync($"{(row.Becomes is PlannedChange.New ? "new" : "changed")}: {row.Vacancy.Title}, {row.Vacancy.Recruiter} ({row.Vacancy.Reference})");
        foreach (var fault in plan.Faults) await Console.Error.WriteLineAsync(fault.ToString());
        await Console.Out.WriteLineAsync(plan.Words + ".");
        if (dryRun) await Console.Out.WriteLineAsync("This was a dry run; nothing has been changed.");
        return plan.Faults.Count > 0 ? 1 : 0;
    }, ct);
}
