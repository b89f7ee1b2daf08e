using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles;

/// <summary>Finds stories by what people paste: an address of the newsroom or of the paper, an id, a slug.</summary>
internal sealed partial class StoryNames(NewsDb db) : IStoryNames
{
    public async Task<StoryName?> FindAsync(string typed, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (Id().Match(typed) is { Success: true } match && Guid.TryParse(match.Value, out var id))
            return await Names(db.Articles.Where(a => a.Id == id)).FirstOrDefaultAsync(ct);
        var path = typed.Trim().Split('?', '#')[0].TrimEnd('/');
        var slug = path[(path.LastIndexOf('/') + 1)..];
        return await Names(db.Articles.Where(a => a.Slug == slug)).FirstOrDefaultAsync(ct);
    }

    private static IQueryable<StoryName> Names(IQueryable<Article> articles) => articles.Select(a => new StoryName(a.Id, a.Headline));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
