namespace NewsSite.Web.Hosting;

/// <summary>The folder that relative paths of settings start from.</summary>
public static class SiteRoot
{
    /// <summary>
    /// The nearest folder with <c>NewsSite.sln</c> or <c>appsettings.json</c>, upwards from the current folder and then from the program's;
    /// the program's own folder when there is none, as in a published copy.
    /// </summary>
    public static string Find() =>
        Upwards(Directory.GetCurrentDirectory(), "NewsSite.sln")
        ?? Upwards(AppContext.BaseDirectory, "NewsSite.sln")
        ?? Upwards(Directory.GetCurrentDirectory(), "appsettings.json")
        ?? AppContext.BaseDirectory;

    private static string? Upwards(string from, string file)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, file))) return folder.FullName;
        return null;
    }
}
