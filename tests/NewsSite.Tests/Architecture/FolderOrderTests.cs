using System.Text.RegularExpressions;

namespace NewsSite.Tests.Architecture;

public sealed partial class FolderOrderTests
{
    // A folder may use only folders on a line above its own (docs/adr/0001-feature-folders.md).
    private static readonly string[] Order =
    [
        "Hosting",
        "Data",
        "Background",
        "Caching",
        "Mail",
        "Themes Api Newsroom",
        "Accounts Audit",
        "Sites",
        "Topics Authors People Media Sources Redirects",
        "Blocks",
        "Articles Pages",
        "Editor",
        "Comments Corrections",
        "Bulletins",
        "Alerts Jobs Promotions Search",
        "Reading Feeds Exchange",
        "Commands Schedule",
    ];

    private static readonly Dictionary<string, int> Rank =
        Order.SelectMany((line, i) => line.Split(' ').Select(name => (name, i))).ToDictionary(x => x.name, x => x.i);

    private static string Web => Repository.PathOf("src", "NewsSite.Web");

    [Fact]
    public void Folders_use_only_the_folders_above_them()
    {
        var uses = Uses().ToList();

        Assert.True(uses.Count > 50, $"Only {uses.Count} uses found: the test looks in the wrong place.");
        Assert.Empty(uses.Where(u => u.Used != u.Folder && Rank.GetValueOrDefault(u.Used, int.MaxValue) >= Rank[u.Folder]).Select(u => $"{u.File} uses {u.Used}"));
    }

    [Fact]
    public void Every_folder_has_a_place_in_the_order()
    {
        var folders = Directory.GetDirectories(Web).Select(Path.GetFileName).Where(f => f is not ("bin" or "obj" or "Properties" or "wwwroot")).ToList();

        Assert.NotEmpty(folders);
        Assert.DoesNotContain(folders, f => !Rank.ContainsKey(f!));
    }

    [Fact]
    public void A_file_s_namespace_is_its_folder()
    {
        var wrong = from file in Directory.EnumerateFiles(Web, "*.cs", SearchOption.AllDirectories)
                    let path = Path.GetRelativePath(Web, file)
                    where !path.StartsWith("obj", StringComparison.Ordinal) && !path.StartsWith("bin", StringComparison.Ordinal) && path != "Program.cs"
                    let folder = Path.GetDirectoryName(path)!.Replace(Path.DirectorySeparatorChar, '.')
                    let expected = folder.Length == 0 ? "NewsSite.Web" : $"NewsSite.Web.{folder}"
                    where !File.ReadAllText(file).Contains($"namespace {expected};", StringComparison.Ordinal)
                    select $"{path} should be in {expected}";

        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Folder, string File, string Used)> Uses() =>
        from folder in Rank.Keys
        let path = Path.Combine(Web, folder)
        where Directory.Exists(path)
        from file in Directory.EnumerateFiles(path, "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
        from Match use in Use().Matches(File.ReadAllText(file))
        select (folder, Path.GetRelativePath(Web, file), use.Groups[1].Value);

    [GeneratedRegex(@"(?:using(?: static)?|=|\() *NewsSite\.Web\.(\w+)")]
    private static partial Regex Use();
}
