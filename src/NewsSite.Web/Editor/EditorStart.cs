using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Authors;
using NewsSite.Web.Blocks;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Editor;

/// <summary>Puts together what the editor begins with.</summary>
internal sealed class EditorStart(
    DraftReader drafts, BlockCatalogue catalogue, AuthorList authors, TopicList topics, Site site, ICurrentAccount who,
    IAntiforgery antiforgery, TimeProvider clock, IOptions<JsonOptions> json)
{
    /// <summary>The data of an article that does not exist before its first save.</summary>
    public async Task<EditorView> NewAsync(HttpContext http, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        return await ViewAsync(http, new(id, "", null, DraftContent.Empty, null, null, ArticleState.Draft, null, null, []), ct);
    }

    /// <summary>The data of an article; null when there is none.</summary>
    public async Task<EditorView?> FindAsync(HttpContext http, Guid id, CancellationToken ct) =>
        await drafts.FindAsync(id, ct) is { } draft ? await ViewAsync(http, draft, ct) : null;

    private async Task<EditorView> ViewAsync(HttpContext http, DraftAnswer article, CancellationToken ct)
    {
        var data = new EditorData(
            article,
            new(who.Name, who.Initials),
            [.. Enum.GetValues<Permission>().Where(who.May).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.ToString()))],
            antiforgery.GetAndStoreTokens(http).RequestToken!,
            [.. ListBlockTypes.Entries(catalogue).Select(e => e with { Schema = [] })],
            [.. (await authors.AllAsync(ct)).Select(a => new EditorData.Named(a.Slug, a.Name))],
            [.. (await topics.AllAsync(ct)).Select(t => new EditorData.Named(t.Slug, t.Name))],
            Enum.GetValues<ArticleKind>(),
            new(site.Name, site.Zone.Id, site.Day(clock.GetUtcNow())),
            $"newssite/{article.Id}");
        // Blocks are written as they are stored, so a "<" in them would end the element.
        var text = JsonSerializer.Serialize(data, json.Value.SerializerOptions).Replace("<", "\\u003c", StringComparison.Ordinal);
        return new(article.Content.Headline.Length == 0 ? "New story" : article.Content.Headline, new HtmlString(text));
    }
}
