namespace NewsSite.Benchmarks;

/// <summary>How long to measure, and where the table goes.</summary>
/// <param name="Rounds">How often each measurement is repeated, in turns with what it is compared with; medians are reported.</param>
/// <param name="Seconds">How long each takes.</param>
/// <param name="Starts">How often the site is started to time that.</param>
/// <param name="Writes">Whether docs/performance.md is written anew.</param>
/// <param name="Program">A folder that script/publish has filled; null to publish the program first.</param>
/// <param name="PostgreSql">The connection string of an empty database; null to leave out what is measured on PostgreSQL.</param>
internal sealed record Options(int Rounds, int Seconds, int Starts, bool Writes, string? Program, string? PostgreSql)
{
    public const string Usage = "script/benchmark [--quick] [--dry-run] [--program=DIR]\n  --quick    one short round of each: shows that everything runs, not how fast it is; docs/performance.md stays as it is\n  --dry-run  print the table only\n  --program  measure what script/publish put into DIR";

    /// <summary>Reads the command line; null for a wrong one.</summary>
    public static Options? Read(string[] args)
    {
        const string program = "--program=", postgres = "--postgres=";
        var quick = args.Contains("--quick");
        var published = args.FirstOrDefault(a => a.StartsWith(program, StringComparison.Ordinal));
        var database = args.FirstOrDefault(a => a.StartsWith(postgres, StringComparison.Ordinal));
        return args.Except(["--quick", "--dry-run", published, database]).Any()
            ? null
            : new(quick ? 1 : 5, quick ? 1 : 3, quick ? 1 : 5, !quick && !args.Contains("--dry-run"), published is null ? null : Path.GetFullPath(published[program.Length..]), database?[postgres.Length..]);
    }
}
