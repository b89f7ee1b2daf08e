using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Exchange;

namespace NewsSite.Tests.Exchange;

/// <summary>A content directory of a test's own, with what an article needs: an author, a topic, a person, a source.</summary>
internal sealed class ContentDirectory : IDisposable
{
    public const string Id = "01a2010f-46ad-7a8d-853b-dd58c69227a2";

    public ContentDirectory()
    {
        Write("authors/news-desk.yml", "name: News desk\ndesk: yes\n");
        Write("topics/council.yml", "name: Council\nsection: 1\n");
        Write("people/bill-revans.yml", "name: Bill Revans\n");
        Write("sources/report.yml", "title: The report\n");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("content-").FullName;

    /// <summary>The front matter of an article that readers see, and a body.</summary>
    public static string Article(string headline = "Good for Somerset", string body = "It was good.", string more = "") =>
        $"---\nkind: news\nheadline: {headline}\npublished: 2022-09-21\nbylines: [news-desk]\n{more}---\n\n{body}\n";

    public ContentDirectory Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public ContentDirectory Write(string file, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public Task<ImportResult> ImportAsync(TestSite site, bool dryRun = false, bool force = false) => ImportAsync(site, Path, dryRun, force);

    public static Task<ImportResult> ImportAsync(TestSite site, string path, bool dryRun = false, bool force = false) => site.DoAsync(async services =>
    {
        using var progress = new Progress(TextWriter.Null, isTerminal: false, TimeProvider.System);
        return await services.GetRequiredService<Import>().RunAsync(new(path, dryRun, force), progress, CancellationToken.None);
    });

    public static Task<IReadOnlyList<string>> ExportAsync(TestSite site, string path, bool force = false) => site.DoAsync(async services =>
    {
        using var progress = new Progress(TextWriter.Null, isTerminal: false, TimeProvider.System);
        return await services.GetRequiredService<Export>().RunAsync(path, force, progress, CancellationToken.None);
    });

    /// <summary>Every file of a directory with its text, by name.</summary>
    public static SortedDictionary<string, string> Files(string path) => new(
        Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).ToDictionary(f => System.IO.Path.GetRelativePath(path, f), f => Encoding.Latin1.GetString(File.ReadAllBytes(f))), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
