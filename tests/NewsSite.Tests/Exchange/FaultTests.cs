using System.Text;
using static NewsSite.Tests.Exchange.ContentDirectory;

namespace NewsSite.Tests.Exchange;

public sealed class FaultTests : IAsyncLifetime, IDisposable
{
    private readonly ContentDirectory _content = new();
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    [Theory]
    [InlineData("published: 2022-09-21", "published: 2022-03-27 01:30", "4: published is 2022-03-27 01:30, which does not exist in Europe/London")]
    [InlineData("published: 2022-09-21", "published: yesterday", "4: published is “yesterday”; expected a day such as 2022-09-21")]
    [InlineData("published: 2022-09-21", "published: 2031-01-01", "4: published is 2031-01-01, which is yet to come")]
    [InlineData("published: 2022-09-21\n", "", "2: published is missing")]
    [InlineData("kind: news", "kind: gossip", "2: kind is “gossip”; expected news, analysis, opinion, feature, sponsored.")]
    [InlineData("bylines: [news-desk]", "bylines: [nobody]", "5: “nobody” is not in authors; expected a file authors/nobody.yml.")]
    [InlineData("bylines: [news-desk]\n", "", "2: bylines is missing")]
    [InlineData("headline: Good for Somerset\n", "", "2: headline is missing")]
    [InlineData("kind: news", "kind: news\nid: 1", "3: id is “1”; expected a UUID of version 7")]
    [InlineData("kind: news", "kind: news\nslug: No Slug", "3: slug is “No Slug”; expected up to 120")]
    [InlineData("kind: news", "kind: news\nlead-image: {media: hall.png, purpose: decorative}", "3: there is no picture “hall.png”")]
    [InlineData("kind: news", "kind: news\nlead-image:\n  media: hall.png", "4: purpose is missing; expected described, decorative, captioned.")]
    [InlineData("kind: news", "kind: &a news", "2: this is no valid YAML: content files have no anchors")]
    [InlineData("kind: news", "kind: [[[[[[[[[[[[]]]]]]]]]]]]", "2: this is no valid YAML: this is nested too deeply.")]
    [InlineData("kind: news", "kind: news\nkind: news", "3: this is no valid YAML")]
    [InlineData("kind: news", "kind: \"\\ud800\"", "this is no valid YAML")]
    [InlineData("kind: news", "- a list", "this is no valid YAML")]
    [InlineData("---\n\nIt", "\nIt", "1: the front matter is never closed; expected a second line “---”.")]
    [InlineData("---\nkind", "kind", "1: expected a line “---” and the front matter")]
    [InlineData("It was good.", "::: statement {person=\"nobody\" name=\"N\"}\nWords.\n:::", "8: “nobody” is not in people; expected a file people/nobody.yml.")]
    [InlineData("It was good.", "Text.\n\n::: statement {person=\"bill-revans\" name=\"N\"}\n:::", "10: statement: Fill in “Words”.")]
    [InlineData("It was good.", "::: statement {person=\"bill-revans\"\nWords.\n:::", "8: expected “::: type {…}”")]
    [InlineData("It was good.", "A\0B", "8: a NUL character stands here")]
    public async Task A_fault_is_named_with_its_line(string find, string replace, string expected)
    {
        var text = Article();
        Assert.Contains(find, text, StringComparison.Ordinal);
        _content.Write("articles/good.md", text.Replace(find, replace, StringComparison.Ordinal));

        var result = await _content.ImportAsync(_site);

        Assert.Contains(result.Faults, f => f.StartsWith($"{_content.Path}/articles/good.md:", StringComparison.Ordinal) && f.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_that_can_be_no_content_are_named()
    {
        _content.Write("articles/empty.md", " \n\n").Write("articles/huge.md", new byte[2 * 1024 * 1024 + 1]).Write("articles/latin.md", Encoding.Latin1.GetBytes("---\nkind: café\n---\n"))
            .Write("articles/Not A Slug.md", Article()).Write("articles/notes.txt", "x").Write("people/someone.yaml", "name: Someone\n").Write("peoples/someone.yml", "name: Someone\n")
            .Write("stray.yml", "name: Stray\n").Write("README.md", "About").Write(".git/config", "x").Write("articles/.gitkeep", "").Write("topics/x.yml/file", "x").Write("media/hall.png.yml", "credit: Someone\n");

        var result = await _content.ImportAsync(_site);

        Assert.Equal(
            [
                "articles/Not A Slug.md:1: the file's name is no slug; expected up to 120 of a–z, 0–9 and single hyphens between them, such as good-for-childrens-services.",
                "articles/empty.md:1: this file is empty.",
                "articles/huge.md:1: this file is larger than 2 MB; expected a text of that size at most.",
                "articles/latin.md:2: this is no UTF-8; save the file in that encoding.",
                "articles/notes.txt:1: this file has no place here; expected a name that ends in .md.",
                "media/hall.png.yml:1: this describes hall.png, which is not beside it.",
                "people/someone.yaml:1: this file has no place here; expected a name that ends in .yml.",
                "peoples:1: this folder is not known; expected one of ",
                "stray.yml:1: this file has no place here; expected redirects.yml or a file in ",
                "topics/x.yml:1: this is a folder; expected a file, for topics has no folders inside.",
            ],
            result.Faults.Select(f => f[(_content.Path.Length + 1)..]).Select(f => f.Contains("one of ", StringComparison.Ordinal) ? f[..(f.IndexOf("one of ", StringComparison.Ordinal) + 7)] : f.Contains("a file in ", StringComparison.Ordinal) ? f[..(f.IndexOf("file in ", StringComparison.Ordinal) + 8)] : f));
    }

    [Fact]
    public async Task Links_out_of_the_directory_are_not_followed()
    {
        var outside = Path.Combine(_site.Folder, "secret.md");
        await File.WriteAllTextAsync(outside, Article());
        Directory.CreateDirectory(Path.Combine(_content.Path, "articles"));
        File.CreateSymbolicLink(Path.Combine(_content.Path, "articles", "secret.md"), outside);
        Directory.CreateSymbolicLink(Path.Combine(_content.Path, "articles", "more"), _site.Folder);

        var result = await _content.ImportAsync(_site);

        Assert.Equal(2, result.Faults.Count);
        Assert.Contains("articles/more:1: this is a link to a folder, which is not followed", result.Faults[0], StringComparison.Ordinal);
        Assert.Contains("articles/secret.md:1: this link leads out of the content directory", result.Faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_for_one_article_are_refused()
    {
        _content.Write("articles/2022/good.md", Article()).Write("articles/2023/good.md", Article()).Write("articles/a.md", Article(more: $"id: {Id}\n")).Write("articles/b.md", Article(more: $"id: {Id}\n"));

        var faults = (await _content.ImportAsync(_site)).Faults;

        Assert.Equal(2, faults.Count);
        Assert.Contains("2023/good.md:1: the slug “good” is that of", faults[0], StringComparison.Ordinal);
        Assert.Contains("b.md:1: the id 01a2010f-46ad-7a8d-853b-dd58c69227a2 is that of", faults[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people/x.yml", "name: X\nroles:\n  - title: leader\n    organisation: nowhere\n", "4: “nowhere” is not in organisations")]
    [InlineData("people/x.yml", "nom: X\n", "1: name is missing.")]
    [InlineData("sources/x.yml", "title: X\naddress: javascript:alert(1)\n", "2: address is “javascript:alert(1)”; expected an address that begins with https://")]
    [InlineData("topics/x.yml", "name: X\nsection: zero\n", "2: section is “zero”; expected a whole number from 1.")]
    [InlineData("authors/x.yml", "name: X\ndesk: perhaps\n", "2: desk is “perhaps”; expected yes or no.")]
    [InlineData("vacancies/x.yml", "title: X\nrecruiter: Y\nwords: Z\nopens: 2026-01-02\ncloses: 2026-01-01\npay:\n  words: £1\n  maximum: 1\n  minimum: 2\n", "8: maximum is less than minimum.")]
    [InlineData("promotions/x.yml", "slot: a\nlabel: b\nheadline: c\nstarts: 2026-01-01\npicture: none.png\n", "5: there is no picture “none.png”")]
    [InlineData("redirects.yml", "redirects:\n  - from: /a\n    to: /b\n  - from: /b\n    to: /a\n", "leads round in a circle")]
    [InlineData("redirects.yml", "redirects:\n  - from: /a\n    to: //evil.example\n", "3: to is “//evil.example”; expected a path of this site")]
    public async Task A_record_s_fault_is_named_with_its_line(string file, string text, string expected)
    {
        _content.Write(file, text);

        var result = await _content.ImportAsync(_site);

        Assert.Contains(result.Faults, f => f.StartsWith($"{_content.Path}/{file}:", StringComparison.Ordinal) && f.Contains(expected, StringComparison.Ordinal));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _content.Dispose();
}
