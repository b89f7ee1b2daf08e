using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using NewsSite.Web.Exchange;
using NewsSite.Web.Hosting;
using Npgsql;

namespace NewsSite.Web.Commands;

/// <summary>The program's verbs. Exit code 0 on success, 1 on a fault that was named on standard error, 2 on wrong usage.</summary>
internal static class Verbs
{
    private const string Settings = "\n\nEvery setting can be given as --Key=value, such as --Site:Name=Ledger --Data:Directory=/srv/news.";

    public static async Task<int> RunAsync(string[] args)
    {
        var (settings, rest) = SettingArguments.Split(args);
        var parsed = Root(settings).Parse(rest);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("“--help” says what is possible.");
            return 2;
        }
        try
        {
            // The host and the exchange end by themselves when they are told to.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e) when (FaultsOf(e) is { Count: > 0 } faults)
        {
            foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
            return 1;
        }
    }

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand("Publishes stories about local authorities: public site, headless API and newsroom in one program. Without a verb it serves." + Settings)
        {
            Serve(settings), ImportVerb(settings), ExportVerb(settings), ImportVacanciesVerb.Make(settings), UserVerbs.Make(settings), Reindex(settings), Migrate(settings), Doctor(settings), Bounce(settings),
        };
        root.SetAction((_, _) => ServeVerb.RunAsync(settings));
        return root;
    }

    private static Command Serve(string[] settings)
    {
        var verb = new Command("serve", "Serves the site until it is told to stop. An empty store is filled with the content directory first.");
        verb.SetAction((_, _) => ServeVerb.RunAsync(settings));
        return verb;
    }

    private static Command ImportVerb(string[] settings)
    {
        var path = new Argument<string>("PATH") { Description = "A content directory, or one file of it." };
        var format = Format();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be new, changed, moved and withdrawn, and change nothing." };
        var force = new Option<bool>("--force") { Description = "Write over articles that have been edited in the newsroom since their last import." };
        var verb = new Command("import", "Brings content files into the store: all of them, or, with one fault in one file, none. Articles that are not among the files stay.") { path, format, dryRun, force };
        verb.SetAction((p, ct) => ExchangeVerbs.ImportAsync(settings, new ImportRequest(p.GetRequiredValue(path), p.GetValue(dryRun), p.GetValue(force)), ct));
        return verb;
    }

    private static Command ExportVerb(string[] settings)
    {
        var directory = new Argument<string>("DIR") { Description = "A new or empty directory." };
        var format = Format();
        var force = new Option<bool>("--force") { Description = "Replace the content files of an earlier export in DIR; everything else in it stays." };
        var verb = new Command("export", "Writes the whole store as content files: articles, people, organisations, sources, topics, authors, vacancies, promotions, corrections, redirects and media. Accounts and comments are the backup's.") { directory, format, force };
        verb.SetAction((p, ct) => ExchangeVerbs.ExportAsync(settings, p.GetRequiredValue(directory), p.GetValue(force), ct));
        return verb;
    }

    private static Command Reindex(string[] settings)
    {
        var verb = new Command("reindex", "Makes the search index anew, while the site runs. It is kept by itself; this is for after a restored backup or an upgrade that says so.");
        verb.SetAction((_, ct) => ReindexVerb.RunAsync(settings, ct));
        return verb;
    }

    private static Command Migrate(string[] settings)
    {
        var verb = new Command("migrate", "Brings the database to this program's form, as a start does too.");
        verb.SetAction((_, ct) => MigrateVerb.RunAsync(settings, ct));
        return verb;
    }

    private static Command Doctor(string[] settings)
    {
        var verb = new Command("doctor", "Looks at settings, database, files, mail, clock and tools, and names every fault on a line of its own. Changes nothing.");
        verb.SetAction((_, ct) => DoctorVerb.RunAsync(settings, ct));
        return verb;
    }

    private static Command Bounce(string[] settings)
    {
        var verb = new Command("bounce", "Reads from standard input a mail that tells that a bulletin could not be delivered, and stops the address when it says that there is none. Mail servers pipe mails to the return path into it.");
        verb.SetAction((_, ct) => BounceVerb.RunAsync(settings, ct));
        return verb;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "The form of the files.", DefaultValueFactory = _ => "markdown" };
        format.AcceptOnlyFromAmong("markdown");
        return format;
    }

    /// <summary>What an operator can mend, one line each; empty for a fault of the program.</summary>
    internal static IReadOnlyList<string> FaultsOf(Exception e) => e switch
    {
        StartupFault fault => [fault.Message],
        OptionsValidationException wrong => [.. wrong.Failures],
        AggregateException many => [.. many.InnerExceptions.SelectMany(FaultsOf)],
        InvalidOperationException { InnerException: not null } wrong when WrongSetting.Of(wrong.Message) is { } setting => [setting],
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } inUse => [$"{OneLine(inUse).TrimEnd('.', ' ')}. Stop the other program, or choose another address with --urls."],
        SqliteException { SqliteErrorCode: 5 or 6 } => ["The database is locked: another program has been writing to it for too long. Wait for it, or stop it."],
        SqliteException or NpgsqlException => [$"The database failed: {OneLine(e)}"],
        { InnerException: { } inner } => FaultsOf(inner),
        _ => [],
    };

    private static string OneLine(Exception e) => e.Message.ReplaceLineEndings(" ");
}
