using System.Collections.Concurrent;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Exchange;

/// <summary>Reads the articles' files on every processor and keeps only facts of them.</summary>
internal sealed class ArticleScan(FileReading reading, StoredArticles stored, bool force)
{
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);

    public async Task<(IReadOnlyList<ArticleFacts> Facts, IReadOnlyList<Fault> Faults)> RunAsync(IReadOnlyList<ContentFile> files, Progress progress, CancellationToken ct)
    {
        var facts = new ArticleFacts?[files.Count];
        var faults = new ConcurrentBag<Fault>();
        progress.Begin("Reading", files.Count);
        await Parallel.ForAsync(0, files.Count, ct, async (i, ct) =>
        {
            var own = new Faults(files[i].Name);
            facts[i] = await FactsOfAsync(files[i], own, ct);
            foreach (var fault in own.All) faults.Add(fault);
            progress.Advance();
        });
        return ([.. facts.OfType<ArticleFacts>()], [.. faults]);
    }

    /// <summary>Reads a file whole; null, with faults, when it cannot be.</summary>
    public static async Task<(ArticleFile File, string Digest)?> ReadAsync(ContentFile file, FileReading reading, StoredArticles stored, Faults faults, List<NamedRecord> names, CancellationToken ct)
    {
        if (await ContentText.ReadAsync(file, faults, ct) is not { } content) return null;
        if (ArticleFile.Read(content.Text, file.Slug, id => stored.ById(id)?.Slug, reading, faults, names) is not { } article) return null;
        if (file.IsDraft && article.State is not FileState.Draft) faults.Add(1, "the file's name says that it is a draft; expected “state: draft”.");
        return (article, content.Digest);
    }

    private async Task<ArticleFacts?> FactsOfAsync(ContentFile file, Faults faults, CancellationToken ct)
    {
        var names = new List<NamedRecord>();
        if (await ReadAsync(file, reading, stored, faults, names, ct) is not var (article, digest)) return null;
        var match = article.Id is { } id ? stored.ById(id) : stored.BySlug(article.Slug);
        var canonical = match is not null && (force || match.ImportedDigest?.Contains(digest, StringComparison.Ordinal) is not true)
            ? ArticleFacts.CanonicalOf(article with { Id = match.Id }, reading.Catalogue)
            : null;
        return new(file, article.Slug, article.Id, article.State, digest, canonical, [.. names.Select(n => n with { Key = _keys.GetOrAdd(n.Key, n.Key) })]);
    }
}
