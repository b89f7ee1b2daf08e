using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Data;
using NewsSite.Web.Media;

namespace NewsSite.Web.Articles.Previews;

/// <summary>
/// <c>GET /preview/{token}/media/{hash16}/{file}</c>: the pictures of the one revision that a link shows, those under embargo too. Only whoever has the link has
/// the address; it ends with the link, and nobody keeps what it answers.
/// </summary>
internal static class PreviewPictures
{
    public static void MapPreviewPictures(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/preview/{token}/media/{hash}/{file}", [HttpMethods.Get, HttpMethods.Head], HandleAsync).ExcludeFromDescription();

    /// <summary>The story with addresses of this kind for those of its pictures that are held back.</summary>
    public static async Task<StoryView> ForHolderAsync(this StoryView story, string token, Revision revision, BlockCatalogue catalogue, IEnumerable<IHeldPictures> held, CancellationToken ct)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in FilesOf(revision, catalogue))
            if (await held.HoldAsync(file, ct)) own.Add(file);
        if (own.Count == 0) return story;
        var references = new HeldReferences(story.References, own, PathOf(token));
        return story with { References = references, Lead = StoryReader.LeadOf(revision, references) };
    }

    private static async Task<IResult> HandleAsync(string token, string hash, string file, HttpContext http, NewsDb db, MediaFolder folder, PreviewLinks links, BlockCatalogue catalogue, CancellationToken ct)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var (_, open) = await links.FindAsync(token, ct);
        return await ServeMedia.AnswerAsync(hash, file, http, db, folder, item =>
            Task.FromResult(new ServeMedia.Access(open is not null && FilesOf(open.Revision, catalogue).Contains(item.File, StringComparer.Ordinal), IsPrivate: true, PathOf(token))), ct);
    }

    private static string PathOf(string token) => $"/preview/{Uri.EscapeDataString(token)}";

    private static IEnumerable<string> FilesOf(Revision revision, BlockCatalogue catalogue) =>
        StoryReader.Wanted(revision, revision.ReadBlocks(catalogue)).Where(r => r.Kind is ReferenceKind.Media).Select(r => r.Key).Distinct(StringComparer.Ordinal);

    private sealed class HeldReferences(IReferences all, HashSet<string> own, string before) : IReferences
    {
        public SourceCard? Source(string? slug) => all.Source(slug);

        public ArticleLink? Article(string slug) => all.Article(slug);

        public string Html(string markdown) => all.Html(markdown);

        // A candidate of srcset is an address, a space and a width.
        public Picture? Picture(string? file) => all.Picture(file) is { } picture && own.Contains(file!)
            ? picture with { Address = before + picture.Address, Sets = [.. picture.Sets.Select(s => s with { SrcSet = string.Join(", ", s.SrcSet.Split(", ").Select(c => before + c)) })] }
            : all.Picture(file);
    }
}
