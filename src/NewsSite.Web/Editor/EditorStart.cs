using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Authors;
using NewsSite.Web.Blocks;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Editor;

/// <summary>Puts together what the editor begins with.</summary>
internal sealed class EditorStart(
    NewsDb db, DraftReader drafts, StandingReader standing, BlockCatalogue catalogue, AuthorList authors, TopicList topics, Site site, ICurrentAccount who,
    IAntiforgery antiforgery, TimeProvider clock, IOptions<JsonOptions> json)
{
    /// <summary>The data of an article that does not exist before its first save.</summary>
    public async Task<EditorView> NewAsync(HttpContext http, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        return await ViewAsync(http, new(id, "", null, DraftContent.Empty with { Bylines = await OwnBylineAsync(ct) }, null, null, ArticleState.Draft, null, null, []), ct);
    }

    // Who writes under their own name need not look for it.
    private async Task<IReadOnlyList<string>> OwnBylineAsync(CancellationToken ct) =>
        [.. (await authors.AllAsync(ct)).Where(a => string.Equals(a.Name, who.Name, StringComparison.OrdinalIgnoreCase)).Select(a => a.Slug).Take(1)];

    /// <summary>The data of an article; null when there is none.</summary>
    public async Task<EditorView?> FindAsync(HttpContext http, Guid id, CancellationToken ct) =>
        await drafts.FindAsync(id, ct) is { } draft ? await ViewAsync(http, draft, ct) : null;

    private async Task<EditorView> ViewAsync(HttpContext http, DraftAnswer article, CancellationToken ct)
    {
        var today = site.Day(clock.GetUtcNow());
        var data = new EditorData(
            article,
            article.Revision is null ? null : await standing.FindAsync(article.Id, ct),
            new(who.Name, who.Initials),
            [.. Enum.GetValues<Permission>().Where(who.May).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.ToString()))],
            antiforgery.GetAndStoreTokens(http).RequestToken!,
            [.. ListBlockTypes.Entries(catalogue).Select(e => e with { Schema = [] })],
            [.. (await authors.AllAsync(ct)).Select(a => new EditorData.Named(a.Slug, a.Name))],
            [.. (await topics.AllAsync(ct)).Select(t => new EditorData.Named(t.Slug, t.Name))],
            Enum.GetValues<ArticleKind>(),
            new(site.Name, site.Zone.Id, today),
            await PublishedAsync(article.Id, ct) ?? today,
            $"newssite/{article.Id}");
        // Blocks are written as they are stored, so a "<" in them would end the element.
        var text = JsonSerializer.Serialize(data, json.Value.SerializerOptions).Replace("<", "\\u003c", StringComparison.Ordinal);
        return new(article.Content.Headline.Length == 0 ? "New story" : article.Content.Headline, new HtmlString(text));
    }

    private async Task<DateOnly?> PublishedAsync(Guid id, CancellationToken ct)
    {
        var times = await db.Articles.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.PublishedWall, a.PublishedAt, a.Zone }).FirstOrDefaultAsync(ct);
        return times is null ? null : site.WallOf(times.PublishedWall, times.PublishedAt, times.Zone)?.Day;
    }
}
