namespace NewsSite.Web.Data;

/// <summary>Where the site keeps what it writes: section <c>Data</c> of the settings.</summary>
public sealed class DataOptions
{
    /// <summary>Folder of the SQLite file, media and outgoing mail; relative to the site's root.</summary>
    public string Directory { get; set; } = "data";

    /// <summary>The database.</summary>
    public DataProvider Provider { get; set; } = DataProvider.Sqlite;
}

/// <summary>The databases that the site runs on.</summary>
public enum DataProvider
{
    /// <summary>A file in the data directory.</summary>
    Sqlite,

    /// <summary>A server, reached by <c>ConnectionStrings:NewsSite</c>.</summary>
    PostgreSql,
}
