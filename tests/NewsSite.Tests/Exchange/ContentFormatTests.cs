using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Redirects;
using Site = NewsSite.Web.Sites.Site;

namespace NewsSite.Tests.Exchange;

/// <summary>docs/reference/content-format.md says what the readers do: its examples are read by them, and its keys are theirs.</summary>
public sealed class ContentFormatTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "reference", "content-format.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Every_register_is_described_with_all_its_keys()
    {
        await using var site = await TestSite.StartAsync();

        foreach (var register in site.Services.GetServices<IRegister>())
        {
            var section = Section($"`{register.Folder}/*.yml`");
            var faults = new Faults(register.Folder);
            var yaml = YamlRecord.Read(Example(section, "yaml"), 1, faults)!;
            register.Read("example", yaml);

            Assert.Equal([], faults.All);
            Assert.All(yaml.Known, key => Assert.True(yaml.Has(key), $"{register.Folder}: the example lacks {key}."));
        }
    }

    [Fact]
    public async Task The_article_is_described_with_all_its_keys()
    {
        await using var site = await TestSite.StartAsync();
        var section = Section("`articles/**/*.md`");
        var text = Example(section, "markdown");
        var faults = new Faults("example.md");

        var article = ArticleFile.Read(text, "example", _ => null, new(site.Services.GetRequiredService<Site>(), site.Services.GetRequiredService<BlockCatalogue>(), site.Clock.GetUtcNow()), faults, []);
        var front = YamlRecord.Read(text.Split("---\n")[1], 2, new Faults(""))!;
        _ = new FrontMatter(front, "example", site.Services.GetRequiredService<Site>(), []).Read([], site.Clock.GetUtcNow());

        Assert.Equal([], faults.All);
        Assert.Equal(2, article!.Blocks.Count);
        string[] ofOtherStates = ["withdrawn", "embargo", "planned"]; // the example is of a live article
        Assert.All(front.Known, key => Assert.True((front.Has(key) || ofOtherStates.Contains(key)) && section.Contains($"| `{key}` |", StringComparison.Ordinal), $"{key} is not described."));
    }

    [Fact]
    public async Task Every_block_type_leads_to_its_manual_page()
    {
        await using var site = await TestSite.StartAsync();

        foreach (var type in site.Services.GetRequiredService<BlockCatalogue>().Types)
        {
            var link = Regex.Match(Page, $@"^\| `{type.Id}` \| \[.*\]\((.*)\) \|$", RegexOptions.Multiline).Groups[1].Value;
            Assert.True(link.Length > 0 && File.Exists(Path.GetFullPath(link, Repository.PathOf("docs", "reference"))), $"{type.Id} has no manual page.");
        }
    }

    [Fact]
    public void The_redirects_example_is_read()
    {
        var faults = new Faults("redirects.yml");

        var all = RedirectFile.Read(YamlRecord.Read(Example(Section("`redirects.yml`"), "yaml"), 1, faults)!);

        Assert.Equal([], faults.All);
        Assert.Single(all);
    }

    private static string Section(string heading)
    {
        var start = Page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no section {heading}.");
        var end = Page.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return end < 0 ? Page[start..] : Page[start..end];
    }

    private static string Example(string section, string language) =>
        Regex.Match(section, $"^```{language}\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
}
