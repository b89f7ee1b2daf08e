using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.Comments.Moderation;

/// <summary>The words with which no comment appears unread, kept in memory.</summary>
internal sealed class BlockedWords(IDbContextFactory<NewsDb> databases) : Snapshot<BlockedWord>(databases, "blocked-words")
{
    /// <summary>The first blocked word that a text holds as a whole word; null for none.</summary>
    public async ValueTask<string?> InAsync(string text, CancellationToken ct)
    {
        foreach (var blocked in await AllAsync(ct))
            for (var at = text.IndexOf(blocked.Word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(blocked.Word, at + 1, StringComparison.OrdinalIgnoreCase))
                if (IsEdge(text, at - 1) && IsEdge(text, at + blocked.Word.Length)) return blocked.Word;
        return null;
    }

    protected override IQueryable<BlockedWord> Query(IQueryable<BlockedWord> rows) => rows.OrderBy(w => w.Word);

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
