using System.Text;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Hosting;

/// <summary>Scripts in several files, under addresses that change with their content.</summary>
public sealed class AssetFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_script_names_the_addresses_of_what_it_imports_in_whatever_order_the_files_lie()
    {
        Write(("a.js", "import { b } from \"./parts/z.js\";\nb();\n"), ("parts/z.js", "export { b } from '../c.js';"), ("c.js", "export const b = () => {};\n"));

        var assets = Read();

        Assert.Equal($"import {{ b }} from \"{assets.Find("parts/z.js")}\";\nb();\n", TextOf(assets, "a.js"));
        Assert.Equal($"export {{ b }} from '{assets.Find("c.js")}';", TextOf(assets, "parts/z.js"));
        Assert.Equal("export const b = () => {};\n", TextOf(assets, "c.js"));
        Assert.Matches("^/assets/x/parts/z\\.[0-9a-f]{10}\\.js$", assets.Find("parts/z.js"));
    }

    [Fact]
    public void What_changes_deep_down_changes_the_address_of_all_that_lead_to_it_and_of_no_other()
    {
        Write(("a.js", "import './b.js';"), ("b.js", "import './c.js';"), ("c.js", "1;"), ("d.js", "2;"));
        var before = Read();

        Write(("c.js", "3;"));
        var after = Read();

        Assert.Equal([true, true, true, false], new[] { "a.js", "b.js", "c.js", "d.js" }.Select(name => before.Find(name) != after.Find(name)));
    }

    [Fact]
    public void A_page_can_ask_for_all_parts_of_a_script_at_once()
    {
        Write(("a.js", "import './b.js';\nimport './c.js';"), ("b.js", "import './d.js';"), ("c.js", "import './d.js';"), ("d.js", "1;"));

        var assets = Read();

        Assert.Equal(new[] { "b.js", "c.js", "d.js" }.Select(assets.Find), assets.PartsOf("a.js").Order(StringComparer.Ordinal));
        Assert.Empty(assets.PartsOf("d.js"));
        Assert.Empty(assets.PartsOf("e.js"));
    }

    [Theory]
    [InlineData("import './b.js';", "“./b.js”, and there is no such script.")]
    [InlineData("import '../a.js';", "“../a.js”, and there is no such script.")]
    [InlineData("import './a.css';", "“./a.css”, and there is no such script.")]
    [InlineData("import './a.js';", "“./a.js”, but scripts must not import each other in a circle: a.js → a.js.")]
    [InlineData("say();\nimport './b.js';", "“./b.js” below other code; imports stand at the head of a script.")]
    public void A_fault_names_the_file_and_the_import(string script, string expected)
    {
        Write(("a.js", script), ("a.css", "p { margin: 0 }"));

        var fault = Assert.Throws<StartupFault>(Read);

        Assert.Equal($"{Path.Combine(_folder.FullName, "a.js")} imports {expected}", fault.Message);
    }

    [Fact]
    public void Scripts_that_import_each_other_are_named_all()
    {
        Write(("a.js", "import './b.js';"), ("b.js", "import './c.js';"), ("c.js", "import './b.js';"));

        var fault = Assert.Throws<StartupFault>(Read);

        Assert.Equal($"{Path.Combine(_folder.FullName, "c.js")} imports “./b.js”, but scripts must not import each other in a circle: b.js → c.js → b.js.", fault.Message);
    }

    [Fact]
    public void The_scripts_of_the_newsroom_have_all_their_parts()
    {
        var assets = new NewsroomAssets();

        Assert.All(["comment-queue.js", "calendar.js"], name =>
        {
            Assert.NotEmpty(assets.PartsOf(name));
            Assert.All(assets.PartsOf(name), path => Assert.NotNull(assets.At(path)));
        });
    }

    private void Write(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(_folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    private Folder Read() => new(_folder.FullName);

    private static string TextOf(Folder assets, string name) => Encoding.UTF8.GetString(assets.At(assets.Find(name)!)!.Content);

    private sealed class Folder(string path) : AssetFiles("/assets/x/", [path]);
}
