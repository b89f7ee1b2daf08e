namespace NewsSite.Benchmarks;

/// <summary>Where a site keeps what it has.</summary>
/// <param name="Folder">Its data directory.</param>
/// <param name="PostgreSql">The connection string of a database for it alone; null for SQLite in the folder.</param>
internal sealed record Store(string Folder, string? PostgreSql = null)
{
    /// <summary>What every start of the program on it is given.</summary>
    public IReadOnlyList<string> Settings =>
    [
        $"--Data:Directory={Folder}", $"--Content:Directory={Path.Combine(Folder, "none")}", "--Site:BaseUrl=https://news.example", "--Logging:LogLevel:Default=Warning",
        .. PostgreSql is null ? (IEnumerable<string>)["--Data:Provider=Sqlite"] : ["--Data:Provider=PostgreSql", $"--ConnectionStrings:NewsSite={PostgreSql}"],
    ];

    public string Name => PostgreSql is null ? "SQLite" : "PostgreSQL";
}
