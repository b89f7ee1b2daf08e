using NewsSite.Core.Blocks;
using NewsSite.Core.Fields;
using NewsSite.Web.Articles;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Web.Search;

/// <summary>What the index holds of a story, in the form of <see cref="SearchTokens.Plain"/>.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Standfirst">Its standfirst.</param>
/// <param name="Names">Who speaks in it, as it names them, with their roles that day.</param>
/// <param name="Marks">From <see cref="SearchMark"/>, each once.</param>
/// <param name="Body">The words of every block.</param>
internal sealed record SearchDocument(Guid ArticleId, DateTimeOffset PublishedAt, string Headline, string Standfirst, string Names, IReadOnlyList<string> Marks, string Body)
{
    /// <summary>Reads what readers see of an article.</summary>
    /// <param name="article">An article that is live.</param>
    /// <param name="revision">The revision that readers see.</param>
    /// <param name="catalogue">Reads the blocks.</param>
    public static SearchDocument Of(Article article, Revision revision, BlockCatalogue catalogue)
    {
        var blocks = revision.ReadBlocks(catalogue);
        var names = blocks.OfType<IAttributedWords>().SelectMany(w => new[] { w.Name, w.Role });
        return new(
            article.Id, article.PublishedAt!.Value, SearchTokens.Plain(revision.Headline), SearchTokens.Plain(revision.Standfirst),
            SearchTokens.Plain(string.Join(' ', names.OfType<string>().Distinct(StringComparer.Ordinal))), [.. MarksOf(revision, blocks).Distinct(StringComparer.Ordinal)],
            SearchTokens.Plain(string.Join(' ', blocks.Where(b => b is not IRepeatsWords).SelectMany(b => WordsOf(b, catalogue)))));
    }

    /// <summary>The different words that a reader may type and mistype.</summary>
    public IEnumerable<string> Vocabulary => new[] { Headline, Standfirst, Names, Body }.SelectMany(t => t.Split(' ')).Where(SearchVocabulary.Holds).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> MarksOf(Revision revision, IReadOnlyList<Block> blocks) =>
    [
        SearchMark.Story,
        SearchMark.Kind(revision.Kind),
        .. revision.Topics.Select(SearchMark.Topic),
        .. revision.Bylines.Select(SearchMark.Author),
        .. revision.Sources.Select(SearchMark.Source),
        .. from reference in blocks.SelectMany(b => b.References())
           where reference.Kind is ReferenceKind.Person or ReferenceKind.Source
           select reference.Kind is ReferenceKind.Person ? SearchMark.Person(reference.Key) : SearchMark.Source(reference.Key),
    ];

    private static IEnumerable<string> WordsOf(Block block, BlockCatalogue catalogue) =>
        (catalogue.Of(block)?.Fields ?? []).SelectMany(f => f.WordsOf(block)).Select(w => w.Field.Control is FieldControl.Markdown ? ProseMarkdown.ToPlainText(w.Words) : w.Words);
}
