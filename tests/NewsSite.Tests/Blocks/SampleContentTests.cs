using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Tests.Blocks;

public sealed class SampleContentTests
{
    private static readonly BlockCatalogue Catalogue = BlockCatalogue.From([typeof(ProseBlock).Assembly]);

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.PathOf("content", "articles"), "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_article_of_the_samples_reads_without_faults_and_could_be_published(string file)
    {
        var body = File.ReadAllText(Repository.PathOf(file)).Split("\n---\n", 2)[1];
        var faults = new Faults(file);

        var blocks = ArticleText.Read(body.Split('\n'), 1, Path.GetFileNameWithoutExtension(file), Catalogue, faults);

        Assert.Empty(faults.All);
        Assert.DoesNotContain(blocks, b => b is UnknownBlock);
        Assert.Equal(body.Trim(), ArticleText.Write(blocks, Path.GetFileNameWithoutExtension(file), Catalogue).Trim());
        Assert.DoesNotContain(blocks.SelectMany(b => Catalogue.Check(b, new ArticleWords(null, blocks))), i => i.Severity is Severity.Stop);
    }
}
