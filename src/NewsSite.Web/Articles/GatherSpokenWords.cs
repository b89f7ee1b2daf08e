using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Hooks;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles;

/// <summary>Keeps what people said in step with what is live.</summary>
internal sealed class GatherSpokenWords(NewsDb db, BlockCatalogue catalogue) : IHook<LiveChanges>
{
    public async Task RunAsync(LiveChanges happened, CancellationToken ct)
    {
        Guid[] seen = [.. happened.Articles.Where(c => c.Before is not null).Select(c => c.Article.Id)];
        if (seen.Length > 0)
        {
            var gone = db.SpokenWords.Where(s => seen.Contains(s.ArticleId));
            happened.Tags.UnionWith((await gone.Select(s => s.Person).Distinct().ToListAsync(ct)).Select(PageTag.Person));
            await gone.ExecuteDeleteAsync(ct);
        }
        SpokenWords[] spoken = [.. from change in happened.Articles let after = change.After where after is not null from words in Of(change.Article, after.ReadBlocks(catalogue)) select words];
        happened.Tags.UnionWith(spoken.Select(s => PageTag.Person(s.Person)));
        await db.InsertManyAsync(spoken, ct);
    }

    private static IEnumerable<SpokenWords> Of(Article article, IReadOnlyList<Block> blocks) =>
        from entry in blocks.Index()
        let words = entry.Item as IAttributedWords
        let person = words?.Person
        where person is not null
        select new SpokenWords
        {
            ArticleId = article.Id,
            BlockId = entry.Item.Id,
            Person = person,
            Name = words.Name ?? person,
            Role = words.Role,
            Occasion = words.Occasion,
            Words = words.Words,
            PublishedAt = article.PublishedAt!.Value,
            Position = entry.Index,
        };
}

/// <summary>Reads the blocks of revisions.</summary>
public static class RevisionBlocks
{
    // Several hooks read the same revision; it is written once, and so are its blocks.
    private static readonly ConditionalWeakTable<Revision, IReadOnlyList<Block>> Read = [];

    extension(Revision revision)
    {
        /// <summary>The blocks, unknown ones included.</summary>
        public IReadOnlyList<Block> ReadBlocks(BlockCatalogue catalogue) =>
            Read.GetValue(revision, r => JsonSerializer.Deserialize<IReadOnlyList<Block>>(r.Blocks, catalogue.Json)!);
    }
}
